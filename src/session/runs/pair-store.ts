// The facts of a measurement for a comparison: where it stands, and what is measured and not kept.
import { create } from "zustand";
import type { PairPurpose } from "../../comparison/pair-plan.ts";
import type { Result } from "../../results/format/result.ts";
import type { Keeping } from "../measuring/keeper.ts";
import type { SessionProgress } from "../measuring/session.ts";

/** Two whole results, in the order of the experiments. */
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
