// The settings of the single-agent scenario, and their defaults.
import type { ValuesOf } from "../../fields/settings.ts";
import {
  gridSizeField,
  policyLengthField,
  rateField,
  repeatsField,
  seedField,
  windowField,
  workloadField,
} from "../agents/agent-fields.ts";

export const singleAgentFields = {
  workload: workloadField,
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
  gridSize: 10,
  policyLength: 2,
  opsPerSecond: 20,
  repeats: 6,
  windowMs: 1_000,
  seed: 7,
};
