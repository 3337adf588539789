// A set of settings as a whole: read from an address, from a file or from flags, written back, and what was wrong with it.
import type { Field, Reading, Setting } from "./field.ts";
import { nearestOf } from "./nearest.ts";

/** The settings of one kind of thing by name, such as those of a scenario. */
export type Fields = Readonly<Record<string, Field<Setting>>>;

/** The values that a set of fields takes. */
export type ValuesOf<Set extends Fields> = {
  readonly [Name in keyof Set]: Set[Name] extends Field<infer Value> ? Value : never;
};

/** Values whose fields are not known to the caller. */
export type Settings = Readonly<Record<string, Setting>>;

/** Something that was asked for and not understood, wherever it was asked: address, form, file or flag. */
export interface Problem {
  /** The name under which it was asked for. */
  readonly parameter: string;
  /** What was asked, cut to what a message can hold. */
  readonly text: string;
  /** What the field takes, or that there is no such field. */
  readonly message: string;
  /** What is used in its place; null where nothing does. */
  readonly usedInstead: string | null;
}

const TEXT_MOST = 60;

/** Whether JSON of unknown origin has a value for every field. Fields that the set does not have are ignored. */
function areValues<Set extends Fields>(fields: Set, input: unknown): input is ValuesOf<Set> {
  if (typeof input !== "object" || input === null) return false;
  const values = new Map<string, unknown>(Object.entries(input));
  return Object.entries(fields).every(([name, field]) => field.accepts(values.get(name)));
}

/** With the settings that results left out before there were any of that name. */
function withAbsent(fields: Fields, input: unknown): unknown {
  if (typeof input !== "object" || input === null || Array.isArray(input)) return input;
  const absent = Object.entries(fields).flatMap(([name, { whenAbsent }]) =>
    whenAbsent === undefined || Object.hasOwn(input, name) ? [] : [[name, whenAbsent] as const],
  );
  return absent.length === 0 ? input : { ...input, ...Object.fromEntries(absent) };
}

/** What a result keeps of settings: nothing that readValues fills in by itself, and of a value only what is worth keeping. */
export function keptSettings(fields: Fields, values: Settings): Settings {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const field = fields[name];
      if (field !== undefined && field.whenAbsent === value) return [];
      return [[name, field?.kept?.(value) ?? value] as const];
    }),
  );
}

/** Reads settings of unknown origin. The message names the first field that is wrong, and what it takes. */
export function readValues<Set extends Fields>(fields: Set, given: unknown): Reading<ValuesOf<Set>> {
  const input = withAbsent(fields, given);
  if (areValues(fields, input)) {
    const named = Object.entries(input).filter(([name]) => Object.hasOwn(fields, name));
    const values: unknown = Object.fromEntries(named);
    if (areValues(fields, values)) return { state: "read", value: values };
  }
  const values = new Map<string, unknown>(typeof input === "object" && input !== null ? Object.entries(input) : []);
  const [name = "", field] = Object.entries(fields).find(([own, one]) => !one.accepts(values.get(own))) ?? [];
  return { state: "refused", message: `The setting "${name}" is wrong. ${field?.rule ?? ""}`.trim() };
}

/** Puts one field, given as text, among the others. */
export function withText<Set extends Fields>(
  fields: Set,
  values: ValuesOf<Set>,
  name: keyof Set & string,
  text: string,
): Reading<ValuesOf<Set>> {
  const field = fields[name];
  if (field === undefined) return { state: "refused", message: `There is no setting "${name}".` };
  const reading = field.fromText(text);
  if (reading.state === "refused") return reading;
  const next: unknown = { ...values, [name]: reading.value };
  return areValues(fields, next) ? { state: "read", value: next } : { state: "refused", message: field.rule };
}

/** One field as text, as a form shows it. */
export function textOf(fields: Fields, values: Settings, name: string): string {
  const field = fields[name];
  const value = values[name];
  return field === undefined || value === undefined ? "" : field.toText(value);
}

/** @returns every field as text under the name that it has in an address */
export function textsOf(fields: Fields, values: Settings): ReadonlyMap<string, string> {
  return new Map(Object.entries(fields).map(([name, { parameter }]) => [parameter, textOf(fields, values, name)]));
}

/** @returns that there is no such parameter, with the one that was most likely meant */
function unknownParameter(fields: Fields, parameter: string, text: string): Problem {
  const known = Object.values(fields).map((field) => field.parameter);
  const nearest = nearestOf(parameter, known);
  const meant = nearest === null ? `There are: ${known.join(", ")}.` : `Did you mean ${nearest}?`;
  return {
    parameter: parameter.slice(0, TEXT_MOST),
    text: text.slice(0, TEXT_MOST),
    message: `There is no setting of this name. ${meant}`,
    usedInstead: null,
  };
}

/** Reads parameters by name: a bad one falls back to its default alone, and every one that is not understood is told. */
export function fromParameters<Set extends Fields>(
  fields: Set,
  defaults: ValuesOf<Set>,
  parameters: Readonly<Record<string, string>>,
): { readonly values: ValuesOf<Set>; readonly problems: readonly Problem[] } {
  let values = defaults;
  const problems: Problem[] = [];
  for (const name of Object.keys(fields)) {
    const field = fields[name];
    const text = field === undefined ? undefined : parameters[field.parameter];
    if (field === undefined || text === undefined) continue;
    const reading = withText(fields, values, name, text);
    if (reading.state === "read") values = reading.value;
    else {
      const usedInstead = textOf(fields, defaults, name);
      const { parameter } = field;
      problems.push({ parameter, text: text.slice(0, TEXT_MOST), message: reading.message, usedInstead });
    }
  }
  const known = new Set(Object.values(fields).map(({ parameter }) => parameter));
  for (const [parameter, text] of Object.entries(parameters)) {
    if (!known.has(parameter)) problems.push(unknownParameter(fields, parameter, text));
  }
  return { values, problems };
}

/** Writes what differs from the defaults, lists with plain commas. */
export function toParameters(fields: Fields, defaults: Settings, values: Settings): Record<string, string> {
  const parameters: Record<string, string> = {};
  for (const [name, { parameter }] of Object.entries(fields)) {
    const text = textOf(fields, values, name);
    if (text !== textOf(fields, defaults, name)) parameters[parameter] = text.replaceAll(", ", ",");
  }
  return parameters;
}
