// The text of verdicts: one format per figure, escaped wherever it is written, and the exit code that follows.
import { expect, test } from "vitest";
import type { Comparison, JudgedCell } from "../regression/comparison.ts";
import { METRICS } from "../regression/metrics.ts";
import { NO_FIGURES, type Verdict } from "../regression/verdict.ts";
import { exitOf, failingVerdicts } from "./compare-exit.ts";
import { toJunitXml } from "./junit.ts";
import { toTextTable, toVerdictMarkdown, verdictRows, verdictSummary } from "./verdict-table.ts";

const figures = {
  baseline: 18_234,
  current: 15_864,
  change: 0.13,
  interval: { low: 0.121, high: 0.139 },
  p: 0.000_011,
  adjustedP: 0.000_23,
  noiseFloor: 0.03,
  smallestSeen: 0.0512,
};
const warning: Verdict = { verdict: "warning", figures };
const inconclusive: Verdict = {
  verdict: "inconclusive",
  reason: "3 valid repeats, and a verdict between two results needs 10 each",
  figures: { ...NO_FIGURES, baseline: 20, current: 21, change: -0.05 },
};
const missing: Verdict = { verdict: "missing", reason: "the current result does not have it", figures: NO_FIGURES };
const apart: Verdict = { verdict: "not-comparable", differences: ["browser: A against B"], figures: NO_FIGURES };
const fine: Verdict = { verdict: "no-change", figures: { ...figures, change: 0.0001, adjustedP: 0.000_01 } };

function comparisonOf(outcomes: readonly Verdict[], row = "5 agents", differences: readonly string[] = []): Comparison {
  const cells = outcomes.map((outcome, n): JudgedCell => ({
    row,
    metric: n % 2 === 0 ? METRICS.throughput : METRICS.efficiency,
    outcome,
  }));
  return { cells, differences, unknown: [], onlyInCurrent: [], tests: outcomes.length, calibrationDifferences: [] };
}

test("a line names figures with units, the change with its sign, and what could have been seen", () => {
  expect(verdictRows(comparisonOf([warning]))[0]?.cells).toEqual({
    row: "5 agents",
    metric: "throughput",
    baseline: "18,200 op/s",
    current: "15,900 op/s",
    change: "+13.0%",
    "95% interval": "+12.1% to +13.9%",
    "p (Holm)": "0.00023",
    verdict: "warning",
    note: "changes under 5.1% cannot be seen",
  });
});

test("what is not known is a dash, and its reason stands in the note", () => {
  const [unsure, gone, other, same] = verdictRows(comparisonOf([inconclusive, missing, apart, fine]));
  expect(unsure?.cells).toMatchObject({ change: "−5.0%", "95% interval": "–", "p (Holm)": "–" });
  expect(unsure?.cells.note).toContain("3 valid repeats");
  expect(gone?.cells).toMatchObject({ baseline: "–", verdict: "missing", note: "the current result does not have it" });
  expect(other?.cells).toMatchObject({ verdict: "not comparable", note: "browser: A against B" });
  expect(same?.cells).toMatchObject({ change: "0.0%", "p (Holm)": "< 0.0001", verdict: "no change" });
});

test("the terminal's table is padded, and text of files moves no cursor and breaks no line", () => {
  const text = toTextTable(verdictRows(comparisonOf([warning, fine], "evil\u001b[2J\nrow\u202e")));
  const lines = text.split("\n");
  expect(lines).toHaveLength(4);
  for (const sign of ["\u001b", "\u202e"]) expect(text).not.toContain(sign);
  expect(lines[1]?.indexOf("throughput")).toBe(lines[0]?.indexOf("metric"));
});

test("Markdown escapes cells and counts verdicts", () => {
  const markdown = toVerdictMarkdown(comparisonOf([warning, fine], "<b>|x|`"));
  expect(markdown).toContain("## Headroom: 1 warning, 1 no change");
  expect(markdown).toContain("&lt;b>\\|x\\|\\`");
  expect(markdown.trim().split("\n")).toHaveLength(6);
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
  expect(exitOf(comparisonOf(outcomes), failOn).code).toBe(code);
});

test("not comparable comes before all else, and says why", () => {
  const answer = exitOf(comparisonOf([apart, missing], "x", ["browser: A against B"]), "warning");
  expect(answer).toEqual({ code: 4, reason: "Not comparable: browser: A against B." });
  expect(exitOf(comparisonOf([inconclusive, fine]), "warning").reason).toBe(
    "Warning: 1 of 2 figures are inconclusive.",
  );
});

test("the summary counts the gravest first", () => {
  expect(verdictSummary(comparisonOf([fine, missing, warning, fine]))).toBe("1 warning, 1 missing, 2 no change");
  expect(verdictSummary(comparisonOf([]))).toBe("nothing to compare");
});
