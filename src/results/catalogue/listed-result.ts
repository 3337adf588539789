// Reads a result file that a catalogue lists: it must hold the result that the index tells of.
import { readResultText } from "../format/result-text.ts";
import type { ReadResult } from "../format/read-result.ts";
import { CATALOGUE_LIMITS, type CatalogueEntry } from "./catalogue-index.ts";

/** Reads text that anybody may have written. Never throws. */
export function readListedResult(entry: CatalogueEntry, text: string): ReadResult {
  const read = readResultText(text, CATALOGUE_LIMITS.file);
  if (read.state === "refused" || read.result.id === entry.id) return read;
  return {
    state: "refused",
    message: `It holds result ${read.result.id} where the index lists ${entry.id}: the index is out of date. Whoever runs the catalogue makes it again with npm run catalogue.`,
  };
}
