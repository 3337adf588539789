// About how long a configuration takes to measure, in words.
import { estimateRange } from "../../../measurement/run/estimate.ts";
import type { Configuration } from "../../../scenarios/contract/scenario.ts";
import { experimentFrom } from "../../../scenarios/experiments.ts";
import { formatAboutRange } from "../../../words/format.ts";

/** "~35 s", or from the typical to the longest where it searches. */
export function timeOf(configuration: Configuration, hardwareConcurrency: number): string {
  return formatAboutRange(...estimateRange([experimentFrom(configuration)], hardwareConcurrency));
}
