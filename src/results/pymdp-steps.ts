// How long pymdp takes for one step of the models that are measured here, so that a curve can be scaled to its speed.
import type { Settings } from "../fields/settings.ts";

/**
 * Median times of one full step, ms, pymdp 0.0.7.1 on a 2-core Xeon of 2.5 GHz, from `public/reference/pymdp-threads.json`.
 * Its grids have the cells, moves and policies of the explorer's; the T-maze is the same model.
 */
export const PYMDP_STEP_MS = {
  a_tmaze_pl2: 8.51,
  b_grid5_pl1_noisy: 1.21,
  b_grid5_pl3_noisy: 105,
  c_grid10_pl2_noisy: 17.7,
} as const;

const explorers: Readonly<Record<string, keyof typeof PYMDP_STEP_MS>> = {
  "5 1": "b_grid5_pl1_noisy",
  "5 3": "b_grid5_pl3_noisy",
  "10 2": "c_grid10_pl2_noisy",
};

/** pymdp's step of the model that these settings measure, ms; null where none was recorded. */
export function pymdpStepMs({ workload, gridSize, policyLength }: Settings): number | null {
  if (workload === "t-maze") return PYMDP_STEP_MS.a_tmaze_pl2;
  if (workload !== "explorer") return null;
  const name = explorers[`${String(gridSize)} ${String(policyLength)}`];
  return name === undefined ? null : PYMDP_STEP_MS[name];
}

/**
 * What the throughput of one agent is multiplied by to be pymdp's, to three digits; 1 where nothing was recorded.
 * @param singleOpsPerSecond the measured op/s of one agent, saturated
 */
export function scaleToPymdp(settings: Settings, singleOpsPerSecond: number | null): number {
  const stepMs = pymdpStepMs(settings);
  if (stepMs === null || singleOpsPerSecond === null || !(singleOpsPerSecond > 0)) return 1;
  return Number((1_000 / stepMs / singleOpsPerSecond).toPrecision(3));
}
