// The facts of the Benchmark page: the run in progress, and the finished result with whether the library holds it.
import { create } from "zustand";
import type { EngineMemory } from "../../measurement/lane/lane-host.ts";
import type { Calibration } from "../../measurement/run/parallel-capacity.ts";
import type { Planned, Sample } from "../../measurement/run/sample.ts";
import type { Result } from "../../results/format/result.ts";
import type { Experiment } from "../../scenarios/contract/experiment.ts";
import type { Keeping } from "../measuring/keeper.ts";
import type { SessionProgress } from "../measuring/session.ts";

/** Where a running benchmark stands. */
export interface Progress extends SessionProgress {
  /** What is measured now; null while the machine is calibrated. */
  readonly current: Planned | null;
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
      readonly experiment: Experiment;
      readonly samples: readonly Sample[];
      /** Null until the machine is calibrated. */
      readonly calibration: Calibration | null;
      /** Null until the first agents are there. */
      readonly engineMemory: EngineMemory | null;
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

/** Back to the start: a finished run is shown no more, if the library holds it. One that is kept nowhere stays. */
export function leaveKeptRun(): void {
  const { run } = useBenchmark.getState();
  if (run.state === "finished" && run.kept.state === "kept") setRun({ state: "idle" });
}
