// What is shown of a run, whatever its state.
import type { Sample } from "../../measurement/run/sample.ts";
import { experimentOf, measuredOn } from "../../results/experiment.ts";
import { derive, type Derived } from "../../results/derive.ts";
import { provenanceOf } from "../../results/provenance.ts";
import type { MeasuredOn } from "../../scenarios/contract/rows.ts";
import type { Experiment } from "../../scenarios/contract/experiment.ts";
import type { Configuration } from "../../scenarios/contract/scenario.ts";
import { withSettings } from "../../scenarios/texts.ts";
import { experimentFrom } from "../../scenarios/experiments.ts";
import type { RunState } from "../../session/runs/benchmark-store.ts";

export interface ShownRun {
  readonly experiment: Experiment;
  readonly derived: Derived;
  readonly samples: readonly Sample[];
  readonly on: MeasuredOn;
  /** One line for exported pictures. */
  readonly provenance: string;
}

/** While nothing is known of the machine yet. */
const nowhere: MeasuredOn = {
  capacity: { cores: 1, low: 1, high: 1 },
  timerStepUs: 0,
  engineMemory: null,
  processMemory: null,
};

/** The experiment with those settings of the form that change only what is said of it. */
function readAgain(experiment: Experiment, { scenario, settings }: Configuration): Experiment {
  if (scenario.kind !== experiment.scenario.kind) return experiment;
  const changed = Object.entries(scenario.fields).flatMap(([name, { afterwards }]) => {
    const asked = settings[name];
    return afterwards === true && asked !== undefined && asked !== experiment.settings[name]
      ? [[name, asked] as const]
      : [];
  });
  return changed.length === 0 ? experiment : experimentFrom(withSettings(experiment, Object.fromEntries(changed)));
}

function made(run: RunState, chosen: Configuration): ShownRun {
  switch (run.state) {
    case "idle":
    case "broken": {
      const experiment = experimentFrom(chosen);
      return { experiment, derived: derive(experiment, [], nowhere), samples: [], on: nowhere, provenance: "" };
    }
    case "running": {
      const { experiment, samples, calibration, engineMemory } = run;
      const on: MeasuredOn =
        calibration === null
          ? nowhere
          : { capacity: calibration.capacity, timerStepUs: calibration.timerStepUs, engineMemory, processMemory: null };
      const derived = derive(experiment, samples, on, true);
      return { experiment, derived, samples, on, provenance: "a run in progress" };
    }
    case "finished": {
      const { result } = run;
      const experiment = readAgain(experimentOf(result), chosen);
      const on = measuredOn(result.environment);
      const { samples } = result;
      return { experiment, derived: derive(experiment, samples, on), samples, on, provenance: provenanceOf(result) };
    }
  }
}

let last: { readonly run: RunState; readonly chosen: Configuration; readonly shown: ShownRun } | null = null;

/**
 * The same for head and body of the page, worked out once.
 * @param chosen the configuration in the address, shown where nothing was run
 */
export function shownRun(run: RunState, chosen: Configuration): ShownRun {
  if (last?.run !== run || last.chosen !== chosen) last = { run, chosen, shown: made(run, chosen) };
  return last.shown;
}
