// The index of a catalogue: which result files a site offers, and what a list shows of each. Each version's schema is in a file of its own.
import { RESULT_LIMITS } from "../format/result-text.ts";
import * as v from "valibot";
import { parseBoundedJson } from "../format/bounded-json.ts";
import { schemaMessage } from "../format/schema-message.ts";
import { isJsonObject, type JsonObject, readerOf, type VersionsTo } from "../format/versions.ts";
import type { ResultFacts } from "../library/entry.ts";
import { upgradeFacts } from "../library/upgrade-1.ts";
import { catalogueFileName } from "./kept-texts.ts";
import { catalogueOneSchema } from "./version-1.ts";
import { catalogueTwoSchema } from "./version-2.ts";
import { catalogueThreeSchema } from "./version-3.ts";

export const CATALOGUE_FORMAT = "headroom-catalogue";
export const CATALOGUE_VERSION = 3;
/** The index's own name in the folder of its files. */
export const INDEX_FILE = "index.json";

export const CATALOGUE_LIMITS = {
  entriesMost: 1_000,
  index: { charactersMost: 2_000_000, depthMost: 8, valuesMost: 100_000 },
  file: RESULT_LIMITS,
} as const;

/** Whether a text can name a result file of a catalogue: no folder, no other site. */
export function isCatalogueFile(name: string): boolean {
  return catalogueFileName.test(name);
}

/** One result of a catalogue, as its index tells of it. */
export interface CatalogueEntry extends ResultFacts {
  readonly file: string;
  readonly name: string;
  readonly note?: string | undefined;
  readonly tags: readonly string[];
  /** As `findings.ts` writes them; null where they are not known, as in indexes of an earlier Headroom. */
  readonly findings: string | null;
}

export interface CatalogueIndex {
  readonly title: string;
  readonly results: readonly CatalogueEntry[];
}

export type IndexRead =
  | { readonly state: "read"; readonly index: CatalogueIndex }
  | { readonly state: "refused"; readonly message: string };

function refused(message: string): IndexRead {
  return { state: "refused", message };
}

/** @returns what two entries share though they may not, such as 'the file "a.json"', or null */
function twice(entries: readonly CatalogueEntry[]): string | null {
  for (const field of ["file", "id"] as const) {
    const seen = new Set<string>();
    for (const entry of entries) {
      if (seen.has(entry[field])) return `the ${field} "${entry[field]}"`;
      seen.add(entry[field]);
    }
  }
  return null;
}

function checked<Kept>(
  schema: v.GenericSchema<unknown, Kept>,
  json: JsonObject,
  upgraded: (kept: Kept) => CatalogueIndex,
): IndexRead {
  const parsed = v.safeParse(schema, json, { abortEarly: true });
  if (!parsed.success) {
    return refused(
      `This catalogue cannot be read: ${schemaMessage(parsed.issues[0])} Whoever runs it makes it again with npm run catalogue.`,
    );
  }
  const index = upgraded(parsed.output);
  const doubled = twice(index.results);
  return doubled === null
    ? { state: "read", index }
    : refused(`This catalogue cannot be read: two of its results have ${doubled}. Take one of them out.`);
}

/** One reader for each version that ever was. A version without one does not compile. */
const readers: Readonly<Record<VersionsTo<typeof CATALOGUE_VERSION>, (json: JsonObject) => IndexRead>> = {
  1: (json) =>
    checked(catalogueOneSchema, json, ({ title, results }) => ({
      title,
      results: results.map(({ file, name, note, tags, ...facts }) => ({
        file,
        name,
        note,
        tags,
        ...upgradeFacts(facts),
        findings: null,
      })),
    })),
  2: (json) =>
    checked(catalogueTwoSchema, json, ({ title, results }) => ({
      title,
      results: results.map((entry) => ({ ...entry, findings: null })),
    })),
  3: (json) => checked(catalogueThreeSchema, json, ({ title, results }) => ({ title, results })),
};

/** Reads an index of any known version from text that anybody may have written. Never throws. */
export function readCatalogueIndex(json: string): IndexRead {
  const parsed = parseBoundedJson(json, CATALOGUE_LIMITS.index);
  if (parsed.state === "refused") return refused(`This catalogue cannot be read: ${parsed.message}`);
  const { value } = parsed;
  if (!isJsonObject(value) || value["format"] !== CATALOGUE_FORMAT) {
    return refused(
      `This is not a catalogue of Headroom: its field "format" is not "${CATALOGUE_FORMAT}". Open the address of an ${INDEX_FILE} that npm run catalogue made.`,
    );
  }
  const found = readerOf("catalogue", value, readers);
  return found.state === "found" ? found.reader(value) : found;
}
