// The address of a plan: its versions, what tells that a link was cut, and how settings are read from it and written to it.
import { checkStateOf, damagedLinkText, withCheck } from "../../fields/address-check.ts";
import type { Problem } from "../../fields/settings.ts";
import {
  defaultTexts,
  earlierTexts,
  type PlannerField,
  plannerFieldNames,
  type PlannerTexts,
  withFieldText,
} from "./planner-settings.ts";

/** Fields that have another name in an address. */
const parameterNames: Partial<Record<PlannerField, string>> = {
  perProcess: "per-process",
  baseMB: "base",
  perAgentMB: "per-agent",
  cachePercent: "cache",
  bufferPercent: "buffer",
  perMonth: "per-month",
  whatIfs: "scenarios",
  forecast: "series",
  workloadResource: "workload",
};

function parameterOf(field: PlannerField): string {
  return parameterNames[field] ?? field;
}

/** The version of addresses that is written. What a name or a value means never changes within a version. */
const ADDRESS_VERSION = 3;
/** The last version without a check. */
const UNCHECKED_VERSION = 1;
/** The last version in which a plan had no headroom and no redundancy unless it said so. */
const BARE_VERSION = 2;

export type AddressReading =
  | {
      readonly state: "read";
      readonly texts: PlannerTexts;
      readonly problems: readonly Problem[];
      /** A link of the older kind: nothing tells whether it is whole. */
      readonly isUnchecked: boolean;
    }
  /** Made by a newer Headroom. Nothing of it is used: what a name or a value means may have changed. */
  | { readonly state: "newer"; readonly version: string }
  /** Cut or changed on its way. Nothing of it is planned. */
  | { readonly state: "damaged"; readonly message: string };

type Parameters = Readonly<Record<string, string>>;

interface ReadTexts {
  readonly texts: PlannerTexts;
  readonly problems: readonly Problem[];
}

/**
 * A bad parameter alone falls back to its default, and is reported.
 * @param absent what a field means that the address does not have
 */
function readFields(parameters: Parameters, absent: PlannerTexts): ReadTexts {
  let texts = absent;
  const problems: Problem[] = [];
  for (const field of plannerFieldNames) {
    const parameter = parameterOf(field);
    const text = Object.hasOwn(parameters, parameter) ? parameters[parameter] : undefined;
    if (text === undefined) continue;
    const reading = withFieldText(texts, field, text);
    if (reading.state === "read") texts = reading.value;
    else {
      const usedInstead = absent[field] === "" ? null : absent[field];
      problems.push({ parameter, text: text.slice(0, 60), message: reading.message, usedInstead });
    }
  }
  if (texts.curve === "rows" && texts.rows === "") {
    problems.push({
      parameter: "rows",
      text: "",
      message: "The address asks for a curve of its own, but has no rows.",
      usedInstead: absent.curve,
    });
    texts = { ...texts, curve: absent.curve };
  }
  return { texts, problems };
}

/**
 * Whether an address without a check shows that its end is missing: its rows are broken, or end it, where what is asked
 * would follow; or its last parameter is none that was ever written.
 */
function isBrokenOff(parameters: Parameters, { problems }: ReadTexts): boolean {
  const last = Object.keys(parameters).at(-1) ?? "";
  const isKnown = last === "v" || plannerFieldNames.some((field) => parameterOf(field) === last);
  return !isKnown || last === "rows" || problems.some(({ parameter }) => parameter === "rows" || parameter === last);
}

const damaged: AddressReading = { state: "damaged", message: damagedLinkText("plan") };

/** The bare address is that of a new plan. One that was typed with parameters keeps the meaning that it had before version 3. */
function absentIn(parameters: Parameters, version: string | null): PlannerTexts {
  if (version === null) return Object.keys(parameters).length === 0 ? defaultTexts : earlierTexts;
  return Number(version) <= BARE_VERSION ? earlierTexts : defaultTexts;
}

/**
 * Reads an address. Without a version it was typed: it opens, and each bad parameter is reported. Version 1 is read,
 * and marked as unchecked, where nothing shows that it was cut. From version 2 on, and wherever there is a check, nothing is planned unless the check is
 * right.
 */
export function textsFromParameters(parameters: Parameters): AddressReading {
  const check = checkStateOf(parameters);
  const version = Object.hasOwn(parameters, "v") ? (parameters["v"] ?? "") : null;
  const isVersion = version === null || /^[1-9]\d{0,5}$/.test(version);
  // A newer version may have another kind of check.
  if (isVersion && Number(version) > ADDRESS_VERSION) return { state: "newer", version: String(version) };
  if (!isVersion || check === "wrong" || (check === "none" && Number(version) > UNCHECKED_VERSION)) return damaged;
  const read = readFields(parameters, absentIn(parameters, version));
  const isUnchecked = check === "none" && version === String(UNCHECKED_VERSION);
  if (isUnchecked && isBrokenOff(parameters, read)) {
    return {
      state: "damaged",
      message:
        "This link breaks off: its rows or what is asked of them are not complete, so nothing is planned from it. Ask for it again, and take the whole link.",
    };
  }
  return { state: "read", ...read, isUnchecked };
}

function changedFields(texts: PlannerTexts): readonly PlannerField[] {
  return plannerFieldNames.filter((field) => texts[field] !== defaultTexts[field]);
}

/** Writes the version, what differs from the defaults, and their check. Nothing where nothing differs. */
export function textsToParameters(texts: PlannerTexts): Record<string, string> {
  return changedFields(texts).length === 0 ? {} : lastingParameters(texts);
}

/**
 * The same for links that leave the page, as on paper. Of a new plan too it says the version, since what a new plan asks
 * may be another in a later Headroom.
 */
export function lastingParameters(texts: PlannerTexts): Record<string, string> {
  const changed = changedFields(texts);
  const entries = changed.map((field): [string, string] => [parameterOf(field), texts[field]]);
  return withCheck(Object.fromEntries([["v", String(ADDRESS_VERSION)], ...entries]));
}
