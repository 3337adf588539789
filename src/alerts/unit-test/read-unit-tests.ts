// Reads unit-test files of promtool, with all faults and their places. A test with a fault is left out, and no other.
import type { Node } from "yaml";
import type { Fault } from "../fault.ts";
import { goFloat } from "../go/go-number.ts";
import { parseMetric } from "../grammar/parse-metric.ts";
import { type Labels, NO_LABELS } from "../grammar/labels.ts";
import { durationOf, type Fields, refuseUnknown } from "../rule-file/read-rule.ts";
import { YamlSource } from "../rule-file/yaml-source.ts";
import { readValues } from "./series-values.ts";
import type { AlertCase, ExpressionCase, InputSeries, UnitTest, UnitTestFile } from "./unit-test-file.ts";

interface ReadUnitTests {
  readonly file: UnitTestFile;
  readonly faults: readonly Fault[];
}

const CASES_MOST = 10_000;
const MINUTE_MS = 60_000;

const FILE_FIELDS = ["rule_files", "evaluation_interval", "group_eval_order", "fuzzy_compare", "tests"];
const TEST_FIELDS = [
  "name",
  "interval",
  "input_series",
  "alert_rule_test",
  "promql_expr_test",
  "external_labels",
  "external_url",
  "start_timestamp",
];

/** Reads a list of mappings, each by its fields. */
function listOf<T>(
  source: YamlSource,
  fields: Fields,
  name: string,
  known: readonly string[],
  read: (fields: Fields, node: Node | null) => T | null,
): readonly T[] {
  const items = source.items(fields.get(name)?.value ?? null, `"${name}"`);
  const [extra] = items.slice(CASES_MOST, CASES_MOST + 1);
  if (extra !== undefined)
    source.fault(source.start(extra), `"${name}" has more than ${CASES_MOST} entries. Split the file.`, "beyond");
  return items.slice(0, CASES_MOST).flatMap((node) => {
    const before = source.faultCount;
    const inside = source.fields(node, `An entry of "${name}"`);
    if (inside === null) return [];
    refuseUnknown(source, inside, known, `An entry of "${name}"`);
    const one = read(inside, node);
    return one === null || source.faultCount > before ? [] : [one];
  });
}

function textOf(source: YamlSource, fields: Fields, name: string): string {
  return source.text(fields.get(name)?.value ?? null, `"${name}"`)?.text ?? "";
}

function textsOf(source: YamlSource, fields: Fields, name: string): ReadonlyMap<string, string> {
  const entries = source.fields(fields.get(name)?.value ?? null, `"${name}"`) ?? new Map<string, never>();
  return new Map([...entries].map(([key, { value }]) => [key, source.text(value, `"${key}"`)?.text ?? ""]));
}

function labelsOfText(source: YamlSource, fields: Fields, name: string): Labels | null {
  const text = source.text(fields.get(name)?.value ?? null, `"${name}"`);
  if (text === null) return null;
  const read = parseMetric(text.text);
  if (read.state === "read") return read.labels;
  source.fault(text.at(read.offset), `"${name}": ${read.message}`);
  return null;
}

function readAlertCase(source: YamlSource, fields: Fields, node: Node | null): AlertCase | null {
  const evalMs = durationOf(source, fields, "eval_time", 0);
  const alertname = textOf(source, fields, "alertname");
  if (alertname === "") {
    source.fault(source.start(node), 'The case has no "alertname". Write the name of the alert that it is about.');
    return null;
  }
  const expected = listOf(source, fields, "exp_alerts", ["exp_labels", "exp_annotations"], (inside) => ({
    labels: textsOf(source, inside, "exp_labels"),
    annotations: textsOf(source, inside, "exp_annotations"),
  }));
  return { at: source.start(node), evalMs, alertname, expected };
}

/** A float as YAML and Go write it. */
function floatOf(text: string): number | null {
  return goFloat(text.replace(/^([+-]?)\.(inf|nan)$/i, "$1$2"));
}

