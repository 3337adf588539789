// Reads one rule of a Prometheus rule file. Any fault refuses the rule, and no other.
import type { Node } from "yaml";
import type { Position } from "../fault.ts";
import { readDuration } from "../go/duration.ts";
import type { Condition } from "../grammar/condition.ts";
import { parseCondition } from "../grammar/parse-condition.ts";
import type { AlertRule } from "../rule.ts";
import { parseTemplate } from "../templates/parse-template.ts";
import type { YamlField, YamlSource } from "./yaml-source.ts";

/** A rule with the places that hints point at. */
export interface LocatedRule {
  readonly rule: AlertRule;
  readonly at: {
    readonly rule: Position;
    readonly expr: Position;
    /** The rule itself where it says no `for`. */
    readonly for: Position;
    readonly labels: ReadonlyMap<string, Position>;
  };
}

/** `recording`: series that the rule would write, which are none here. */
export type RuleRead =
  | { readonly state: "read"; readonly located: LocatedRule }
  | { readonly state: "refused"; readonly alert: string | null; readonly records: string | null };

const FIELDS = ["record", "alert", "expr", "for", "keep_firing_for", "labels", "annotations"] as const;
type Field = (typeof FIELDS)[number];

const NAME = /^[a-zA-Z_][a-zA-Z0-9_]*$/;
const METRIC = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const LABELS_MOST = 100;

export type Fields = ReadonlyMap<string, YamlField>;

/** Tells every field that is not known, with the one that was perhaps meant. */
export function refuseUnknown(source: YamlSource, fields: Fields, known: readonly string[], what: string): void {
  for (const [name, { key }] of fields) {
    if (!known.includes(name)) {
      source.fault(key, `${what} has no field ${JSON.stringify(name.slice(0, 60))}. It takes ${known.join(", ")}.`);
    }
  }
}

/** A duration of a field; the standard where it is left out. */
export function durationOf(source: YamlSource, fields: Fields, name: string, standard: number): number {
  const field = fields.get(name);
  if (field === undefined || source.isNull(field.value)) return standard;
  const text = source.text(field.value, `"${name}"`);
  if (text === null) return standard;
  const read = readDuration(text.text);
  if (read.state === "read") return read.ms;
  source.fault(text.at(0), `"${name}" ${read.message}`);
  return standard;
}

/** Labels or annotations. Names are those that every Prometheus reads. */
export function textsOf(
  source: YamlSource,
  fields: Fields,
  name: "labels" | "annotations",
  isTemplate: boolean,
): { readonly texts: ReadonlyMap<string, string>; readonly places: ReadonlyMap<string, Position> } {
  const texts = new Map<string, string>();
  const places = new Map<string, Position>();
  const what = name === "labels" ? "label" : "annotation";
  const entries = [...(source.fields(fields.get(name)?.value ?? null, `"${name}"`) ?? [])];
  const [, extra] = entries[LABELS_MOST] ?? [];
  if (extra !== undefined)
    source.fault(extra.key, `"${name}" has more than ${LABELS_MOST} entries. Leave some out.`, "beyond");
  for (const [key, field] of entries.slice(0, LABELS_MOST)) {
    if (!NAME.test(key) || (name === "labels" && key === "__name__")) {
      const why =
        key === "__name__" ? "__name__ is the metric's name" : "write letters, digits and _, the first no digit";
      source.fault(field.key, `${JSON.stringify(key.slice(0, 60))} is no ${what} name: ${why}.`);
    }
    const text = source.text(field.value, `The ${what} ${key}`);
    if (text === null) continue;
    const read = isTemplate ? parseTemplate(text.text) : null;
    if (read?.state === "refused")
      source.fault(text.at(read.offset), `The ${what} ${key}: ${read.message}`, read.reach);
    texts.set(key, text.text);
    places.set(key, text.at(0));
  }
  return { texts, places };
}

