// What readers of other tools' files share: bounded parts of schemas, facts that a file may leave out, and figures without trials.
import { isJsonObject } from "../../results/format/versions.ts";
import * as v from "valibot";
import type { ComparedCell } from "../../regression/compared-cell.ts";
import { type Fact, same } from "../../regression/fact.ts";

/** Most benchmarks or metrics in a file. */
const NAMES_MOST = 2_000;

export const nameText = v.pipe(v.string(), v.minLength(1), v.maxLength(300));
export const optionalText = v.optional(v.nullable(v.pipe(v.string(), v.maxLength(300))));
export const finite = v.pipe(v.number(), v.finite(), v.minValue(-1e15), v.maxValue(1e15));
/** A figure that can be compared as a ratio. */
export const positive = v.pipe(v.number(), v.gtValue(0), v.maxValue(1e15));
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