function readExpressionCase(source: YamlSource, fields: Fields, node: Node | null): ExpressionCase {
  const known = ["labels", "value", "histogram"];
  const expected = listOf(source, fields, "exp_samples", known, (inside) => {
    const labels = labelsOfText(source, inside, "labels");
    const text = source.text(inside.get("value")?.value ?? null, '"value"');
    const value = text === null || text.text === "" ? 0 : floatOf(text.text);
    if (value === null) source.fault(text?.at(0) ?? source.start(node), '"value" must be a number.');
    return labels === null || value === null ? null : { labels, value };
  });
  const evalMs = durationOf(source, fields, "eval_time", 0);
  return { at: source.start(node), evalMs, expr: textOf(source, fields, "expr"), expected };
}

function readTest(
  source: YamlSource,
  fields: Fields,
  node: Node | null,
  at: number,
  standard: number,
): UnitTest | null {
  const unread = new Set<string>();
  const series = listOf(source, fields, "input_series", ["series", "values"], (inside): InputSeries | null => {
    const labels = labelsOfText(source, inside, "series");
    const text = source.text(inside.get("values")?.value ?? null, '"values"');
    if (labels === null || text === null) return null;
    const read = readValues(text.text);
    if (read.state === "read") return { labels, values: read.values };
    if (read.reach === "beyond") unread.add(labels.get("__name__") ?? "");
    else source.fault(text.at(read.offset), `"values": ${read.message}`);
    return null;
  });
  const alertFields = ["eval_time", "alertname", "exp_alerts"];
  const alertCases = listOf(source, fields, "alert_rule_test", alertFields, (inside, one) =>
    readAlertCase(source, inside, one),
  );
  const expressionCases = listOf(
    source,
    fields,
    "promql_expr_test",
    ["eval_time", "expr", "exp_samples"],
    (inside, one) => readExpressionCase(source, inside, one),
  );
  const name = textOf(source, fields, "name");
  const interval = durationOf(source, fields, "interval", 0);
  const external = textsOf(source, fields, "external_labels");
  const externalUrl = textOf(source, fields, "external_url");
  return {
    at: source.start(node),
    name: name === "" ? `unnamed#${at}` : name,
    intervalMs: interval === 0 ? standard : interval,
    series,
    alertCases,
    expressionCases,
    externalLabels: external.size === 0 ? NO_LABELS : external,
    externalUrl,
    unread,
  };
}

/** Reads a unit-test file. @see https://prometheus.io/docs/prometheus/latest/configuration/unit_testing_rules/ */
export function readUnitTests(text: string): ReadUnitTests {
  const source = new YamlSource(text);
  const top = source.fields(source.root, "A unit-test file") ?? new Map<string, never>();
  refuseUnknown(source, top, FILE_FIELDS, "A unit-test file");
  const texts = (name: string) =>
    source
      .items(top.get(name)?.value ?? null, `"${name}"`)
      .flatMap((node) => source.text(node, `An entry of "${name}"`)?.text ?? []);
  const given = durationOf(source, top, "evaluation_interval", 0);
  const evaluationIntervalMs = given === 0 ? MINUTE_MS : given;
  const groupOrder = texts("group_eval_order");
  if (new Set(groupOrder).size < groupOrder.length) {
    source.fault(
      source.start(top.get("group_eval_order")?.value ?? null),
      '"group_eval_order" names a group twice. Name it once.',
    );
  }
  let at = -1;
  const tests = listOf(source, top, "tests", TEST_FIELDS, (fields, node) => {
    at += 1;
    return readTest(source, fields, node, at, evaluationIntervalMs);
  });
  const fuzzyCompare = /^(true|yes|on|y)$/i.test(textOf(source, top, "fuzzy_compare"));
  return {
    file: { ruleFiles: texts("rule_files"), evaluationIntervalMs, groupOrder, fuzzyCompare, tests },
    faults: source.faults,
  };
}
