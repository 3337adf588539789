// The published form of a rule file: alerts with name, metric, threshold and severity. Headroom writes the comparator too, and what else it has.
import type { Fault, Hint } from "../fault.ts";
import { durationText } from "../go/duration.ts";
import { goFloat } from "../go/go-number.ts";
import { COMPARATORS, type Comparator, type Selector, selectorText } from "../grammar/condition.ts";
import { parseExpression } from "../grammar/parse-condition.ts";
import { worseSide } from "../metric-bounds.ts";
import { durationOf, type Fields, refuseUnknown } from "../rule-file/read-rule.ts";
import { YamlSource } from "../rule-file/yaml-source.ts";
import { type AlertRule, NO_DATA_VERDICTS } from "../rule.ts";
import { thresholdRule } from "./threshold-rule.ts";

/** Of the form with a comparator. The published file itself has none. */
const VERSION = 1;

const FIELDS = ["name", "metric", "comparator", "threshold", "severity", "for", "keep_firing_for", "no_data"];
const RULES_MOST = 10_000;

interface ReadPublished {
  readonly rules: readonly AlertRule[];
  readonly faults: readonly Fault[];
  /** Which comparators were chosen, because the file has none. */
  readonly hints: readonly Hint[];
}

function selectorOf(source: YamlSource, fields: Fields): Selector | null {
  const field = fields.get("metric");
  const text = source.text(field?.value ?? null, '"metric"');
  if (field === undefined || text === null || text.text === "") return null;
  const read = parseExpression(text.text);
  if (read.state === "read" && read.expression.kind === "series") return read.expression.selector;
  const [offset, why] = read.state === "refused" ? [read.offset, read.message] : [0, "It is no metric."];
  source.fault(text.at(offset), `"metric": ${why} Write a name, such as agent_inference_time_ms.`);
  return null;
}

function comparatorOf(source: YamlSource, fields: Fields, { metric }: Selector): Comparator | null {
  const field = fields.get("comparator");
  const at = fields.get("metric")?.key ?? source.start(source.root);
  if (field === undefined) {
    const side = worseSide(metric);
    if (side === null) {
      source.fault(
        at,
        `"comparator" is missing, and ${metric} does not say which side is worse. Write comparator: ">" or "<".`,
      );
      return null;
    }
    const message = `The file has no comparator for ${metric}; its worse side is ${side === ">" ? "above" : "below"}, so it is read as "${side}". An export writes it.`;
    source.hints.push({ ...at, message });
    return side;
  }
  const text = source.text(field.value, '"comparator"');
  const found = COMPARATORS.find((one) => one === text?.text);
  if (text !== null && found === undefined)
    source.fault(text.at(0), `"comparator" must be one of ${COMPARATORS.join(", ")}.`);
  return found ?? null;
}

function readOne(source: YamlSource, fields: Fields, node: Parameters<YamlSource["start"]>[0]): AlertRule | null {
  const before = source.faultCount;
  refuseUnknown(source, fields, FIELDS, "An alert");
  const textOf = (name: string) => source.text(fields.get(name)?.value ?? null, `"${name}"`);
  const missing = ["name", "metric", "threshold"].filter((name) => (textOf(name)?.text ?? "") === "");
  if (missing.length > 0)
    source.fault(source.start(node), `The alert has no ${missing.map((name) => `"${name}"`).join(" and no ")}.`);
  const selector = selectorOf(source, fields);
  const comparator = selector === null ? null : comparatorOf(source, fields, selector);
  const thresholdText = textOf("threshold");
  const threshold = goFloat(thresholdText?.text ?? "");
  if (threshold === null && thresholdText !== null && thresholdText.text !== "") {
    source.fault(thresholdText.at(0), '"threshold" must be a number.');
  }
  const verdictText = textOf("no_data");
  const onNoData = NO_DATA_VERDICTS.find((one) => one === (verdictText?.text === "" ? "keep" : verdictText?.text));
  if (onNoData === undefined && verdictText !== null) {
    source.fault(verdictText.at(0), `"no_data" must be one of ${NO_DATA_VERDICTS.join(", ")}.`);
  }
  const forMs = durationOf(source, fields, "for", 0);
  const keepFiringForMs = durationOf(source, fields, "keep_firing_for", 0);
  if (
    source.faultCount > before ||
    selector === null ||
    comparator === null ||
    threshold === null ||
    onNoData === undefined
  )
    return null;
  const severity = textOf("severity")?.text ?? "";
  return thresholdRule({
    name: textOf("name")?.text ?? "",
    selector,
    comparator,
    threshold,
    severity,
    forMs,
    keepFiringForMs,
    onNoData,
  });
}

