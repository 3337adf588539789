// The settings of the scaling scenario, and their defaults.
import { textOf, type ValuesOf } from "../../fields/settings.ts";
import {
  agentsUpTo,
  anyPlacementField,
  gridSizeField,
  pacingField,
  modelField,
  policyLengthField,
  precisionField,
  rateField,
  repeatsField,
  seedField,
  topologyField,
  transportField,
  windowField,
  workersField,
  workloadField,
} from "../agents/agent-fields.ts";
import { BATCHED_MOST } from "../agents/agents-most.ts";
import { DEFAULT_MODEL } from "../../workloads/model-reference.ts";

export const scalingFields = {
  workload: workloadField,
  model: modelField,
  gridSize: gridSizeField,
  policyLength: policyLengthField,
  placement: anyPlacementField,
  precision: precisionField,
  topology: topologyField,
  transport: transportField,
  pacing: pacingField,
  opsPerSecondPerAgent: rateField,
  agents: agentsUpTo(BATCHED_MOST),
  repeats: repeatsField,
  windowMs: windowField,
  seed: seedField,
  workers: workersField,
};

export type ScalingSettings = ValuesOf<typeof scalingFields>;

/** What Run measures when nobody chose otherwise: the quick preset. */
export const scalingDefaults: ScalingSettings = {
  workload: "explorer",
  model: DEFAULT_MODEL,
  gridSize: 10,
  policyLength: 2,
  placement: "pool",
  precision: "f64",
  topology: "all-to-all",
  transport: "shared-memory",
  pacing: "saturated",
  opsPerSecondPerAgent: 20,
  agents: [1, 5, 10, 15, 20, 30, 50],
  repeats: 3,
  windowMs: 400,
  seed: 7,
  workers: "auto",
};

/** How ops are paced, in words. */
export function pacingText(settings: ScalingSettings): string {
  if (settings.pacing === "saturated") return settings.pacing;
  return `paced at ${textOf(scalingFields, settings, "opsPerSecondPerAgent")} op/s`;
}
