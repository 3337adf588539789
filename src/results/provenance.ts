// The one line that says what a result is: what was measured, machine, date.
import { formatInstant, formatMeasured } from "../words/format.ts";
import { experimentOf } from "./experiment.ts";
import type { Result } from "./format/result.ts";

/** Whose measurement a result is: of this tab, or of the machine that shared it. */
export type ResultSource = "measured-here" | "shared";

/** The source in words, as every claim carries them. */
export const SOURCE_WORDS: Readonly<Record<ResultSource, string>> = {
  "measured-here": "measured here",
  shared: "shared: measured elsewhere",
};

export function provenanceOf(result: Result): string {
  const { environment, createdAt } = result;
  const { cores } = environment.parallelCapacity;
  const coresText = `${formatMeasured(cores)} ${cores === 1 ? "core" : "cores"} measured`;
  return [experimentOf(result).description, environment.browser, coresText, formatInstant(createdAt)].join(" · ");
}

/** The same line under an exported picture, where no page around it says whose measurement it is. */
export function pictureNote(source: ResultSource, provenance: string): string {
  return `${source === "shared" ? "Shared, measured elsewhere" : "Measured here"}: ${provenance}`;
}
