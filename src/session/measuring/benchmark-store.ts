// The facts of the Benchmark page: the run in progress, and the finished result with whether the library holds it.
import { create } from "zustand";
import type { ParallelCapacity } from "../../measurement/run/parallel-capacity.ts";
import type { Configuration } from "../../measurement/run/configuration.ts";
import type { PlannedTrial } from "../../measurement/run/schedule.ts";
import type { Trial } from "../../measurement/run/trial.ts";
import type { Result } from "../../results/format/schema.ts";
import type { Keeping } from "./keeper.ts";
import type { SessionProgress } from "./session.ts";

/** Where a running benchmark stands. */
export interface Progress extends SessionProgress {
  /** What is measured now; null while the machine is calibrated. */
  readonly current: PlannedTrial | null;
}

/** A result of this tab. */
export interface FinishedRun {
  readonly state: "finished";
  readonly result: Result;
  readonly stopped: boolean;
  /** What a person must know besides: that a later run measured nothing, or that this one broke off; or null. */
  readonly notice: string | null;
  readonly kept: Keeping;
}

export type RunState =
  | { readonly state: "idle" }
  | {
      readonly state: "running";
      /** The id that its result will have. */
      readonly id: string;
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
}

export const useBenchmark = create<BenchmarkFacts>(() => ({ run: { state: "idle" } }));

export function setRun(run: RunState): void {
  useBenchmark.setState({ run });
}
