// What scales a curve that was measured here to pymdp's speed, where pymdp's step of the same model was recorded.
import type { Settings } from "../fields/settings.ts";
import { DEFAULT_MODEL } from "../workloads/model-reference.ts";
import { pymdpStepMs } from "../workloads/pymdp-steps.ts";
import { WORKLOADS, type WorkloadSettings } from "../workloads/workload.ts";

const GRIDS: readonly WorkloadSettings["gridSize"][] = [5, 10];
const LENGTHS: readonly WorkloadSettings["policyLength"][] = [1, 2, 3];

/** pymdp's step of the model that a result's settings measure, ms; null where none was recorded. */
export function pymdpStepOf({ workload, gridSize, policyLength, model = DEFAULT_MODEL }: Settings): number | null {
  const kind = WORKLOADS.find((one) => one === workload);
  const side = GRIDS.find((one) => one === gridSize);
  const length = LENGTHS.find((one) => one === policyLength);
  if (kind === undefined || typeof model !== "string") return null;
  return pymdpStepMs(kind, {
    model,
    ...(side === undefined ? {} : { gridSize: side }),
    ...(length === undefined ? {} : { policyLength: length }),
  });
}

/**
 * What the throughput of one agent is multiplied by to be pymdp's, to three digits; 1 where nothing was recorded.
 * @param singleOpsPerSecond the measured op/s of one agent, saturated
 */
export function scaleToPymdp(settings: Settings, singleOpsPerSecond: number | null): number {
  const stepMs = pymdpStepOf(settings);
  if (stepMs === null || singleOpsPerSecond === null || !(singleOpsPerSecond > 0)) return 1;
  return Number((1_000 / stepMs / singleOpsPerSecond).toPrecision(3));
}
