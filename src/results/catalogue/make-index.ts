// Makes the index of a catalogue from the result files of a folder; what a person wrote of a file stays.
import { findingsText } from "../findings.ts";
import { defaultName, factsOf } from "../library/entry.ts";
import { readResultText } from "../format/result-text.ts";
import {
  CATALOGUE_FORMAT,
  CATALOGUE_LIMITS,
  CATALOGUE_VERSION,
  type CatalogueEntry,
  type CatalogueIndex,
  isCatalogueFile,
  readCatalogueIndex,
} from "./catalogue-index.ts";

export interface CatalogueFile {
  readonly file: string;
  readonly text: string;
}

export type IndexMade =
  | { readonly state: "made"; readonly text: string; readonly index: CatalogueIndex }
  | { readonly state: "refused"; readonly message: string };

/** The index as text, each entry's fields in one order, so that the same folder always gives the same text. */
function indexText({ title, results }: CatalogueIndex): string {
  const entries = results.map(({ file, name, note, tags, ...facts }) => ({ file, name, note, tags, ...facts }));
  const fields = { format: CATALOGUE_FORMAT, version: CATALOGUE_VERSION, title, results: entries };
  // Points are written in one line each; no text of JSON holds a line break of its own.
  return `${JSON.stringify(fields, null, 2).replaceAll(/\[\n[\d.,\s]+\]/g, (list) => list.replaceAll(/\s+/g, "").replaceAll(",", ", "))}\n`;
}

/**
 * @param files every result file of the folder
 * @param before the index already there: its names, notes and tags are kept; null without one
 * @returns the new index, or the first file that cannot be in it and why
 */
export function makeIndex(
  files: readonly CatalogueFile[],
  before: CatalogueIndex | null,
  title = before?.title ?? "Catalogue",
): IndexMade {
  const results: CatalogueEntry[] = [];
  for (const { file, text } of [...files].sort((a, b) => (a.file < b.file ? -1 : 1))) {
    if (!isCatalogueFile(file)) {
      return {
        state: "refused",
        message: `${file}: the name must begin with a letter or digit and hold only these, ".", "-" and "_". Rename the file.`,
      };
    }
    const read = readResultText(text, CATALOGUE_LIMITS.file);
    if (read.state === "refused") return { state: "refused", message: `${file}: ${read.message}` };
    const other = results.find(({ id }) => id === read.result.id);
    if (other !== undefined) {
      return {
        state: "refused",
        message: `${file}: it holds the same result as ${other.file} (${other.id}). Take one of the two out.`,
      };
    }
    const known = before?.results.find((entry) => entry.file === file);
    results.push({
      file,
      name: known?.name ?? defaultName(read.result),
      note: known?.note,
      tags: known?.tags ?? [],
      ...factsOf(read.result, new TextEncoder().encode(text).byteLength),
      findings: findingsText(read.result),
    });
  }
  const text = indexText({ title, results });
  const index = readCatalogueIndex(text);
  return index.state === "read" ? { state: "made", text, index: index.index } : index;
}
