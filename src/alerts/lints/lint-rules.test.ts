// B8: hints on rules that may not do what was meant, each at its place; and none on rules that are well.
import { matching } from "../fixtures/texts.ts";
import { expect, test } from "vitest";
import { publishedRules } from "../published/published-rules.ts";
import { readRules } from "../rule-file/read-rules.ts";
import { rulesText } from "../rule-file/write-rules.ts";
import { lintRules } from "./lint-rules.ts";

function hintsOf(rules: readonly string[], seenMetrics: ReadonlySet<string> | null = null): readonly string[] {
  const text = ["groups:", "  - name: g", "    rules:", ...rules.map((rule) => `      - { ${rule} }`)].join("\n");
  const { groups, faults } = readRules(text);
  expect(faults).toEqual([]);
  return lintRules(groups, { intervalMs: 60_000, seenMetrics }).map(
    ({ line, column, message }) => `${line}:${column} ${message}`,
  );
}

test("B8: $value in a label", () => {
  expect(hintsOf(['alert: a, expr: m > 0, labels: { a: b, v: "{{ $value }}" }'])).toEqual([
    matching(/^4:54 The label v holds \$value/),
  ]);
});

test("B8: absent without `for`, and a `for` shorter than two evaluations", () => {
  expect(hintsOf(["alert: a, expr: absent(m)", "alert: b, expr: absent(n), for: 5m"])).toEqual([
    matching(/^4:27 absent\(…\) without "for"/),
  ]);
  expect(
    hintsOf(["alert: a, expr: m > 0, for: 90s", "alert: b, expr: n > 0, for: 2m", "alert: c, expr: o > 0"]),
  ).toEqual([matching(/^4:34 "for" is 1m30s, less than two evaluations of 1m/)]);
});

test("B8: a metric that never appeared", () => {
  expect(hintsOf(["alert: a, expr: m > 0", "alert: b, expr: n > 0"], new Set(["m"]))).toEqual([
    matching(/^5:27 n was never measured/),
  ]);
});

test("B8: a threshold that the unit makes impossible", () => {
  const hints = hintsOf([
    "alert: a, expr: coordination_efficiency_percent > 100",
    "alert: b, expr: memory_per_agent_bytes < 0",
    "alert: c, expr: hit_ratio >= 0",
    "alert: d, expr: m > NaN",
    "alert: e, expr: m != NaN",
    "alert: f, expr: wait_seconds == -1",
    "alert: g, expr: x_percent < 100",
    "alert: h, expr: m2 > 1e9",
    "alert: i, expr: x_total >= -5",
  ]);
  expect(hints.map((hint) => hint.slice(0, 50))).toEqual([
    "4:27 coordination_efficiency_percent > 100 is neve",
    "5:27 memory_per_agent_bytes < 0 is never true: mem",
    "6:27 hit_ratio >= 0 is always true: hit_ratio is a",
    "7:27 m > NaN is never true. Check the unit.",
    "8:27 m != NaN is always true. Check the unit.",
    "9:27 wait_seconds == -1 is never true: wait_second",
    "12:27 x_total >= -5 is always true: x_total is a c",
  ]);
});

test("B8: equal conditions, and a severe rule that fires before the mild one", () => {
  const hints = hintsOf([
    "alert: a, expr: m > 100, labels: { severity: warning }",
    "alert: b, expr: m > 50, labels: { severity: critical }",
    "alert: c, expr: m > 100, labels: { severity: info }",
    "alert: d, expr: n < 50, labels: { severity: critical }",
    "alert: e, expr: n < 60, labels: { severity: info }",
    "alert: f, expr: 'm{a=\"b\"} > 10', labels: { severity: critical }",
  ]);
  expect(hints).toEqual([
    '5:27 "b" (critical) fires before "a" (warning) of the same series. Check the thresholds.',
    '6:27 "c" has the same condition with the severity info in place of warning as "a". Keep one.',
  ]);
});

test("B8: the published thresholds of inference time contradict each other", () => {
  const group = {
    name: "g",
    intervalMs: null,
    limit: 0,
    rules: publishedRules.map(({ rule }) => ({ ...rule, onNoData: "resolve" as const })),
  };
  const hints = lintRules(readRules(rulesText([group])).groups, { intervalMs: 1000, seenMetrics: null });
  expect(hints.map(({ message }) => message)).toEqual([
    '"Critical Agent Inference Time" (critical) fires before "High Agent Inference Time" (warning) of the same series. Check the thresholds.',
  ]);
});
