// Owns the one line that says what a result is: machine, configuration, date.
import { fieldToText } from "../../measurement/configuration-text.ts";
import type { Configuration } from "../../measurement/configuration.ts";
import type { Result } from "../../results/schema.ts";
import { formatInstant, formatMeasured } from "../../ui/format.ts";

/** "explorer 10×10, length 2 · pool · all-to-all · saturated". */
export function configurationText(configuration: Configuration): string {
  const workload =
    configuration.workload === "explorer"
      ? `explorer ${configuration.gridSize}×${configuration.gridSize}, length ${configuration.policyLength}`
      : configuration.workload;
  const pacing =
    configuration.pacing === "paced"
      ? `paced at ${fieldToText(configuration, "opsPerSecondPerAgent")} op/s`
      : "saturated";
  return [workload, configuration.placement, configuration.topology, pacing].join(" · ");
}

export function provenanceOf({ configuration, environment, createdAt }: Result): string {
  const cores = `${formatMeasured(environment.parallelCapacity.cores)} cores measured`;
  return [configurationText(configuration), environment.browser, cores, formatInstant(createdAt)].join(" · ");
}
