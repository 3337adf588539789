// Writes a merged result and says what it is, with its link: the same for named files and for the folder of a fleet.
import { toResultJson } from "../../src/results/result-json.ts";
import { linkPayload } from "../../src/results/link/result-link.ts";
import { experimentOf } from "../../src/results/experiment.ts";
import type { Result } from "../../src/results/format/result.ts";
import { writeText } from "./command-files.ts";

/** "1, 5, 10 agents". */
export function rowsText(result: Result, points: readonly number[]): string {
  const { scenario } = experimentOf(result);
  return `${points.map((at) => scenario.axis.format(at)).join(", ")} ${scenario.axis.label.toLowerCase()}`;
}

/** @returns the lines to print. @throws BadInput where the file cannot be written */
export async function writeMerged(
  result: Result,
  { out, site, parts }: { readonly out: string; readonly site: string; readonly parts: number },
): Promise<readonly string[]> {
  writeText(out, toResultJson(result));
  const payload = await linkPayload(result);
  const what = rowsText(result, experimentOf(result).points);
  return [
    `${parts} results, ${what}, ${result.samples.length} trials: ${out} (${result.id})`,
    payload === null ? "No link: the result has more trials than a link holds." : `${site}#/r/${payload}`,
  ];
}
