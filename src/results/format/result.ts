// A result as the app works with it: a run and its environment. Each kept version has a file of its own.
import type { Settings } from "../../fields/settings.ts";
import type { EngineMemory } from "../../measurement/lane/lane-host.ts";
import type { TransportKind } from "../../measurement/lane/transport.ts";
import type { ParallelCapacity } from "../../measurement/run/parallel-capacity.ts";
import type { ProcessMemory } from "../../measurement/run/process-memory.ts";
import type { Sample } from "../../measurement/run/sample.ts";
import type { KeptMeasure } from "../../scenarios/contract/measure.ts";

export const RESULT_FORMAT = "headroom-result";
export const RESULT_VERSION = 2;

/** Most samples a result may hold: 32 agent counts × 30 repeats × (row + control), and 30 alone, each in three attempts. */
export const SAMPLES_MOST = 6_000;

/** What held the browser of a command back, as the system counts it: a container may use so much of the cores and no more. */
export interface Container {
  /** The machine that held it, where somebody named it; null otherwise, and where parts of a run had several. */
  readonly node: string | null;
  /** Cores that it may use; null where there is no limit. */
  readonly quotaCores: number | null;
  /** Share of the run in which it was kept from running, 0 to 1. */
  readonly throttledShare: number;
  /** Periods of its quota in which it was kept from running. */
  readonly throttledPeriods: number;
}

/** Where a result was measured. */
export interface Environment {
  /** Such as "Chromium 156". */
  readonly browser: string;
  readonly platform: string;
  readonly hardwareConcurrency: number;
  /** Measured parallel capacity C in cores, with the range of its windows. */
  readonly parallelCapacity: ParallelCapacity;
  readonly isolated: boolean;
  readonly timerStepUs: number;
  readonly engineVersion: string;
  readonly appVersion: string;
  /** Most workers that held agents at once. */
  readonly workers: number;
  /** How messages travelled: null where agents did not speak. */
  readonly transport: TransportKind | null;
  readonly engineMemory: EngineMemory;
  readonly processMemory: ProcessMemory;
  /** Share of probes that found the main thread busy during the run, 0 to 1; null where not measured. */
  readonly mainThreadBusyShare: number | null;
  /** Tasks over 50 ms on the main thread during the run; null where the browser does not report them. */
  readonly longTasks: number | null;
  /** Both inside measured windows alone, where the page does nothing of its own; absent in older results. */
  readonly inWindows?: { readonly busyShare: number | null; readonly longTasks: number | null };
  /** Share of the time of one worker per reported core in which something else had that core, 0 to 1; absent in older results. */
  readonly stolenShare?: number;
  /** Absent where nothing counts it: in pages, on systems without cgroups, in older results. */
  readonly container?: Container;
}

/** A run plus its environment. Everything derived (rows, intervals, status) is computed from it again. */
export interface Result {
  readonly format: typeof RESULT_FORMAT;
  readonly version: typeof RESULT_VERSION;
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly scenario: { readonly kind: string; readonly version: number };
  /** The scenario's fields by name. */
  readonly settings: Settings;
  /** What was measured, so that a reader that does not know the scenario can still show it. */
  readonly measures: readonly KeptMeasure[];
  readonly environment: Environment;
  /** In the order they were run. */
  readonly samples: readonly Sample[];
}
