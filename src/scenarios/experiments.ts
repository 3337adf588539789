// The experiments of every scenario: what it takes to measure a configuration and to read its result. The form does without it.
import { cacheExperiment } from "./cache/experiment.ts";
import type { Experiment } from "./contract/experiment.ts";
import type { Configuration } from "./contract/scenario.ts";
import { coordinationExperiment } from "./coordination/experiment.ts";
import { failuresExperiment } from "./failures/experiment.ts";
import { stressExperiment } from "./memory-stress/experiment.ts";
import { optimisationsExperiment } from "./optimisations/experiment.ts";
import { memoryExperiment } from "./memory/experiment.ts";
import { lifecycleExperiment } from "./memory-lifecycle/experiment.ts";
import { patternsExperiment } from "./patterns/experiment.ts";
import { realTimeExperiment } from "./real-time/experiment.ts";
import { type ScenarioKind, SCENARIOS } from "./registry.ts";
import { scalingExperiment } from "./scaling/experiment.ts";
import { searchExperiment } from "./search/experiment.ts";
import { singleAgentExperiment } from "./single-agent/experiment.ts";

const experiments = {
  "real-time": realTimeExperiment,
  scaling: scalingExperiment,
  coordination: coordinationExperiment,
  search: searchExperiment,
  patterns: patternsExperiment,
  failures: failuresExperiment,
  memory: memoryExperiment,
  "memory-lifecycle": lifecycleExperiment,
  "memory-stress": stressExperiment,
  cache: cacheExperiment,
  optimisations: optimisationsExperiment,
  "single-agent": singleAgentExperiment,
} satisfies Record<ScenarioKind, (configuration: Configuration) => Experiment>;

const made = new WeakMap<Configuration, Experiment>();

/** @returns the same experiment each time; throws on a configuration of no scenario of the registry, which is an error of the caller */
export function experimentFrom(configuration: Configuration): Experiment {
  const known = made.get(configuration);
  if (known !== undefined) return known;
  const kind = SCENARIOS.find((name) => name === configuration.scenario.kind);
  if (kind === undefined) throw new Error(`There is no scenario ${configuration.scenario.kind}.`);
  const experiment = experiments[kind](configuration);
  made.set(configuration, experiment);
  return experiment;
}
