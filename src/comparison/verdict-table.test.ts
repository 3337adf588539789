// The text of verdicts: one format per figure, escaped wherever it is written, and the exit code that follows.
import { expect, test } from "vitest";
import type { JudgedCell, JudgedComparison } from "../regression/comparison.ts";
import { METRICS } from "../regression/fixtures/metrics.ts";
import { NO_FIGURES, type Verdict } from "../regression/verdict.ts";
import { exitOf, failingVerdicts, type FailOn } from "./compare-exit.ts";
import { toComparisonJson } from "./comparison-json.ts";
import type { Flaw } from "./flaws.ts";
import { toJunitXml } from "./junit.ts";
import { metricsOf, toTextTable, verdictRows, verdictSummary } from "./verdict-table.ts";

const figures = {
  baseline: 18_234,
  current: 15_864,
  change: -0.13,
  hodgesLehmann: null,
  interval: { low: -0.139, high: -0.121 },
  p: 0.000_011,
  adjustedP: 0.000_23,
  noiseFloor: 0.03,
  smallestSeen: 0.0512,
  remark: null,
};
const warning: Verdict = { verdict: "warning", figures };
const inconclusive: Verdict = {
  verdict: "inconclusive",
  reason: "3 valid repeats, and a verdict between two results needs 10 each",
  figures: { ...NO_FIGURES, baseline: 20, current: 19, change: -0.05 },
};
const missing: Verdict = { verdict: "missing", reason: "the current result does not have it", figures: NO_FIGURES };
const apart: Verdict = { verdict: "not-comparable", differences: ["browser: A against B"], figures: NO_FIGURES };
const fine: Verdict = { verdict: "no-change", figures: { ...figures, change: 0.0001, adjustedP: 0.000_01 } };

const exit = (comparison: JudgedComparison, failOn: FailOn, flaws: readonly Flaw[] = []) =>
  exitOf({ comparison, flaws }, failOn);

function comparisonOf(outcomes: readonly Verdict[], name = "5 agents"): JudgedComparison {
  const cells = outcomes.map((outcome, n): JudgedCell => ({
    row: { kind: "named", name },
    metric: n % 2 === 0 ? METRICS.throughput : METRICS.efficiency,
    outcome,
  }));
  return { cells, differences: [], unknown: [], onlyInCurrent: [], tests: outcomes.length, calibrationDifferences: [] };
}

test("a line names figures with units, the change with its sign, and the interval says the rest", () => {
  expect(verdictRows(comparisonOf([warning]))[0]?.cells).toEqual({
    row: "5 agents",
    metric: "throughput",
    baseline: "18,200 op/s",
    current: "15,900 op/s",
    change: "−13.0%",
    "95% interval": "−13.9% to −12.1%",
    "p (Holm)": "0.00023",
    verdict: "warning",
    note: "",
  });
});

test("another change that was judged stands in the note under its name, where it is of another sign or far away", () => {
  const of = (hodgesLehmann: number, low: number) =>
    verdictRows(
      comparisonOf([{ verdict: "no-change", figures: { ...figures, hodgesLehmann, interval: { low, high: 0.06 } } }]),
    )[0]?.cells;
  expect(of(-0.128, -0.14)).toMatchObject({ change: "−13.0%" });
  expect(of(-0.128, -0.14)?.note).not.toContain("Hodges");
  expect(of(-0.01, -0.05)?.note).toContain("judged by the Hodges-Lehmann change of −1.0%");
  expect(of(0.021, -0.2)).toMatchObject({ change: "−13.0%" });
  expect(of(0.021, -0.2)?.note).toContain("judged by the Hodges-Lehmann change of +2.1%");
});

test("what is not known is a dash, and its reason is in the note", () => {
  const [unsure, gone, other, same] = verdictRows(comparisonOf([inconclusive, missing, apart, fine]));
  expect(unsure?.cells).toMatchObject({ change: "−5.0%", "95% interval": "–", "p (Holm)": "–" });
  expect(unsure?.cells.note).toContain("3 valid repeats");
  expect(gone?.cells).toMatchObject({ baseline: "–", verdict: "missing", note: "the current result does not have it" });
  expect(other?.cells).toMatchObject({ verdict: "not comparable", note: "browser: A against B" });
  expect(same?.cells).toMatchObject({ change: "0.0%", "p (Holm)": "< 0.0001", verdict: "no change" });
});

