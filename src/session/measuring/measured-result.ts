// Makes a result of what a run has measured here: its samples with this machine and this version of Headroom.
import { keptSettings } from "../../fields/settings.ts";
import { ENGINE_VERSION } from "../../inference/version.ts";
import type { RunFacts } from "../../measurement/run/arm.ts";
import { stolenShareOf } from "../../measurement/run/parallel-capacity.ts";
import { type ProcessMemory, unavailable } from "../../measurement/run/process-memory.ts";
import { isValid, type Sample } from "../../measurement/run/sample.ts";
import { RESULT_FORMAT, RESULT_VERSION, type Result } from "../../results/format/result.ts";
import { keptMeasure } from "../../scenarios/contract/measure.ts";
import type { Experiment } from "../../scenarios/contract/experiment.ts";
import type { Machine } from "../page/machine.ts";
import { type MainThreadCost, NOT_PROBED } from "../page/main-thread-probe.ts";
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
  readonly experiment: Experiment;
  readonly samples: readonly Sample[];
  readonly facts: RunFacts;
}

export function resultOf(
  { about, experiment, samples, facts }: MeasuredRun,
  { machine, appVersion }: Here,
  { busyShare, longTasks, inWindows }: MainThreadCost,
  processMemory: ProcessMemory,
): Result {
  return {
    format: RESULT_FORMAT,
    version: RESULT_VERSION,
    ...about,
    scenario: { kind: experiment.scenario.kind, version: experiment.scenario.version },
    settings: keptSettings(experiment.scenario.fields, experiment.settings),
    measures: experiment.measures.map(keptMeasure),
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
      inWindows,
      stolenShare: stolenShareOf(facts.calibration),
    },
    samples: [...samples],
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
  return resultOf(measured, here, NOT_PROBED, unavailable(reason));
}

/** Whether samples give the table a row; yardsticks and attempts that do not count give none. */
export function hasRow(samples: readonly Sample[]): boolean {
  return samples.some((sample) => sample.series === "row" && isValid(sample));
}
