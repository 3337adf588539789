// Runs one experiment in this page as the app does, and tells how far it is; nothing is drawn.
import type { Machine } from "../../src/measurement/run/bench.ts";
import { runBenchmark } from "../../src/measurement/run/run.ts";
import type { ProcessMemory } from "../../src/measurement/run/process-memory.ts";
import type { Planned, Sample } from "../../src/measurement/run/sample.ts";
import { WebLaneHost } from "../../src/measurement/workers/web-lane-host.ts";
import { experimentOf, measuredOn } from "../../src/results/experiment.ts";
import type { MeasuredOn } from "../../src/scenarios/contract/rows.ts";
import type { Experiment } from "../../src/scenarios/contract/experiment.ts";
import { tableOf } from "../../src/scenarios/contract/table.ts";
import { experimentFrom } from "../../src/scenarios/experiments.ts";
import { configurationFromTexts } from "../../src/scenarios/texts.ts";
import { newAbout, resultOf } from "../../src/session/measuring/measured-result.ts";
import { keepModel } from "../../src/session/models/kept-models.ts";
import { modelRefusal, withModel } from "../../src/session/models/with-model.ts";
import { measureProcessMemory } from "../../src/session/page/process-memory.ts";
import { progressText } from "../../src/scenarios/contract/progress-text.ts";
import { surroundingsOf } from "../../src/session/measuring/run-surroundings.ts";
import { hereNow, thisPage } from "../../src/session/measuring/this-page.ts";
import { secondsLeft } from "../../src/session/measuring/time-left.ts";
import type { MeasuringAnswer, MeasuringEvent } from "./events.ts";

function tableEvent(experiment: Experiment, samples: readonly Sample[], on: MeasuredOn, live: boolean): MeasuringEvent {
  return { type: "table", table: tableOf(experiment, experiment.rowsOf(samples, on, live), on) };
}

/** What the browser attributes to the workers with the most agents alive. */
async function memoryOf(
  experiment: Experiment,
  host: WebLaneHost,
  machine: Pick<Machine, "cores" | "poolWorkers">,
  tell: (event: MeasuringEvent) => void,
): Promise<ProcessMemory> {
  const setup = experiment.fullestSetup({ ...machine, canShareMemory: globalThis.crossOriginIsolated });
  if (setup === null) return { state: "unavailable", reason: "This run keeps no agents alive for it." };
  tell({ type: "progress", text: "Asking the browser what memory the workers take, 10 to 20 s" });
  const prepared = await host.prepare(setup);
  if (prepared.state !== "done") {
    return { state: "unavailable", reason: "The workers could not be prepared for it." };
  }
  host.endIdle();
  return measureProcessMemory(setup.totalAgents, host.alive);
}

/**
 * @param texts the experiment, as an address has it; what is not understood was refused by the command
 * @param models canonical texts of models that were given as files, by their hash
 */
export async function measure(
  texts: Readonly<Record<string, string>>,
  models: Readonly<Record<string, string>>,
  tell: (event: MeasuringEvent) => void,
): Promise<MeasuringAnswer> {
  const experiment = experimentFrom(configurationFromTexts(texts).configuration);
  for (const [hash, text] of Object.entries(models)) await keepModel(hash, text, Date.now());
  const refusal = await modelRefusal(experiment.settings);
  if (refusal !== null) return { state: "broken", reason: refusal };
  const host = new WebLaneHost(undefined, withModel);
  const samples: Sample[] = [];
  let on: MeasuredOn | null = null;
  let beganMs = performance.now();
  const progress = (done: number, total: number, current: Planned | null) => {
    const left = secondsLeft(done, total, performance.now() - beganMs);
    tell({ type: "progress", text: progressText(experiment, { done, total, current, secondsLeft: left }) });
  };
  progress(0, experiment.plan.length, null);
  const here = hereNow();
  const surroundings = surroundingsOf({ page: thisPage, here });
  const endProbe = thisPage.probe();
  tell({ type: "began" });
  const outcome = await runBenchmark(experiment, host, {
    ...surroundings,
    untilMeasurable: () => Promise.resolve(),
    isStopped: () => false,
    report: (event) => {
      switch (event.type) {
        case "calibrated":
          beganMs = performance.now();
          on = { ...event.calibration, engineMemory: null, processMemory: null };
          return;
        case "prepared":
          on = { ...event.facts.calibration, engineMemory: event.facts.engineMemory, processMemory: null };
          return;
        case "attempt-started":
          progress(event.done, event.total, event.planned);
          return;
        case "attempt-ended":
          samples.push(event.sample);
          if (on !== null) tell(tableEvent(experiment, samples, on, true));
      }
    },
  });
  tell({ type: "ended" });
  const cost = endProbe();
  if (outcome.state === "broken") return { state: "broken", reason: outcome.reason };
  if (outcome.facts === null) return { state: "broken", reason: "The run was stopped." };
  const { capacity, poolWorkers } = outcome.facts.calibration;
  const processMemory = await memoryOf(experiment, host, { cores: capacity.cores, poolWorkers }, tell);
  host.reset();
  const result = resultOf(
    { about: newAbout(), experiment, samples: outcome.samples, facts: outcome.facts },
    here,
    cost,
    processMemory,
  );
  tell(tableEvent(experimentOf(result), result.samples, measuredOn(result.environment), false));
  return { state: "measured", result };
}
