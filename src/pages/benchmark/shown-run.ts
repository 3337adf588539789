// What is shown of a run, whatever its state.
import type { Sample } from "../../measurement/run/sample.ts";
import { experimentOf, measuredOn } from "../../results/experiment.ts";
import { derive, type Derived } from "../../results/derive.ts";
import { provenanceOf } from "../../results/provenance.ts";
import type { MeasuredOn } from "../../scenarios/contract/rows.ts";
import type { Experiment } from "../../scenarios/contract/scenario.ts";
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

/** @param chosen the experiment in the address, shown where nothing was run */
export function shownRun(run: RunState, chosen: Experiment): ShownRun {
  switch (run.state) {
    case "idle":
    case "broken":
      return { experiment: chosen, derived: derive(chosen, [], nowhere), samples: [], on: nowhere, provenance: "" };
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
      const experiment = experimentOf(result);
      const on = measuredOn(result.environment);
      const { samples } = result;
      return { experiment, derived: derive(experiment, samples, on), samples, on, provenance: provenanceOf(result) };
    }
  }
}
