// Owns the facts of the Benchmark page: the run in progress, the finished result, the references that are shown.
import { create } from "zustand";
import type { ParallelCapacity } from "../measurement/capacity.ts";
import type { Configuration } from "../measurement/configuration.ts";
import type { PlannedTrial } from "../measurement/schedule.ts";
import type { Trial } from "../measurement/trial.ts";
import type { ReferenceSeries } from "../results/reference.ts";
import type { Result } from "../results/schema.ts";

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
  /** References that files brought in during this visit. */
  readonly openedSeries: readonly ReferenceSeries[];
  /** Reference series that a person switched on or off, by id; the others follow their default. */
  readonly switchedSeries: Readonly<Record<string, boolean>>;
}

export const useBenchmark = create<BenchmarkFacts>(() => ({
  run: { state: "idle" },
  openedSeries: [],
  switchedSeries: {},
}));

export function setRun(run: RunState): void {
  useBenchmark.setState({ run });
}

/** Draws a reference series, or stops drawing it. */
export function switchSeries(id: string, shown: boolean): void {
  useBenchmark.setState(({ switchedSeries }) => ({ switchedSeries: { ...switchedSeries, [id]: shown } }));
}

/** Adds series from a file and draws them; a series with the same id is replaced. */
export function addSeries(series: readonly ReferenceSeries[]): void {
  const ids = series.map(({ id }) => id);
  useBenchmark.setState(({ openedSeries, switchedSeries }) => ({
    openedSeries: [...openedSeries.filter(({ id }) => !ids.includes(id)), ...series],
    switchedSeries: { ...switchedSeries, ...Object.fromEntries(ids.map((id) => [id, true])) },
  }));
}
