// What readers of other tools' files share: bounded parts of schemas, facts that a file may leave out, and figures without trials.
import { isJsonObject } from "../../results/format/versions.ts";
import * as v from "valibot";
import type { ComparedCell } from "../../regression/compared-cell.ts";
import { type Fact, incidental, noted, same } from "../../regression/fact.ts";

/** Most benchmarks or metrics in a file. */
export const NAMES_MOST = 2_000;

/** Characters of a name or another text: generous, since names of parametrised tests hold their parameters. They are cut when shown. */
export const TEXT_MOST = 4_000;
const tooLong = "is longer than 4,000 characters. Shorten it.";

export const nameText = v.pipe(v.string(), v.minLength(1), v.maxLength(TEXT_MOST, tooLong));
export const optionalText = v.optional(v.nullable(v.pipe(v.string(), v.maxLength(TEXT_MOST, tooLong))));
export const finite = v.pipe(v.number(), v.finite(), v.minValue(-1e15), v.maxValue(1e15));
export const notNegative = v.pipe(v.number(), v.minValue(0), v.maxValue(1e15));

function isShortList(input: unknown): input is unknown[] {
  return Array.isArray(input) && input.length <= NAMES_MOST;
}

function isSmallMap(input: unknown): input is Record<string, unknown> {
  return isJsonObject(input) && Object.keys(input).length <= NAMES_MOST;
}

/** A list of bounded length; the length is checked before any entry is. */
export function shortList<Entry extends v.GenericSchema>(entry: Entry) {
  return v.pipe(v.custom<unknown[]>(isShortList, `must be a list of at most ${NAMES_MOST} entries.`), v.array(entry));
}

/** An object of bounded size with free keys. */
export function smallMap<Entry extends v.GenericSchema>(entry: Entry) {
  return v.pipe(
    v.custom<Record<string, unknown>>(isSmallMap, `must be an object of at most ${NAMES_MOST} fields.`),
    v.record(nameText, entry),
  );
}

/** The facts that the source records; what is undefined or null is left out. */
export function knownFacts(facts: Readonly<Record<string, string | null | undefined>>): Fact[] {
  return Object.entries(facts).flatMap(([name, value]) =>
    value === undefined || value === null ? [] : [same(name, value)],
  );
}

/** The facts that weigh less: noted where they differ, or incidental. */
export function lesserFacts(
  weight: "noted" | "incidental",
  facts: Readonly<Record<string, string | null | undefined>>,
): Fact[] {
  const make = weight === "noted" ? noted : incidental;
  return Object.entries(facts).flatMap(([name, value]) =>
    value === undefined || value === null ? [] : [make(name, value)],
  );
}

/** "3.11.4" → "3.11": what may not differ, while patch releases may. */
export function minorOf(version: string | null | undefined): string | undefined {
  return version === null || version === undefined ? undefined : (/^\d+\.\d+/.exec(version.trim())?.[0] ?? version);
}

/** A mean as a summary where its deviation and number of samples are known, else as a single figure. */
export function figuresOf(
  mean: number,
  deviation: number | undefined,
  count: number | undefined,
): ComparedCell["figures"] {
  return deviation !== undefined && count !== undefined && count >= 2 && mean > 0
    ? { kind: "summary", mean, deviation, count }
    : { kind: "single", value: mean };
}