function conditionOf(
  source: YamlSource,
  fields: Fields,
  start: Position,
): { readonly condition: Condition; readonly at: Position } | null {
  const field = fields.get("expr");
  const text = field === undefined ? null : source.text(field.value, '"expr"');
  if (field !== undefined && text === null) return null;
  if (field === undefined || text === null || text.text === "") {
    source.fault(field?.key ?? start, 'The rule has no "expr". Write what to watch, such as expr: up == 0.');
    return null;
  }
  const read = parseCondition(text.text);
  if (read.state === "read") return { condition: read.condition, at: text.at(0) };
  source.fault(text.at(read.offset), `"expr": ${read.message}`, read.reach);
  return null;
}

/** Faults that Prometheus itself finds in a recording rule. */
function refuseRecording(source: YamlSource, fields: Fields, name: string): void {
  const record = fields.get("record");
  if (record === undefined) return;
  for (const field of ["for", "keep_firing_for", "annotations"] as const satisfies readonly Field[]) {
    const found = fields.get(field);
    if (found !== undefined && !source.isNull(found.value)) {
      source.fault(
        found.key,
        `A recording rule takes no "${field}". Leave it out, or write "alert" in place of "record".`,
      );
    }
  }
  if (!METRIC.test(name)) {
    source.fault(
      record.key,
      `"record": ${JSON.stringify(name.slice(0, 60))} is no name of a metric. Labels go into "labels".`,
    );
  }
}

/** Whether one of two exclusive names is there, and only one. */
function nameOf(
  source: YamlSource,
  fields: Fields,
  start: Position,
): { readonly alert: string; readonly record: string } {
  const textOf = (name: "alert" | "record") => source.text(fields.get(name)?.value ?? null, `"${name}"`)?.text ?? "";
  const names = { alert: textOf("alert"), record: textOf("record") };
  const { alert, record } = names;
  if (alert !== "" && record !== "") {
    const at = fields.get("alert")?.key ?? start;
    source.fault(at, 'A rule has "record" or "alert", not both. Make two rules of it.');
  }
  if (alert === "" && record === "") {
    source.fault(fields.get("alert")?.key ?? start, "The rule has no name. Write alert: and a name.");
  }
  return names;
}

/** Reads one rule; its faults go to the source. @param groupLabels labels of the group, over which the rule's own win */
export function readRule(source: YamlSource, node: Node | null, groupLabels: ReadonlyMap<string, string>): RuleRead {
  const before = source.faultCount;
  const start = source.start(node);
  if (source.isNull(node)) source.fault(start, "The rule is empty. Write alert: and expr:, or take the line away.");
  const fields = source.fields(node, "A rule");
  if (fields === null || fields.size === 0) return { state: "refused", alert: null, records: null };
  refuseUnknown(source, fields, FIELDS, "A rule");
  const { alert, record } = nameOf(source, fields, start);
  const condition = conditionOf(source, fields, start);
  const labels = textsOf(source, fields, "labels", alert !== "");
  const annotations = textsOf(source, fields, "annotations", alert !== "");
  const forMs = durationOf(source, fields, "for", 0);
  const keepFiringForMs = durationOf(source, fields, "keep_firing_for", 0);
  if (record !== "") {
    refuseRecording(source, fields, record);
    if (source.faultCount === before) source.fault(start, "Recording rules are not read here, only alerts.", "beyond");
  }
  if (source.faultCount > before || condition === null) {
    return { state: "refused", alert: alert === "" ? null : alert, records: record === "" ? null : record };
  }
  const rule = {
    name: alert,
    condition: condition.condition,
    forMs,
    keepFiringForMs,
    labels: new Map([...groupLabels, ...labels.texts]),
    annotations: annotations.texts,
    onNoData: "resolve",
  } as const;
  const at = { rule: start, expr: condition.at, for: fields.get("for")?.key ?? start, labels: labels.places };
  return { state: "read", located: { rule, at } };
}
