// Result version 2: a scenario with its settings, what it measured, and its samples. Frozen: it imports no live form and never changes.
import * as v from "valibot";
import { keptEnvironmentSchema } from "./kept-environment.ts";

/** Most of everything, so that reading a stranger's file is bounded. Also what links may hold. */
export const VERSION_TWO_LIMITS = {
  settingsMost: 40,
  settingTextMost: 200,
  settingNumbersMost: 64,
  measuresMost: 60,
  samplesMost: 6_000,
  /** Different ids over all samples of a result. */
  figureIdsMost: 120,
  figuresMost: 60,
  distributionsMost: 8,
  distributionNumbersMost: 1_000,
} as const;
const LIMITS = VERSION_TWO_LIMITS;

const nameRule = 'A name is a letter, then up to 39 letters, digits, ".", "_" and "-".';
const name = v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9._-]{0,39}$/, nameRule));
const finite = v.pipe(v.number(), v.minValue(-1e15), v.maxValue(1e15));
const reason = v.pipe(v.string(), v.maxLength(300));

function isBoundedArray(most: number) {
  return (input: unknown): input is unknown[] => Array.isArray(input) && input.length <= most;
}

function isBoundedObject(most: number) {
  return (input: unknown): input is Record<string, unknown> =>
    typeof input === "object" && input !== null && !Array.isArray(input) && Object.keys(input).length <= most;
}

/** An object with so many names at most; how many is checked before any of them is. */
function named<Value>(
  value: v.GenericSchema<unknown, Value>,
  most: number,
): v.GenericSchema<unknown, Record<string, Value>> {
  return v.pipe(
    v.custom<Record<string, unknown>>(isBoundedObject(most), `An object with at most ${most} names is expected here.`),
    v.record(name, value),
  );
}

/** A list of so many entries at most; how many is checked before any of them is. */
function listed<Entry>(
  entry: v.GenericSchema<unknown, Entry>,
  most: number,
  what: string,
): v.GenericSchema<unknown, Entry[]> {
  return v.pipe(v.custom<unknown[]>(isBoundedArray(most), `At most ${most} ${what} are read here.`), v.array(entry));
}

const setting = v.union(
  [
    v.pipe(v.string(), v.maxLength(LIMITS.settingTextMost)),
    finite,
    listed(finite, LIMITS.settingNumbersMost, "numbers"),
  ],
  `A setting is a text of up to ${LIMITS.settingTextMost} characters, a number, or a list of up to ${LIMITS.settingNumbersMost} numbers.`,
);

const measureSchema = v.object({
  id: name,
  label: v.pipe(v.string(), v.minLength(1), v.maxLength(80)),
  unit: v.picklist(["op/s", "µs", "B", "share", "count"]),
  better: v.nullable(v.picklist(["higher", "lower"])),
});

function haveUniqueIds(measures: readonly { readonly id: string }[]): boolean {
  return new Set(measures.map(({ id }) => id)).size === measures.length;
}

const place = {
  series: name,
  at: v.pipe(v.number(), v.minValue(0), v.maxValue(1e9)),
  repeat: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000)),
  attempt: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2)),
};

const eachNumber = listed(
  v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  LIMITS.distributionNumbersMost,
  "numbers",
);

function areCounts(input: unknown): input is number[] {
  return (
    Array.isArray(input) &&
    input.length <= LIMITS.distributionNumbersMost &&
    input.every((one) => Number.isSafeInteger(one) && one >= 0)
  );
}

const counts = v.custom<number[]>(areCounts);
/** The same twice: a file has hundreds of thousands of these numbers, and each is looked at by itself only where one is wrong. */
const distribution: v.GenericSchema<unknown, number[]> = v.lazy((input) => (areCounts(input) ? counts : eachNumber));

const sampleSchema = v.variant("state", [
  v.object({
    ...place,
    state: v.literal("valid"),
    figures: named(v.nullable(finite), LIMITS.figuresMost),
    distributions: v.optional(named(distribution, LIMITS.distributionsMost)),
  }),
  v.object({ ...place, state: v.literal("invalid"), reason }),
  v.object({ ...place, state: v.literal("failed"), reason }),
]);

function haveFewIds(samples: readonly v.InferOutput<typeof sampleSchema>[]): boolean {
  const ids = samples.flatMap((sample) =>
    sample.state === "valid" ? Object.keys({ ...sample.figures, ...sample.distributions }) : [],
  );
  return new Set(ids).size <= LIMITS.figureIdsMost;
}

export const versionTwoSchema = v.object({
  format: v.literal("headroom-result"),
  version: v.literal(2),
  id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/)),
  createdAt: v.pipe(v.string(), v.isoTimestamp()),
  scenario: v.object({ kind: name, version: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000)) }),
  settings: named(setting, LIMITS.settingsMost),
  measures: v.pipe(
    listed(measureSchema, LIMITS.measuresMost, "measures"),
    v.check((measures) => haveUniqueIds(measures), "Two measures have the same id."),
  ),
  environment: keptEnvironmentSchema,
  samples: v.pipe(
    listed(sampleSchema, LIMITS.samplesMost, "samples"),
    v.check((samples) => haveFewIds(samples), `Samples have at most ${LIMITS.figureIdsMost} different figures.`),
  ),
});

export type VersionTwo = v.InferOutput<typeof versionTwoSchema>;
