// Owns the measurement of two configurations in turn for a comparison: where it stands, and how it is begun and ended.
import { create } from "zustand";
import type { Configuration } from "../../measurement/run/configuration.ts";
import type { Result } from "../../results/format/schema.ts";

/** `calibration`: the same configuration against itself. `again`: what a verdict flagged, once more. */
export type PairPurpose = "calibration" | "again";

export interface PairAsked {
  readonly purpose: PairPurpose;
  readonly configurations: readonly [Configuration, Configuration];
  /** What the two results are called in the library. */
  readonly names: readonly [string, string];
}

export type PairRun =
  | { readonly state: "idle" }
  | {
      readonly state: "running";
      readonly purpose: PairPurpose;
      readonly done: number;
      readonly total: number;
      /** Null until a trial has ended. */
      readonly secondsLeft: number | null;
    }
  /** Nothing was measured, or nothing could be done with it; the message says why and what helps. */
  | { readonly state: "broken"; readonly message: string };

export interface MeasuredPair {
  readonly results: readonly [Result, Result];
  /** Why they are not in the library; null where they are. */
  readonly notKept: string | null;
}

export const usePairRun = create<PairRun>(() => ({ state: "idle" }));

export function setPairRun(run: PairRun): void {
  usePairRun.setState(run, true);
}

const session = () => import("./pair-session.ts");

/** @returns the two results; null where nothing was measured, which the store tells, or where it was stopped */
export async function measurePair(asked: PairAsked): Promise<MeasuredPair | null> {
  try {
    const { measurePair: measure } = await session();
    return await measure(asked);
  } catch (error) {
    const reason = error instanceof Error ? error.message : "it did not load";
    setPairRun({ state: "broken", message: `It could not be started: ${reason}. Reload the page and try again.` });
    return null;
  }
}

/** The measured results could not be taken up. */
export function refusePair(message: string): void {
  setPairRun({ state: "broken", message });
}

/** Ends the measurement at once. What it measured so far is kept in the library. */
export function stopPair(): void {
  void session().then(({ stopPair: stop }) => stop());
}