test("a change is strong by the bands, whichever way it went; what is no change has no strength", () => {
  const of = (verdict: "improved" | "minor" | "critical" | "no-change", change: number) =>
    verdictRows(comparisonOf([{ verdict, figures: { ...figures, change } }]))[0]?.strength;
  expect([of("minor", -0.07), of("improved", 0.15), of("critical", -0.4), of("improved", 3)]).toEqual([1, 2, 3, 3]);
  expect([of("no-change", 0.03), of("critical", Number.POSITIVE_INFINITY)]).toEqual([0, 3]);
});

test("the terminal's table is padded, and text of files moves no cursor and breaks no line", () => {
  const text = toTextTable(verdictRows(comparisonOf([warning, fine], "evil\u001b[2J\nrow\u202e")));
  const lines = text.split("\n");
  expect(lines).toHaveLength(4);
  for (const sign of ["\u001b", "\u202e"]) expect(text).not.toContain(sign);
  expect(lines[1]?.indexOf("throughput")).toBe(lines[0]?.indexOf("metric"));
});

test("JUnit: failures, skipped tests and counts, with text that stays text", () => {
  const xml = toJunitXml(comparisonOf([warning, inconclusive, fine], '<a & "b">\u0001'), failingVerdicts("warning"));
  expect(xml).toContain('tests="3" failures="1" skipped="1" errors="0"');
  expect(xml).toContain('classname="&lt;a &amp; &quot;b&quot;&gt; "');
  expect(xml.match(/<failure type="warning"/g)).toHaveLength(1);
  expect(xml.match(/<skipped /g)).toHaveLength(1);
  const strict = toJunitXml(comparisonOf([inconclusive]), failingVerdicts("inconclusive"));
  expect(strict).toContain('failures="1" skipped="0"');
});

test.each([
  ["fine", [fine], "warning", 0],
  ["nothing", [], "warning", 3],
  ["a warning", [warning, fine], "warning", 1],
  ["a warning", [warning], "minor", 1],
  ["a warning", [warning], "critical", 0],
  ["something inconclusive", [inconclusive], "warning", 0],
  ["something inconclusive", [inconclusive], "inconclusive", 1],
  ["something missing beside a warning", [missing, warning], "warning", 3],
] as const)("%s: its exit code follows --fail-on (case %#)", (_, outcomes, failOn, code) => {
  expect(exit(comparisonOf(outcomes), failOn).code).toBe(code);
});

test("not comparable comes before all else, and says why", () => {
  const flaw = { kind: "other-conditions", what: "browser: A against B.", wayOut: null } as const;
  const answer = exit(comparisonOf([apart, missing]), "warning", [flaw]);
  expect(answer).toEqual({ code: 4, reason: "Not comparable: browser: A against B." });
  expect(exit(comparisonOf([inconclusive, fine]), "warning").reason).toBe("Warning: 1 of 2 figures are inconclusive.");
});

test("the summary counts the gravest first", () => {
  expect(verdictSummary(comparisonOf([fine, missing, warning, fine]))).toBe("1 warning, 1 missing, 2 no change");
  expect(verdictSummary(comparisonOf([]))).toBe("nothing to compare");
});

test("metrics keep their reading order where the first row lacks some, and those of the whole run come last", () => {
  const rows = [
    ["1", "throughput"],
    ["1", "p99"],
    ["2", "throughput"],
    ["2", "p50"],
    ["2", "p95"],
    ["2", "p99"],
    ["whole", "memory"],
  ].map(([row = "", metric = ""]) => ({ row, metric }));
  expect(metricsOf(rows)).toEqual(["throughput", "p50", "p95", "p99", "memory"]);
});

test("JSON names rows as people read them", () => {
  const { cells, ...rest } = comparisonOf([fine]);
  const point = { kind: "point", axis: "agents", at: 5 } as const;
  const whole = { kind: "whole", axis: "agents" } as const;
  const comparison: JudgedComparison = {
    ...rest,
    cells: cells.map((cell) => ({ ...cell, row: point })),
    onlyInCurrent: [{ row: whole, metric: METRICS.memory }],
  };
  expect(JSON.parse(toComparisonJson(comparison, { code: 0, reason: "No regression." }))).toMatchObject({
    format: "headroom-comparison",
    version: 2,
    exitCode: 0,
    comparison: {
      cells: [{ row: "5 agents", metric: METRICS.throughput }],
      onlyInCurrent: ["any agent, memory per agent"],
    },
  });
});
