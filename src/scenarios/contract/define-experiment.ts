// Makes the experiments of a scenario: the settings of a configuration get their types back, and are bound to how they are measured.
import { type Fields, readValues } from "../../fields/settings.ts";
import type { Experiment, ExperimentDefinition } from "./experiment.ts";
import type { Configuration } from "./scenario.ts";

/**
 * @param fields those of the scenario
 * @param definition what its author wrote
 * @returns the experiment of a configuration of this scenario; throws on one of another, which is an error of the caller
 */
export function defineExperiment<Set extends Fields>(
  fields: Set,
  { bind, ...declared }: ExperimentDefinition<Set>,
): (configuration: Configuration) => Experiment {
  return (configuration) => {
    const reading = readValues(fields, configuration.settings);
    if (reading.state === "refused") throw new Error(reading.message);
    return { ...configuration, ...declared, ...bind(reading.value) };
  };
}