/** Whether a text is in this form, and not a rule file of Prometheus. */
export function isPublishedForm(text: string): boolean {
  const source = new YamlSource(text);
  return source.root !== null && (source.fields(source.root, "A file")?.has("alerts") ?? false);
}

/** Reads the published form, as JSON or YAML, with all faults and their places. */
export function readPublishedForm(text: string): ReadPublished {
  const source = new YamlSource(text);
  const top = source.fields(source.root, "A file of alerts") ?? new Map<string, never>();
  refuseUnknown(source, top, ["version", "alerts"], "A file of alerts");
  const version = source.text(top.get("version")?.value ?? null, '"version"');
  if (version !== null && version.text !== "" && version.text !== String(VERSION)) {
    source.fault(
      version.at(0),
      `This file has version ${version.text.slice(0, 20)}; up to ${VERSION} is read. Update Headroom.`,
    );
    return { rules: [], faults: source.faults, hints: source.hints };
  }
  const items = source.items(top.get("alerts")?.value ?? null, '"alerts"');
  const [extra] = items.slice(RULES_MOST, RULES_MOST + 1);
  if (extra !== undefined)
    source.fault(source.start(extra), `A file has at most ${RULES_MOST} alerts. Split it.`, "beyond");
  const rules = items.slice(0, RULES_MOST).flatMap((node) => {
    const fields = source.fields(node, "An alert");
    return (fields === null ? null : readOne(source, fields, node)) ?? [];
  });
  return { rules, faults: source.faults, hints: source.hints };
}

type Written =
  | { readonly state: "written"; readonly entry: Readonly<Record<string, string | number>> }
  | { readonly state: "left out"; readonly why: string };

/** JSON has no Infinity and no NaN, so these are texts, which are read back. */
function thresholdOf(value: number): string | number {
  return Number.isFinite(value) ? value : String(value).replace("Infinity", "Inf");
}

function entryOf(rule: AlertRule): Written {
  const { name, condition, forMs, keepFiringForMs, labels, annotations, onNoData } = rule;
  const leftOut = (why: string): Written => ({ state: "left out", why: `${JSON.stringify(name)}: ${why}` });
  if (condition.kind === "absent")
    return leftOut("the published form compares with a threshold, and this rule asks for absence.");
  const others = [...labels.keys()].filter((label) => label !== "severity");
  if (others.length > 0 || annotations.size > 0)
    return leftOut("the published form has no labels but severity, and no annotations.");
  const severity = labels.get("severity");
  const entry = {
    name,
    metric: selectorText(condition.selector),
    comparator: condition.comparator,
    threshold: thresholdOf(condition.threshold),
    ...(severity === undefined ? {} : { severity }),
    ...(forMs === 0 ? {} : { for: durationText(forMs) }),
    ...(keepFiringForMs === 0 ? {} : { keep_firing_for: durationText(keepFiringForMs) }),
    no_data: onNoData,
  };
  return { state: "written", entry };
}

/** The published form as JSON, with every comparator; and which rules it cannot say, so that they are left out. */
export function publishedFormText(rules: readonly AlertRule[]): {
  readonly text: string;
  readonly leftOut: readonly string[];
} {
  const all = rules.map(entryOf);
  const alerts = all.flatMap((one) => (one.state === "written" ? [one.entry] : []));
  const leftOut = all.flatMap((one) => (one.state === "left out" ? [one.why] : []));
  return { text: `${JSON.stringify({ version: VERSION, alerts }, null, 2)}\n`, leftOut };
}
