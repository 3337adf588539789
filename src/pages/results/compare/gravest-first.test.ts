// What changed comes before what did not, and what did not keeps its order.
import { expect, test } from "vitest";
import type { Verdict } from "../../../regression/verdict.ts";
import { gravestMetricsFirst, gravestRowsFirst } from "./gravest-first.ts";

function rowsOf(...rows: readonly (readonly [row: string, metric: string, verdict: Verdict["verdict"]])[]) {
  return rows.map(([row, metric, verdict]) => ({ row, metric, verdict }));
}

test("columns with a change come first, the gravest in front; the others stay in reading order", () => {
  const rows = rowsOf(
    ["duration", "avg", "inconclusive"],
    ["duration", "p95", "improved"],
    ["duration", "max", "missing"],
    ["reqs", "count", "warning"],
    ["checks", "rate", "critical"],
    ["failed", "rate", "no-change"],
  );
  expect(gravestMetricsFirst(rows)).toEqual(["rate", "count", "p95", "avg", "max"]);
});

test("where nothing changed, or all changed alike, the order stays", () => {
  const all = (verdict: Verdict["verdict"]) => rowsOf(["5", "throughput", verdict], ["5", "p95", verdict]);
  expect(gravestMetricsFirst(all("no-change"))).toEqual(["throughput", "p95"]);
  expect(gravestMetricsFirst(all("critical"))).toEqual(["throughput", "p95"]);
});

test("lines are put in the same order", () => {
  const rows = rowsOf(["1", "a", "no-change"], ["2", "a", "minor"], ["3", "a", "inconclusive"], ["4", "a", "critical"]);
  expect(gravestRowsFirst(rows).map(({ row }) => row)).toEqual(["4", "2", "1", "3"]);
});
