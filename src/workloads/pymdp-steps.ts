// How long pymdp takes for one step of the models that are measured here: figures of another machine, to stand beside those of this one.
import { type ExampleModel, readReference } from "./model-reference.ts";
import type { WorkloadKind, WorkloadSettings } from "./workload.ts";

/** Where they were measured, as a label says it. */
export const PYMDP_MEASURED_ON = "pymdp 0.0.7.1 on a 2-core Xeon of 2.5 GHz, measured elsewhere";

/** Median times of one full step, ms, from `public/reference/pymdp-threads.json`. */
export const PYMDP_STEP_MS: Readonly<Record<ExampleModel, number>> = {
  a_tmaze_pl2: 8.51,
  b_grid5_pl1_det: 1.0,
  b_grid5_pl1_noisy: 1.21,
  b_grid5_pl3_det: 43.5,
  b_grid5_pl3_noisy: 105,
  c_grid10_pl2_det: 8.3,
  c_grid10_pl2_noisy: 17.7,
  d_grid10x4_pl1: 6.47,
  d_grid10x4_pl2: 67.7,
};

/** Its grids have the cells, moves and policies of the explorer's. */
const explorers: Readonly<Record<string, ExampleModel>> = {
  "5 1": "b_grid5_pl1_noisy",
  "5 3": "b_grid5_pl3_noisy",
  "10 2": "c_grid10_pl2_noisy",
};

function modelOf(
  workload: WorkloadKind,
  { gridSize, policyLength, model = "" }: Partial<WorkloadSettings>,
): ExampleModel | null {
  switch (workload) {
    case "explorer":
      return explorers[`${gridSize} ${policyLength}`] ?? null;
    case "t-maze":
      return "a_tmaze_pl2";
    case "search":
      return null;
    case "custom": {
      const reference = readReference(model);
      return reference?.kind === "example" ? reference.name : null;
    }
  }
}

/** pymdp's step of the model that these settings measure, ms; null where none was recorded. */
export function pymdpStepMs(workload: WorkloadKind, settings: Partial<WorkloadSettings>): number | null {
  const name = modelOf(workload, settings);
  return name === null ? null : PYMDP_STEP_MS[name];
}
