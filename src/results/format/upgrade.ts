// Owns reading a result from unknown JSON: its format tag, its version with one upgrader each, and its schema.
import * as v from "valibot";
import { schemaMessage } from "./schema-message.ts";
import { RESULT_FORMAT, RESULT_VERSION, resultSchema, type Result } from "./schema.ts";

export type ReadResult =
  | { readonly state: "read"; readonly result: Result }
  | { readonly state: "refused"; readonly message: string };

/** The versions 1 to Newest as a union, so that the table of upgraders cannot lack one. */
export type VersionsTo<Newest extends number, Counted extends readonly 0[] = []> = Counted["length"] extends Newest
  ? never
  : [...Counted, 0]["length"] | VersionsTo<Newest, [...Counted, 0]>;

export type Fields = Readonly<Record<string, unknown>>;

/** One entry per version: takes the fields of that version to those of the newest one. Nothing is checked yet. */
const upgraders: Readonly<Record<VersionsTo<typeof RESULT_VERSION>, (fields: Fields) => Fields>> = {
  1: (fields) => fields,
};

function hasUpgrader(version: number): version is keyof typeof upgraders {
  return Object.hasOwn(upgraders, version);
}

/** Whether JSON is an object with named fields. */
export function isFields(input: unknown): input is Fields {
  return typeof input === "object" && input !== null && !Array.isArray(input);
}

/** @returns whether the JSON claims to be a result, whatever else is wrong with it */
export function isTaggedResult(json: unknown): boolean {
  return isFields(json) && json["format"] === RESULT_FORMAT;
}

function refused(message: string): ReadResult {
  return { state: "refused", message };
}

/**
 * Reads a result of any known version as one of the newest version.
 * @param json parsed JSON of bounded size and depth
 * @returns the result, or one plain message that names the field and what to do
 */
export function readResult(json: unknown): ReadResult {
  if (!isFields(json) || json["format"] !== RESULT_FORMAT) {
    return refused(`This is not a Headroom result: its field "format" is not "${RESULT_FORMAT}".`);
  }
  const version = json["version"];
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1) {
    return refused('This result cannot be read: its field "version" must be a whole number from 1.');
  }
  if (!hasUpgrader(version)) {
    return refused(
      `This result was made by a newer Headroom (result version ${version}; this one reads up to ${RESULT_VERSION}). Reload the page to get the newest Headroom, then open it again.`,
    );
  }
  const parsed = v.safeParse(resultSchema, upgraders[version](json), { abortEarly: true });
  if (parsed.success) return { state: "read", result: parsed.output };
  return refused(`This result cannot be read: ${schemaMessage(parsed.issues[0])} It may have been edited by hand.`);
}
