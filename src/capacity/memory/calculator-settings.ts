// Settings of the memory calculator: one rule for each field, which the address and the form share.
import * as v from "valibot";
import type { Reading } from "../../fields/field.ts";
import { exponentHint } from "../../fields/plain-number.ts";
import { numberOfText } from "../../fields/number-text.ts";
import type { Problem } from "../../fields/settings.ts";
import { BUDGET_UNITS, READINGS, type Budget, type CapacityConstants } from "./memory.ts";
import { publishedConstants } from "./published.ts";

const SETTING_LIMITS = {
  agentsMost: 100_000,
  budgetMost: 1_000_000,
  baseMBMost: 1_000_000,
  perAgentMBLeast: 0.001,
  perAgentMBMost: 100_000,
  percentMost: 1_000,
} as const;

function numberFrom(message: string, least: number, most: number) {
  return v.pipe(v.number(message), v.finite(message), v.minValue(least, message), v.maxValue(most, message));
}

const agentsMessage = "Agents must be a whole number from 1 to 100,000.";

const measuredMessage = "Measured must be an instant such as 2026-11-26T12:00:00.000Z, or left out.";

/** One entry for each field, so that each is checked and replaced alone. */
const settingsFields = {
  agents: v.pipe(numberFrom(agentsMessage, 1, SETTING_LIMITS.agentsMost), v.integer(agentsMessage)),
  budget: numberFrom(
    "Budget must be a number from 0.001 to 1,000,000, such as 4 or 0.5.",
    0.001,
    SETTING_LIMITS.budgetMost,
  ),
  unit: v.picklist(BUDGET_UNITS, "Unit must be GiB or MB."),
  reading: v.picklist(READINGS, `Reading must be one of: ${READINGS.join(", ")}.`),
  baseMB: numberFrom("Base must be a number of MB from 0 to 1,000,000.", 0, SETTING_LIMITS.baseMBMost),
  perAgentMB: numberFrom(
    "Memory per agent must be a number of MB from 0.001 to 100,000.",
    SETTING_LIMITS.perAgentMBLeast,
    SETTING_LIMITS.perAgentMBMost,
  ),
  cachePercent: numberFrom("Cache must be a percentage from 0 to 1,000.", 0, SETTING_LIMITS.percentMost),
  bufferPercent: numberFrom("Buffer must be a percentage from 0 to 1,000.", 0, SETTING_LIMITS.percentMost),
  /** When base and memory per agent were measured; empty where they were not. */
  measuredAt: v.pipe(
    v.string(),
    v.check((text) => text === "" || v.is(v.pipe(v.string(), v.isoTimestamp()), text), measuredMessage),
  ),
} as const;

const settingsSchema = v.object(settingsFields);
export type CalculatorSettings = v.InferOutput<typeof settingsSchema>;
export type SettingName = keyof CalculatorSettings;

export const defaultSettings: CalculatorSettings = {
  agents: 25,
  budget: 4,
  unit: "GiB",
  reading: "compounding",
  baseMB: publishedConstants.baseMB,
  perAgentMB: publishedConstants.perAgentMB,
  cachePercent: publishedConstants.cacheShare * 100,
  bufferPercent: publishedConstants.bufferShare * 100,
  measuredAt: "",
};

export function constantsOf({
  baseMB,
  perAgentMB,
  cachePercent,
  bufferPercent,
}: CalculatorSettings): CapacityConstants {
  return { baseMB, perAgentMB, cacheShare: cachePercent / 100, bufferShare: bufferPercent / 100 };
}

export function budgetOf({ budget, unit }: CalculatorSettings): Budget {
  return { amount: budget, unit };
}

/** The name of each field in an address. */
const PARAMETER_NAMES: Readonly<Record<SettingName, string>> = {
  agents: "agents",
  budget: "budget",
  unit: "unit",
  reading: "reading",
  baseMB: "base",
  perAgentMB: "per-agent",
  cachePercent: "cache",
  bufferPercent: "buffer",
  measuredAt: "measured",
};

const names = [
  "agents",
  "budget",
  "unit",
  "reading",
  "baseMB",
  "perAgentMB",
  "cachePercent",
  "bufferPercent",
  "measuredAt",
] as const satisfies readonly SettingName[];

function valueOf(name: SettingName, text: string): unknown {
  if (name === "unit" || name === "reading" || name === "measuredAt") return text.trim();
  return numberOfText(text) ?? Number.NaN;
}

/** Puts one field, given as text, into the settings. The message says what the field takes. */
export function withSettingText(
  settings: CalculatorSettings,
  name: SettingName,
  text: string,
): Reading<CalculatorSettings> {
  const value = valueOf(name, text);
  const field = v.safeParse(settingsFields[name], value, { abortEarly: true });
  if (!field.success) {
    const hint = exponentHint(text, (plain) => v.is(settingsFields[name], valueOf(name, plain)));
    return { state: "refused", message: field.issues[0].message + hint };
  }
  // What somebody types over a measured figure was not measured.
  const isMeasured = name !== "baseMB" && name !== "perAgentMB";
  const others = isMeasured ? settings : { ...settings, measuredAt: "" };
  return { state: "read", value: v.parse(settingsSchema, { ...others, [name]: value }) };
}

/** Reads an address. A bad parameter alone falls back to its default, and is reported. */
export function settingsFromParameters(parameters: Readonly<Record<string, string>>): {
  readonly settings: CalculatorSettings;
  readonly problems: readonly Problem[];
} {
  let settings = defaultSettings;
  const problems: Problem[] = [];
  for (const name of names) {
    const parameter = PARAMETER_NAMES[name];
    const text = Object.hasOwn(parameters, parameter) ? parameters[parameter] : undefined;
    if (text === undefined) continue;
    const reading = withSettingText(settings, name, text);
    if (reading.state === "read") settings = reading.value;
    else {
      const usedInstead = String(defaultSettings[name]);
      problems.push({ parameter, text: text.slice(0, 60), message: reading.message, usedInstead });
    }
  }
  return { settings, problems };
}

/** Writes what differs from the defaults. */
export function settingsToParameters(settings: CalculatorSettings): Record<string, string> {
  const changed = names.filter((name) => settings[name] !== defaultSettings[name]);
  return Object.fromEntries(changed.map((name) => [PARAMETER_NAMES[name], String(settings[name])]));
}

function clamped(value: number, least: number): number {
  return Number(Math.max(least, value).toPrecision(4));
}

/** The calculator's address for constants that a run measured. @param measuredAt when, as in its result */
export function parametersFor(
  { baseMB, perAgentMB }: Pick<CalculatorSettings, "baseMB" | "perAgentMB">,
  measuredAt: string,
): Record<string, string> {
  return settingsToParameters({
    ...defaultSettings,
    baseMB: clamped(baseMB, 0),
    perAgentMB: clamped(perAgentMB, SETTING_LIMITS.perAgentMBLeast),
    // What a cache takes is measured apart, and an agent here has none.
    cachePercent: 0,
    measuredAt,
  });
}

/** The same budget in the other unit, as exact as six decimals of a MB or nine of a GiB allow. */
export function withUnit(settings: CalculatorSettings, unit: CalculatorSettings["unit"]): CalculatorSettings {
  if (settings.unit === unit) return settings;
  const gibibyteMB = 2 ** 30 / 1e6;
  const amount = unit === "MB" ? settings.budget * gibibyteMB : settings.budget / gibibyteMB;
  const budget = Math.min(SETTING_LIMITS.budgetMost, Math.max(0.001, Number(amount.toFixed(unit === "MB" ? 6 : 9))));
  return { ...settings, unit, budget };
}
