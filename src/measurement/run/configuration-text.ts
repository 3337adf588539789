// Owns a configuration as plain text: the parameters of an address, and what a person types into the form.
import * as v from "valibot";
import {
  type Configuration,
  configurationFields,
  configurationSchema,
  defaultConfiguration,
  LIMITS,
} from "./configuration.ts";

type Field = keyof Configuration;

/** Names of the fields in an address. */
const PARAMETER_NAMES: Readonly<Record<Field, string>> = {
  workload: "workload",
  gridSize: "grid",
  policyLength: "length",
  placement: "placement",
  topology: "topology",
  transport: "transport",
  pacing: "pacing",
  opsPerSecondPerAgent: "rate",
  agents: "agents",
  repeats: "repeats",
  windowMs: "window",
  seed: "seed",
  workers: "workers",
};

const FIELDS = v.parse(v.array(v.picklist(keysOf(configurationFields))), Object.keys(configurationFields));

function keysOf<Source extends object>(source: Source): (keyof Source & string)[] {
  const keys: (keyof Source & string)[] = [];
  for (const key in source) keys.push(key);
  return keys;
}

/** "12" → 12; anything else that is not a plain decimal number → NaN, which every schema refuses by name. */
function numberFromText(text: string): number {
  return /^\s*-?\d+(\.\d+)?\s*$/.test(text) ? Number(text) : Number.NaN;
}

function agentCountsFromText(text: string): number[] {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== "");
  return parts.slice(0, LIMITS.agentCountsMost + 1).map(numberFromText);
}

function valueFromText(field: Field, text: string): unknown {
  switch (field) {
    case "workload":
    case "placement":
    case "topology":
    case "transport":
    case "pacing":
      return text;
    case "agents":
      return agentCountsFromText(text).sort((a, b) => a - b);
    case "workers":
      return text.trim() === "auto" ? "auto" : numberFromText(text);
    case "gridSize":
    case "policyLength":
    case "opsPerSecondPerAgent":
    case "repeats":
    case "windowMs":
    case "seed":
      return numberFromText(text);
  }
}

/** One field as text, as the form and the address show it. */
export function fieldToText(configuration: Configuration, field: Field): string {
  const value = configuration[field];
  return Array.isArray(value) ? value.join(", ") : String(value);
}

export type FieldReading =
  | { readonly state: "valid"; readonly configuration: Configuration }
  | { readonly state: "invalid"; readonly message: string };

/** Puts one field, given as text, into a configuration. The message says what the field takes. */
export function withFieldText(configuration: Configuration, field: Field, text: string): FieldReading {
  const value = valueFromText(field, text);
  const reading = v.safeParse(configurationFields[field], value);
  if (!reading.success) return { state: "invalid", message: reading.issues[0].message };
  return { state: "valid", configuration: v.parse(configurationSchema, { ...configuration, [field]: value }) };
}

/** A parameter that was not understood, and what stands in its place. */
export interface ParameterProblem {
  readonly parameter: string;
  readonly text: string;
  readonly message: string;
  readonly usedInstead: string;
}

/** Reads an address: a bad parameter falls back to its default alone, and is told. */
export function configurationFromParameters(parameters: Readonly<Record<string, string>>): {
  readonly configuration: Configuration;
  readonly problems: readonly ParameterProblem[];
} {
  let configuration = defaultConfiguration;
  const problems: ParameterProblem[] = [];
  for (const field of FIELDS) {
    const parameter = PARAMETER_NAMES[field];
    const text = parameters[parameter];
    if (text === undefined) continue;
    const reading = withFieldText(configuration, field, text);
    if (reading.state === "valid") configuration = reading.configuration;
    else {
      const usedInstead = fieldToText(defaultConfiguration, field);
      problems.push({ parameter, text: text.slice(0, 60), message: reading.message, usedInstead });
    }
  }
  return { configuration, problems };
}

/** Writes what differs from the default, lists with plain commas. */
export function configurationToParameters(configuration: Configuration): Record<string, string> {
  const parameters: Record<string, string> = {};
  for (const field of FIELDS) {
    const text = fieldToText(configuration, field);
    if (text === fieldToText(defaultConfiguration, field)) continue;
    parameters[PARAMETER_NAMES[field]] = text.replaceAll(", ", ",");
  }
  return parameters;
}

/** Every field as text under the name that it has in an address. */
export function configurationTexts(configuration: Configuration): ReadonlyMap<string, string> {
  return new Map(FIELDS.map((field) => [PARAMETER_NAMES[field], fieldToText(configuration, field)]));
}
