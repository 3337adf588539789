// The facts of a measurement for a comparison: where it stands, and what is measured and not kept.
import { create } from "zustand";
import type { Configuration } from "../../measurement/run/configuration.ts";
import type { Result } from "../../results/format/schema.ts";
import type { Keeping } from "./keeper.ts";
import type { SessionProgress } from "./session.ts";

/** `calibration`: the same configuration against itself. `again`: what a verdict flagged, once more. */
export type PairPurpose = "calibration" | "again";

export interface PairAsked {
  readonly purpose: PairPurpose;
  readonly configurations: readonly [Configuration, Configuration];
  /** What the two results are called in the library. */
  readonly names: readonly [string, string];
}

/** Two whole results, in the order of the configurations. */
export interface MeasuredPair {
  readonly purpose: PairPurpose;
  readonly results: readonly [Result, Result];
  readonly isKept: boolean;
}

/** A result with what it is called in the library. */
export interface NamedResult {
  readonly name: string;
  readonly result: Result;
}

export type PairRun =
  | { readonly state: "idle" }
  | ({ readonly state: "running"; readonly purpose: PairPurpose } & SessionProgress)
  /** Measured, and not in the library: on its way there, or refused. */
  | {
      readonly state: "measured";
      readonly purpose: PairPurpose;
      readonly ending: "finished" | "stopped";
      /** One, where no trial of the other counted. */
      readonly results: readonly NamedResult[];
      readonly kept: Exclude<Keeping, { readonly state: "kept" }>;
    }
  /** Nothing was measured; the message says why and what helps. */
  | { readonly state: "broken"; readonly message: string };

export const usePairRun = create<PairRun>(() => ({ state: "idle" }));

export function setPairRun(run: PairRun): void {
  usePairRun.setState(run, true);
}
