// The settings of the optimisations scenario, and their defaults.
import { oneOf, severalOf, whole } from "../../fields/field.ts";
import type { ValuesOf } from "../../fields/settings.ts";
import { workloads } from "../../workloads/definitions.ts";
import {
  gridSizeField,
  policyLengthField,
  repeatsField,
  seedField,
  windowField,
  workersField,
  workloadField,
} from "../agents/agent-fields.ts";
import { OPTIMISATIONS, type OptimisationKind } from "./optimisations-list.ts";

const AGENTS_MOST = 100;

function labels(): Record<OptimisationKind, string> {
  const { "one-model": oneModel, sparse, workers, asynchronous, cache, ...others } = OPTIMISATIONS;
  return {
    "one-model": oneModel.label,
    "single-precision": others["single-precision"].label,
    "sixteen-bit": others["sixteen-bit"].label,
    cache: cache.label,
    "selective-updating": others["selective-updating"].label,
    "deterministic-choice": others["deterministic-choice"].label,
    workers: workers.label,
    asynchronous: asynchronous.label,
    sparse: sparse.label,
    "shared-prefixes": others["shared-prefixes"].label,
  };
}

const optimisationsField = severalOf<OptimisationKind>(
  {
    parameter: "optimisations",
    label: "Optimisations",
    help: "What is measured, one by one, each beside the same agents without it.",
  },
  labels(),
);

export const optimisationFields = {
  workload: oneOf<"explorer" | "t-maze">(
    { parameter: "workload", label: workloadField.label, help: workloadField.help },
    { explorer: workloads.explorer.label, "t-maze": workloads["t-maze"].label },
  ),
  gridSize: gridSizeField,
  policyLength: policyLengthField,
  optimisations: optimisationsField,
  agents: whole(
    { parameter: "agents", width: "half", label: "Agents", help: "How many agents act." },
    { least: 2, most: AGENTS_MOST },
  ),
  repeats: repeatsField,
  windowMs: windowField,
  seed: seedField,
  workers: workersField,
};

export type OptimisationSettings = ValuesOf<typeof optimisationFields>;

export const optimisationDefaults: OptimisationSettings = {
  workload: "explorer",
  gridSize: 10,
  policyLength: 2,
  optimisations: Object.keys(OPTIMISATIONS).join(","),
  agents: 10,
  repeats: 6,
  windowMs: 300,
  seed: 7,
  workers: "auto",
};

/** @returns those that are ticked, in the order in which they are offered */
export function tickedOf({ optimisations }: Pick<OptimisationSettings, "optimisations">): readonly OptimisationKind[] {
  return optimisationsField.wordsOf(optimisations);
}
