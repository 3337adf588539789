// The settings of the single-agent scenario, and their defaults.
import { textOf, type ValuesOf } from "../../fields/settings.ts";
import {
  gridSizeField,
  modelField,
  policyLengthField,
  rateField,
  repeatsField,
  seedField,
  windowField,
  workloadField,
} from "../agents/agent-fields.ts";
import { DEFAULT_MODEL } from "../../workloads/model-reference.ts";

export const singleAgentFields = {
  workload: workloadField,
  model: modelField,
  gridSize: gridSizeField,
  policyLength: policyLengthField,
  opsPerSecond: rateField,
  repeats: repeatsField,
  windowMs: windowField,
  seed: seedField,
};

export type SingleAgentSettings = ValuesOf<typeof singleAgentFields>;

/** The published document measures one agent at 20 op/s. */
export const singleAgentDefaults: SingleAgentSettings = {
  workload: "explorer",
  model: DEFAULT_MODEL,
  gridSize: 10,
  policyLength: 2,
  opsPerSecond: 20,
  repeats: 6,
  windowMs: 1_000,
  seed: 7,
};

/** The rate that ops are paced at, in words. */
export function rateText(settings: SingleAgentSettings): string {
  return `${textOf(singleAgentFields, settings, "opsPerSecond")} op/s`;
}
