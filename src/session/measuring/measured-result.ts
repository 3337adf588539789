// Makes a result of what a run has measured here: its trials with this machine and this version of Headroom.
import { ENGINE_VERSION } from "../../inference/version.ts";
import type { RunFacts } from "../../measurement/run/arm.ts";
import type { Configuration } from "../../measurement/run/configuration.ts";
import type { Trial } from "../../measurement/run/trial.ts";
import { RESULT_FORMAT, RESULT_VERSION, type ProcessMemory, type Result } from "../../results/format/schema.ts";
import type { Machine } from "../page/machine.ts";
import type { MainThreadCost } from "../page/main-thread-probe.ts";
import type { ResultEnding } from "./session-arm.ts";

/** What a result is known by, from its beginning on. */
export interface About {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
}

/** Where it is measured, and by which Headroom. */
export interface Here {
  readonly machine: Machine;
  readonly appVersion: string;
}

export function newAbout(): About {
  return { id: crypto.randomUUID().replaceAll("-", "").slice(0, 12), createdAt: new Date().toISOString() };
}

export interface MeasuredRun {
  readonly about: About;
  readonly configuration: Configuration;
  readonly trials: readonly Trial[];
  readonly facts: RunFacts;
}

export function resultOf(
  { about, configuration, trials, facts }: MeasuredRun,
  { machine, appVersion }: Here,
  { busyShare, longTasks }: MainThreadCost,
  processMemory: ProcessMemory,
): Result {
  return {
    format: RESULT_FORMAT,
    version: RESULT_VERSION,
    ...about,
    configuration,
    environment: {
      browser: machine.browser,
      platform: machine.platform,
      hardwareConcurrency: machine.hardwareConcurrency,
      parallelCapacity: facts.calibration.capacity,
      isolated: machine.isolated,
      timerStepUs: facts.calibration.timerStepUs,
      engineVersion: ENGINE_VERSION,
      appVersion,
      workers: facts.workers,
      transport: facts.transport,
      engineMemory: facts.engineMemory,
      processMemory,
      mainThreadBusyShare: busyShare,
      longTasks,
    },
    trials: [...trials],
  };
}

/**
 * A result at the end of its run, or as it stands if its tab is closed now, when what the page cost is not known yet.
 * @param processMemory what is known of it at the end
 */
export function endedResult(
  measured: MeasuredRun,
  here: Here,
  ending: ResultEnding,
  processMemory: ProcessMemory,
): Result {
  if (ending.state !== "interrupted") return resultOf(measured, here, ending.cost, processMemory);
  const reason = "The tab was closed before the run had ended.";
  return resultOf(measured, here, { busyShare: null, longTasks: null }, { state: "unavailable", reason });
}

/** Whether trials give the table a row; trials of one agent alone and attempts that do not count give none. */
export function hasRow(trials: readonly Trial[]): boolean {
  return trials.some((trial) => trial.kind === "row" && trial.state === "valid");
}
