// The settings of the memory scenario, and their defaults.
import type { ValuesOf } from "../../fields/settings.ts";
import { DEFAULT_MODEL } from "../../workloads/model-reference.ts";
import {
  agentsUpTo,
  gridSizeField,
  LIMITS,
  modelField,
  placementField,
  policyLengthField,
  repeatsField,
  seedField,
  workersField,
  workloadField,
} from "../agents/agent-fields.ts";

export const memoryFields = {
  workload: workloadField,
  model: modelField,
  gridSize: gridSizeField,
  policyLength: policyLengthField,
  agents: agentsUpTo(LIMITS.agentsMost),
  placement: placementField,
  repeats: { ...repeatsField, help: "Readings at each number of agents." },
  seed: seedField,
  workers: workersField,
};

export type MemorySettings = ValuesOf<typeof memoryFields>;

/** Far enough apart that one more agent is seen among what a page takes by itself. */
export const memoryDefaults: MemorySettings = {
  workload: "explorer",
  model: DEFAULT_MODEL,
  gridSize: 10,
  policyLength: 2,
  agents: [10, 100, 500, 1_000],
  placement: "single-lane",
  repeats: 4,
  seed: 7,
  workers: "auto",
};
