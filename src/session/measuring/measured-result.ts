// Makes a result of what a run has measured here: its trials with this machine and this version of Headroom.
import { ENGINE_VERSION } from "../../inference/version.ts";
import type { RunFacts } from "../../measurement/run/arm.ts";
import type { Configuration } from "../../measurement/run/configuration.ts";
import type { Trial } from "../../measurement/run/trial.ts";
import { RESULT_FORMAT, RESULT_VERSION, type ProcessMemory, type Result } from "../../results/format/schema.ts";
import { readMachine } from "./machine.ts";
import type { MainThreadCost } from "./main-thread-probe.ts";

/** What a result is known by, from its beginning on. */
export interface About {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
}

export function newAbout(): About {
  return { id: crypto.randomUUID().replaceAll("-", "").slice(0, 12), createdAt: new Date().toISOString() };
}

export function resultOf(
  about: About,
  configuration: Configuration,
  trials: readonly Trial[],
  facts: RunFacts,
  cost: MainThreadCost,
  processMemory: ProcessMemory,
): Result {
  const machine = readMachine();
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
      appVersion: __APP_VERSION__,
      workers: facts.workers,
      transport: facts.transport,
      engineMemory: facts.engineMemory,
      processMemory,
      mainThreadBusyShare: cost.busyShare,
      longTasks: cost.longTasks,
    },
    trials: [...trials],
  };
}

/** A result so far, as it stands if its tab is closed: what the page cost is not known yet. */
export function interruptedResult(
  about: About,
  configuration: Configuration,
  trials: readonly Trial[],
  facts: RunFacts,
): Result {
  const cost = { busyShare: null, longTasks: null };
  const reason = "The tab was closed before the run had ended.";
  return resultOf(about, configuration, trials, facts, cost, { state: "unavailable", reason });
}
