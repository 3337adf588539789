// Owns the one line that says what a result is: machine, configuration, date.
import { fieldToText } from "../measurement/run/configuration-text.ts";
import type { Configuration } from "../measurement/run/configuration.ts";
import type { Result } from "./format/schema.ts";
import { formatInstant, formatMeasured } from "../words/format.ts";

/** Whose measurement a result is: of this tab, or of the machine that shared it. */
export type ResultSource = "measured-here" | "shared";

/** The source in words, as every claim carries them. */
export const SOURCE_WORDS: Readonly<Record<ResultSource, string>> = {
  "measured-here": "measured here",
  shared: "shared: measured elsewhere",
};

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
  const { cores } = environment.parallelCapacity;
  const coresText = `${formatMeasured(cores)} ${cores === 1 ? "core" : "cores"} measured`;
  return [configurationText(configuration), environment.browser, coresText, formatInstant(createdAt)].join(" · ");
}

/** The same line under an exported picture, where no page around it says whose measurement it is. */
export function pictureNote(source: ResultSource, provenance: string): string {
  return `${source === "shared" ? "Shared, measured elsewhere" : "Measured here"}: ${provenance}`;
}
