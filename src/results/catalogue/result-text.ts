// Reads the text of a result file of a catalogue, with the checks of every foreign result.
import { parseBoundedJson } from "../bounded-json.ts";
import { type ReadResult, readResult } from "../upgrade.ts";
import { CATALOGUE_LIMITS, type CatalogueEntry } from "./catalogue-index.ts";

/** Reads text that anybody may have written. Never throws. */
export function readResultText(text: string): ReadResult {
  const json = parseBoundedJson(text, CATALOGUE_LIMITS.file);
  return json.state === "refused"
    ? { state: "refused", message: `It cannot be read: ${json.message}` }
    : readResult(json.value);
}

/** Reads the file of an entry: it must hold the result that the index tells of. Never throws. */
export function readListedResult(entry: CatalogueEntry, text: string): ReadResult {
  const read = readResultText(text);
  if (read.state === "refused" || read.result.id === entry.id) return read;
  return {
    state: "refused",
    message: `It holds result ${read.result.id} where the index lists ${entry.id}: the index is out of date. Whoever runs the catalogue makes it anew with npm run catalogue.`,
  };
}
