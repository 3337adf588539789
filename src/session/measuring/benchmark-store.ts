// The facts of the Benchmark page: the run in progress, the finished result, and whether the library holds it.
import { create } from "zustand";
import type { ParallelCapacity } from "../../measurement/run/parallel-capacity.ts";
import type { Configuration } from "../../measurement/run/configuration.ts";
import type { PlannedTrial } from "../../measurement/run/schedule.ts";
import type { Trial } from "../../measurement/run/trial.ts";
import type { Result } from "../../results/format/schema.ts";

/** Where a running benchmark stands. */
export interface Progress {
  readonly done: number;
  /** 0 until the plan is known. */
  readonly total: number;
  /** What is measured now; null while the machine is calibrated. */
  readonly current: PlannedTrial | null;
  readonly secondsLeft: number | null;
}

/** A result of this tab. */
export interface FinishedRun {
  readonly state: "finished";
  readonly result: Result;
  readonly stopped: boolean;
  /** Why a later run measured nothing, so that this result still stands; null where there was none. */
  readonly notice: string | null;
}

export type RunState =
  | { readonly state: "idle" }
  | {
      readonly state: "running";
      readonly configuration: Configuration;
      readonly trials: readonly Trial[];
      /** Null until calibrated. */
      readonly capacity: ParallelCapacity | null;
      readonly timerStepUs: number;
      /** Null until the first agents are there. */
      readonly perAgentBytes: number | null;
      readonly progress: Progress;
      /** What was finished before; it comes back where this run measures nothing. */
      readonly earlier: FinishedRun | null;
    }
  | FinishedRun
  /** Nothing was measured; the message says why and what helps. */
  | { readonly state: "broken"; readonly message: string };

interface BenchmarkFacts {
  readonly run: RunState;
  /** Why the last result is not in the library; null while it is. */
  readonly notKept: string | null;
}

export const useBenchmark = create<BenchmarkFacts>(() => ({
  run: { state: "idle" },
  notKept: null,
}));

export function setRun(run: RunState): void {
  useBenchmark.setState({ run });
}

export function setNotKept(notKept: string | null): void {
  useBenchmark.setState({ notKept });
}
