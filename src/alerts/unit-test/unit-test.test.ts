// B3: unit-test files of promtool: how series are written, what a case expects, and what cannot be judged.
import { containing } from "../fixtures/texts.ts";
import { expect, test } from "vitest";
import { readRules } from "../rule-file/read-rules.ts";
import { readUnitTests } from "./read-unit-tests.ts";
import { runUnitTests } from "./run-unit-tests.ts";
import { readValues, ValueCursor } from "./series-values.ts";

function valuesOf(text: string): readonly (number | string)[] {
  const read = readValues(text);
  if (read.state === "refused") return [`refused at ${read.offset} (${read.reach})`];
  const cursor = new ValueCursor(read.values);
  return Array.from({ length: Math.min(20, read.values.count) }, () => cursor.next() ?? "end");
}

test("B3: the short form of values", () => {
  const cases: readonly (readonly [string, readonly (number | string)[]])[] = [
    ["1 2.5 -3", [1, 2.5, -3]],
    ["5x3", [5, 5, 5, 5]],
    ["0+10x2 1-2x1", [0, 10, 20, 1, -1]],
    ["_ 1 _x2 stale", ["missing", 1, "missing", "missing", "stale"]],
    ["Inf -inf NaN +Inf", [Infinity, -Infinity, NaN, Infinity]],
    ["1e3 .5 1_x1", ["refused at 7 (invalid)"]],
    ["0+0.1x3", [0, 0.1, 0.2, 0.1 + 0.1 + 0.1]],
    ["", []],
    ["1+2", ["refused at 0 (invalid)"]],
    ["1 Infx3", ["refused at 2 (invalid)"]],
    ["1 {{count:1}}", ["refused at 2 (beyond)"]],
    ["0x1000000000000", Array.from({ length: 20 }, () => 0)],
  ];
  for (const [text, values] of cases) expect({ text, values: valuesOf(text) }).toEqual({ text, values });
});

const RULES = `
groups:
  - name: alerts
    rules:
      - alert: Down
        expr: up == 0
        for: 5m
        labels: { severity: page }
        annotations: { summary: "{{ $labels.instance }} of {{ $externalLabels.region }} down" }
      - alert: Pages
        expr: ALERTS{alertstate="firing",alertname="Down"} == 1
      - alert: Always
        expr: vector(1)
      - record: made
        expr: sum(up)
      - alert: Made
        expr: made > 0
`;

function run(tests: string, rules = RULES) {
  const { file, faults } = readUnitTests(`rule_files: [a.yml]\ntests:\n${tests}`);
  expect(faults).toEqual([]);
  return runUnitTests(file, [readRules(rules)], "exclusive").map(({ what, verdict }) => ({ what, ...verdict }));
}

const UP = `
  - external_labels: { region: eu }
    input_series: [{ series: 'up{instance="a:1"}', values: 0x20 }]`;

test("B3: an alert that fires with its labels and annotations passes; before `for` nothing may be expected", () => {
  const results = run(`${UP}
    alert_rule_test:
      - { eval_time: 4m59s, alertname: Down }
      - eval_time: 5m
        alertname: Down
        exp_alerts: [{ exp_labels: { severity: page, instance: "a:1" }, exp_annotations: { summary: "a:1 of eu down" } }]
      - { eval_time: 5m, alertname: Pages, exp_alerts: [{ exp_labels: { severity: page, instance: "a:1", alertstate: firing } }] }
    promql_expr_test:
      - { expr: 'ALERTS{alertstate="pending",alertname="Down"}', eval_time: 4m, exp_samples: [{ labels: 'ALERTS{alertname="Down",alertstate="pending",severity="page",instance="a:1"}', value: 1 }] }
      - { expr: "up < 1", eval_time: 1m, exp_samples: [{ labels: 'up{instance="a:1"}', value: 0 }] }
      - { expr: "absent(down{x='y'})", eval_time: 0, exp_samples: [{ labels: '{x="y"}', value: 1 }] }
      - { expr: "5", exp_samples: [{ value: 5 }] }`);
  expect(results.map(({ state }) => state)).toEqual(results.map(() => "passed"));
  expect(results).toHaveLength(7);
});

