// B7: the published form: the comparator is chosen by the metric's worse side, written, and read back; what it cannot say is told.
import { containing } from "../fixtures/texts.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { withNoDataText } from "./edit-no-data.ts";
import { publishedText } from "../../results/fixtures/files.ts";
import { COMPARATORS } from "../grammar/condition.ts";
import { readRules } from "../rule-file/read-rules.ts";
import { withVerdicts } from "../rule-file/verdicts.ts";
import { rulesText } from "../rule-file/write-rules.ts";
import { NO_DATA_VERDICTS } from "../rule.ts";
import { isPublishedForm, publishedFormText, readPublishedForm } from "./published-form.ts";
import { publishedFileRules } from "./published-rules.ts";
import { thresholdRule } from "./threshold-rule.ts";

const reference: unknown = JSON.parse(publishedText);
const alerts = typeof reference === "object" && reference !== null && "alerts" in reference ? reference.alerts : [];

/** Version 1, as it was first written. It must be read for ever. */
const VERSION_1 = `{
  "version": 1,
  "alerts": [
    {
      "name": "High Agent Inference Time",
      "metric": "agent_inference_time_ms",
      "comparator": ">",
      "threshold": 100,
      "severity": "warning",
      "for": "5m",
      "no_data": "alert"
    }
  ]
}
`;

function faultsOf(text: string): readonly string[] {
  return readPublishedForm(text).faults.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

test("B7: the published file is read, with the comparator that each metric's worse side asks for, and a hint that says so", () => {
  const read = readPublishedForm(JSON.stringify({ alerts }, null, 2));
  expect(read.faults).toEqual([]);
  expect(read.rules).toEqual(publishedFileRules.map(({ rule }) => rule));
  expect(read.hints.map(({ message }) => message)).toEqual([
    containing('its worse side is above, so it is read as ">"'),
    containing('its worse side is below, so it is read as "<"'),
    containing("memory_per_agent_mb"),
  ]);
});

test("B7: published to internal to Prometheus to internal gives the same rules", () => {
  const { rules } = readPublishedForm(JSON.stringify({ alerts }));
  const group = { name: "g", intervalMs: null, limit: 0, rules };
  expect(withVerdicts(readRules(rulesText([group])).groups)[0]?.rules).toEqual(rules);
  const again = publishedFormText(rules);
  expect(again.leftOut).toEqual([]);
  expect(again.text).toContain('"comparator": "<"');
  expect(readPublishedForm(again.text)).toEqual({ rules, faults: [], hints: [] });
});

test("version 1 is read and written as ever", () => {
  const { rules, faults } = readPublishedForm(VERSION_1);
  expect(faults).toEqual([]);
  expect(rules).toMatchObject([{ forMs: 300_000, onNoData: "alert" }]);
  expect(publishedFormText(rules).text).toBe(VERSION_1);
});

test("B7: a metric whose worse side is not known must say its comparator", () => {
  expect(faultsOf("alerts:\n  - name: a\n    metric: depth\n    threshold: 5")).toEqual([
    '3:5 "comparator" is missing, and depth does not say which side is worse. Write comparator: ">" or "<".',
  ]);
});

test("each fault has its place, and the other alerts are read", () => {
  const text = [
    "version: 1",
    "alerts:",
    "  - { name: a, metric: 'm{', comparator: '>', threshold: 5 }",
    "  - { name: b, metric: m, comparator: 'above', threshold: many, no_data: never, for: 5 }",
    "  - { name: c, level: 3 }",
    "  - { name: d, metric: 'm{a=\"b\"}', comparator: '>', threshold: 0x10, severity: info }",
    "  - 5",
  ].join("\n");
  const read = readPublishedForm(text);
  expect(read.faults.map(({ line, column }) => `${line}:${column}`)).toEqual([
    "3:27",
    "4:40",
    "4:59",
    "4:74",
    "4:86",
    "5:16",
    "5:5",
    "6:64",
    "7:5",
  ]);
  expect(readPublishedForm(text.replace("0x10", "16")).rules.map(({ name }) => name)).toEqual(["d"]);
  expect(faultsOf("version: 2\nalerts: []")[0]).toMatch(/^1:10 This file has version 2; up to 1 is read/);
});

test("what the form cannot say is left out and told", () => {
  const { rules } = readPublishedForm(VERSION_1);
  const [rule] = rules;
  if (rule === undefined) throw new Error("There is one.");
  const absent = { ...rule, condition: { kind: "absent" as const, selector: rule.condition.selector } };
  const labelled = { ...rule, labels: new Map([["team", "x"]]) };
  const { text, leftOut } = publishedFormText([absent, labelled]);
  expect(JSON.parse(text)).toEqual({ version: 1, alerts: [] });
  expect(leftOut).toEqual([containing("asks for absence"), containing("no labels but severity")]);
});

test("a rule file of Prometheus is told apart", () => {
  expect([
    isPublishedForm(VERSION_1),
    isPublishedForm("groups: []"),
    isPublishedForm("[1"),
    isPublishedForm(""),
  ]).toEqual([true, false, false, false]);
});

test("B7: any threshold comes back as it was", () => {
  const any = fc.record({
    name: fc.constantFrom("a", "On call", "1e3"),
    selector: fc.constantFrom(
      { metric: "m", matchers: [] },
      { metric: "a b", matchers: [{ label: "x", operator: "!~" as const, value: "y" }] },
    ),
    comparator: fc.constantFrom(...COMPARATORS),
    threshold: fc.double().map((value) => (Object.is(value, -0) ? 0 : value)),
    severity: fc.constantFrom("", "info", "yes"),
    forMs: fc.integer({ min: 0, max: 1e9 }),
    keepFiringForMs: fc.integer({ min: 0, max: 1e9 }),
    onNoData: fc.constantFrom(...NO_DATA_VERDICTS),
  });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 3 }), (all) => {
      const rules = all.map(thresholdRule);
      expect(readPublishedForm(publishedFormText(rules).text)).toEqual({ rules, faults: [], hints: [] });
    }),
  );
});

test.each([
  [
    "JSON",
    JSON.stringify({
      alerts: [
        { name: "a b", metric: "error_rate_percent", threshold: 1 },
        { name: "c", metric: "core_use_percent", threshold: 90 },
      ],
    }),
  ],
  [
    "YAML",
    "alerts: # of ours\n- {name: a b, metric: error_rate_percent, threshold: 1}\n- name: c\n  metric: core_use_percent\n  threshold: 90 # all but all\n",
  ],
])("B5: a verdict on missing data is changed in %s, and nothing else is", (kind, text) => {
  const edited = withNoDataText(withNoDataText(text, 1, "alert"), 0, "resolve");
  const read = readPublishedForm(edited);
  expect(read.faults).toEqual([]);
  expect(read.rules.map(({ name, onNoData }) => [name, onNoData])).toEqual([
    ["a b", "resolve"],
    ["c", "alert"],
  ]);
  if (kind === "YAML") expect(edited).toMatch(/# of ours[^]*# all but all/);
});
