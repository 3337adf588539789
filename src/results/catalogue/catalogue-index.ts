// Owns the index of a catalogue, version 1: which result files a site offers, and what a list shows of each.
import * as v from "valibot";
import { parseBoundedJson } from "../format/bounded-json.ts";
import type { ResultFacts } from "../library/entry.ts";
import { ENTRY_LIMITS } from "../library/entry.ts";
import { schemaMessage } from "../format/schema-message.ts";
import { TRIALS_MOST } from "../format/schema.ts";
import { type Fields, isFields, type VersionsTo } from "../format/upgrade.ts";

export const CATALOGUE_FORMAT = "headroom-catalogue";
export const CATALOGUE_VERSION = 1;
/** The index's own name in the folder of its files. */
export const INDEX_FILE = "index.json";

export const CATALOGUE_LIMITS = {
  entriesMost: 1_000,
  titleMost: 120,
  noteMost: 400,
  index: { charactersMost: 2_000_000, depthMost: 8, valuesMost: 100_000 },
  /** One result file, in bytes as in characters. */
  file: { charactersMost: 5_000_000, depthMost: 16, valuesMost: 400_000 },
} as const;

/** Letters, digits, point, hyphen and underscore, so that it means the same in a folder, an address and a link. */
const fileName = /^(?!index\.json$)(?!.*\.\.)[A-Za-z0-9][A-Za-z0-9._-]{0,94}\.json$/;

const fileRule =
  'a file is a plain name such as "my-run.json": letters, digits, ".", "-" and "_" alone, and not the index itself.';

/** Whether a text can name a result file of a catalogue: no folder, no other site. */
export function isCatalogueFile(name: string): boolean {
  return fileName.test(name);
}

/** No control characters, and none that turn the direction of what stands around them. */
const plain = v.regex(
  /^[^\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]*$/u,
  "a text holds control characters. Write it anew without them.",
);

function text(most: number) {
  return v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most), plain);
}

const whole = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most));

const entrySchema = v.object({
  file: v.pipe(v.string(), v.regex(fileName, fileRule)),
  name: text(ENTRY_LIMITS.nameMost),
  /** One or two sentences on what it is. */
  note: v.optional(text(CATALOGUE_LIMITS.noteMost)),
  tags: v.optional(v.pipe(v.array(text(ENTRY_LIMITS.tagMost)), v.maxLength(ENTRY_LIMITS.tagsMost)), []),
  id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/, "an id is the one of the result in the file.")),
  createdAt: v.pipe(v.string(), v.isoTimestamp()),
  workload: text(60),
  placement: text(60),
  topology: text(60),
  pacing: text(60),
  browser: text(120),
  platform: text(120),
  agents: v.pipe(v.array(whole(100_000)), v.maxLength(64)),
  trials: whole(TRIALS_MOST),
  bytes: whole(CATALOGUE_LIMITS.file.charactersMost),
});

/** One result of a catalogue, as its index tells of it. */
export interface CatalogueEntry extends ResultFacts {
  readonly file: string;
  readonly name: string;
  readonly note?: string | undefined;
  readonly tags: readonly string[];
}

function isBoundedArray(input: unknown): input is unknown[] {
  return Array.isArray(input) && input.length <= CATALOGUE_LIMITS.entriesMost;
}

const indexSchema = v.object({
  format: v.literal(CATALOGUE_FORMAT),
  version: v.literal(CATALOGUE_VERSION),
  title: text(CATALOGUE_LIMITS.titleMost),
  /** The length is checked before any entry is. */
  results: v.pipe(
    v.custom<unknown[]>(isBoundedArray, `a catalogue lists its results, at most ${CATALOGUE_LIMITS.entriesMost}.`),
    v.array(entrySchema),
  ),
});

export interface CatalogueIndex {
  readonly title: string;
  readonly results: readonly CatalogueEntry[];
}

export type IndexRead =
  | { readonly state: "read"; readonly index: CatalogueIndex }
  | { readonly state: "refused"; readonly message: string };

/** One entry per version: takes the fields of that version to those of the newest one. Nothing is checked yet. */
const upgraders: Readonly<Record<VersionsTo<typeof CATALOGUE_VERSION>, (fields: Fields) => Fields>> = {
  1: (fields) => fields,
};

function hasUpgrader(version: number): version is keyof typeof upgraders {
  return Object.hasOwn(upgraders, version);
}

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

/** Reads an index of any known version from text that anybody may have written. Never throws. */
export function readCatalogueIndex(json: string): IndexRead {
  const parsed = parseBoundedJson(json, CATALOGUE_LIMITS.index);
  if (parsed.state === "refused") return refused(`This catalogue cannot be read: ${parsed.message}`);
  const { value } = parsed;
  if (!isFields(value) || value["format"] !== CATALOGUE_FORMAT) {
    return refused(
      `This is not a catalogue of Headroom: its field "format" is not "${CATALOGUE_FORMAT}". Open the address of an ${INDEX_FILE} that npm run catalogue made.`,
    );
  }
  const version = value["version"];
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1) {
    return refused('This catalogue cannot be read: its field "version" must be a whole number from 1.');
  }
  if (!hasUpgrader(version)) {
    return refused(
      `This catalogue was made by a newer Headroom (catalogue version ${version}; this one reads up to ${CATALOGUE_VERSION}). Reload the page to get the newest Headroom, then open it again.`,
    );
  }
  const checked = v.safeParse(indexSchema, upgraders[version](value), { abortEarly: true });
  if (!checked.success) {
    return refused(
      `This catalogue cannot be read: ${schemaMessage(checked.issues[0])} Whoever runs it makes it anew with npm run catalogue.`,
    );
  }
  const { title, results } = checked.output;
  const doubled = twice(results);
  return doubled === null
    ? { state: "read", index: { title, results } }
    : refused(`This catalogue cannot be read: two of its results have ${doubled}. Take one of them out.`);
}