test("B3: what is expected and what came is told apart; exp_alerts: [{}] is one alert without labels", () => {
  const [bare, none] = run(`${UP}
    alert_rule_test:
      - { eval_time: 5m, alertname: Down, exp_alerts: [{}] }
      - { eval_time: 6m, alertname: Down, exp_alerts: [] }`);
  const got = ['{alertname="Down", instance="a:1", severity="page"} annotations {summary="a:1 of eu down"}'];
  expect(bare).toEqual({ what: "alertname Down at 5m", state: "failed", expected: ['{alertname="Down"}'], got });
  expect(none).toMatchObject({ state: "failed", expected: [], got });
});

test("B3: what lies beyond is not judged, and never passes", () => {
  const results = run(`
  - input_series: [{ series: up, values: '1' }, { series: h, values: '{{count:1}}' }]
    alert_rule_test:
      - { alertname: Always }
      - { alertname: Made }
    promql_expr_test:
      - { expr: made }
      - { expr: h }
      - { expr: ALERTS }
      - { expr: rate(up) }`);
  expect(results.map(({ state }) => state)).toEqual(results.map(() => "not judged"));
  expect(results).toHaveLength(6);
});

test("B3: two alerts with the same labels end a test, and none of its cases passes", () => {
  const rules = "groups: [{ name: g, rules: [{ alert: a, expr: up > 0, labels: { instance: '' } }] }]";
  const tests = `
  - input_series: [{ series: 'up{instance="a"}', values: 1x9 }, { series: 'up{instance="b"}', values: 1x9 }]
    alert_rule_test: [{ alertname: a }]
    promql_expr_test: [{ expr: up, eval_time: 5m }]`;
  expect(run(tests, rules)).toMatchObject([{ state: "failed", got: [containing("same labels")] }, { state: "failed" }]);
});

test("a test of too many evaluations or samples is not run", () => {
  const [long] = run("  - alert_rule_test: [{ alertname: Down, eval_time: 200y }]");
  expect(long).toMatchObject({ state: "not judged", why: containing("evaluations") });
  const [many] = run(
    "  - interval: 1ms\n    input_series: [{ series: up, values: 0x99999999 }]\n    alert_rule_test: [{ alertname: Down, eval_time: 1d }]",
  );
  expect(many).toMatchObject({ state: "not judged", why: containing("samples") });
});

test("fuzzy_compare lets the last bit pass, and NaN equals nothing", () => {
  const tests = (value: string) =>
    `tests:\n  - input_series: [{ series: m, values: 0+0.1x3 }]\n    promql_expr_test: [{ expr: m, eval_time: 3m, exp_samples: [{ labels: m, value: ${value} }] }]`;
  const stateOf = (text: string) => runUnitTests(readUnitTests(text).file, [], "exclusive")[0]?.verdict.state;
  expect(stateOf(tests("0.3"))).toBe("failed");
  expect(stateOf(`fuzzy_compare: true\n${tests("0.3")}`)).toBe("passed");
  expect(stateOf(tests(".nan").replace("0+0.1x3", "NaN NaN NaN NaN"))).toBe("failed");
});

test("B3: faults have their places, and a bad test does not void the others", () => {
  const read = readUnitTests(
    [
      "tests:",
      "  - input_series:",
      "      - { series: 'up{job=\"a\"', values: 1 }",
      "  - input_series: [{ series: up, values: '1 2 x' }]",
      "  - alert_rule_test: [{ eval_time: 5 }]",
      "  - typo: 1",
      "  - promql_expr_test: [{ expr: up, exp_samples: [{ labels: up, value: many }] }]",
      "  - name: good",
      "group_eval_order: [a, a]",
    ].join("\n"),
  );
  expect(read.faults.map(({ line, column }) => `${line}:${column}`).sort()).toEqual([
    "3:30",
    "4:47",
    "5:23",
    "5:36",
    "6:5",
    "7:71",
    "9:19",
  ]);
  expect(read.file.tests.map(({ name }) => name)).toEqual(["good"]);
});
