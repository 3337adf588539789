// Reads a result of any version from unknown JSON: its tag, its version with the frozen schema, then what its scenario says of it.
import * as v from "valibot";
import type { Measure } from "../../scenarios/contract/measure.ts";
import { knownScenario } from "../../scenarios/registry.ts";
import type { Experiment } from "../../scenarios/contract/experiment.ts";
import { experimentFrom } from "../../scenarios/experiments.ts";
import { RESULT_FORMAT, type RESULT_VERSION, type Result } from "./result.ts";
import { schemaMessage } from "./schema-message.ts";
import { upgradeVersionOne } from "./upgrade-1.ts";
import { versionOneSchema } from "./version-1.ts";
import { type VersionTwo, versionTwoSchema } from "./version-2.ts";
import { isJsonObject, type JsonObject, readerOf, type VersionsTo } from "./versions.ts";

export type ReadResult =
  | { readonly state: "read"; readonly result: Result }
  | { readonly state: "refused"; readonly message: string };

type DeepReadonly<Value> = Value extends object ? { readonly [Name in keyof Value]: DeepReadonly<Value[Name]> } : Value;

/** Whatever the live form allows can be written as version 2. Where this does not compile, a new version is needed. */
type Writable = Result extends DeepReadonly<VersionTwo> ? Result : never;

function refused(message: string): ReadResult {
  return { state: "refused", message };
}

function wrongField(sentence: string): ReadResult {
  return refused(`This result cannot be read: ${sentence} It may have been edited by hand.`);
}

function checked<Kept>(
  schema: v.GenericSchema<unknown, Kept>,
  json: JsonObject,
  upgraded: (kept: Kept) => Writable,
): ReadResult {
  const parsed = v.safeParse(schema, json, { abortEarly: true });
  return parsed.success
    ? { state: "read", result: upgraded(parsed.output) }
    : wrongField(schemaMessage(parsed.issues[0]));
}

/** One reader for each version that ever was. A version without one does not compile. */
const readers: Readonly<Record<VersionsTo<typeof RESULT_VERSION>, (json: JsonObject) => ReadResult>> = {
  1: (json) => checked(versionOneSchema, json, upgradeVersionOne),
  2: (json) => checked(versionTwoSchema, json, (result) => result),
};

/** What a figure of this unit can never be. Shares may be of anything, so they may be negative. */
function unitRule(unit: Measure["unit"], value: number): string | null {
  switch (unit) {
    case "op/s":
      return value > 0 ? null : "a rate above 0";
    case "µs":
    case "B":
    case "count":
      return value >= 0 ? null : "a number from 0";
    case "share":
      return null;
  }
}

/** @returns the first figure that cannot have been measured, in words, or null */
function impossibleFigure({ samples, measures }: Result, experiment: Experiment | null): string | null {
  const units = new Map([...measures, ...(experiment?.scenarioMeasures ?? [])].map(({ id, unit }) => [id, unit]));
  for (const [n, sample] of samples.entries()) {
    if (sample.state !== "valid") continue;
    for (const [id, value] of Object.entries(sample.figures)) {
      const unit = units.get(id);
      const rule = unit === undefined || value === null ? null : unitRule(unit, value);
      if (rule !== null) return `samples[${n}].figures.${id} is ${value} where ${rule} is expected.`;
    }
  }
  return null;
}

/** What a known scenario says of its settings and figures. */
function asItsScenario(read: ReadResult): ReadResult {
  if (read.state === "refused") return read;
  const scenario = knownScenario(read.result.scenario);
  const settings = scenario?.configure(read.result.settings);
  if (settings?.state === "refused") return wrongField(settings.message);
  const impossible = impossibleFigure(read.result, settings === undefined ? null : experimentFrom(settings.value));
  return impossible === null ? read : wrongField(impossible);
}

/** @returns whether the JSON claims to be a result, whatever else is wrong with it */
export function isTaggedResult(json: unknown): boolean {
  return isJsonObject(json) && json["format"] === RESULT_FORMAT;
}

/**
 * Reads a result of any known version as one of the newest version.
 * @param json parsed JSON of bounded size and depth
 * @returns the result, or one plain message that names the field and what to do
 */
export function readResult(json: unknown): ReadResult {
  if (!isJsonObject(json) || json["format"] !== RESULT_FORMAT) {
    return refused(`This is not a Headroom result: its field "format" is not "${RESULT_FORMAT}".`);
  }
  const found = readerOf("result", json, readers);
  return found.state === "found" ? asItsScenario(found.reader(json)) : found;
}
