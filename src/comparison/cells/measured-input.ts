// Owns what every reader of comparable files gives: cells with an environment, or one message that says why not.
import * as v from "valibot";
import type { Cell } from "../../regression/cell.ts";
import type { MeasuredResult } from "../../regression/comparison.ts";
import type { Fact } from "../../regression/fingerprint.ts";

/** Directions that the caller declares for metrics that no table of ours knows, by the metric's name. */
export type Directions = ReadonlyMap<string, "higher" | "lower">;

export interface MeasuredInput {
  readonly measured: MeasuredResult;
  /** The source's own identity; null where the format has none. */
  readonly id: string | null;
  /** When it was measured, as the source writes it; null where it does not say. */
  readonly measuredAt: { readonly field: string; readonly text: string } | null;
  /** What a reader should know, one sentence each. */
  readonly notes: readonly string[];
}

export type ReadMeasured =
  | ({ readonly state: "read" } & MeasuredInput)
  | { readonly state: "refused"; readonly message: string };

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
  return (
    typeof input === "object" && input !== null && !Array.isArray(input) && Object.keys(input).length <= NAMES_MOST
  );
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

export function same(name: string, value: string): Fact {
  return { kind: "same", name, value };
}

/** The facts that the source records; what is undefined or null is left out. */
export function knownFacts(facts: Readonly<Record<string, string | null | undefined>>): Fact[] {
  return Object.entries(facts).flatMap(([name, value]) =>
    value === undefined || value === null ? [] : [same(name, value)],
  );
}

export function figuresOf(mean: number, deviation: number | undefined, count: number | undefined): Cell["figures"] {
  return deviation !== undefined && count !== undefined && count >= 2 && mean > 0
    ? { kind: "summary", mean, deviation, count }
    : { kind: "single", value: mean };
}
