// Sides that have the same values, as two runs of one seed have, did not change, however far their trials lie apart.
import { expect, test } from "vitest";
import type { CellFigures } from "./compared-cell.ts";
import { compareResults } from "./comparison.ts";
import { cell, result } from "./fixtures/cells.ts";
import { METRICS } from "./fixtures/metrics.ts";
import type { Metric } from "./metric.ts";

const rounds: Metric = { id: "steps", label: "rounds", unit: null, better: "lower" };
const trials = (values: readonly number[]): CellFigures => ({ kind: "trials", values, yardstickDeviation: 0 });
const judge = (was: readonly number[], is: readonly number[], metric: Metric) =>
  compareResults([result([cell(trials(was), metric)])], result([cell(trials(is), metric)])).cells[0]!.outcome;

const scattered = [12, 31, 8, 44, 19, 27];

test("the same values are no change, in whichever order they were measured", () => {
  const same = { verdict: "no-change", figures: { change: 0, remark: "every repeat is the same" } };
  expect(judge(scattered, scattered, rounds)).toMatchObject(same);
  expect(judge(scattered, scattered.toReversed(), rounds)).toMatchObject(same);
  expect(judge(scattered, scattered, METRICS.p50)).toMatchObject(same);
});

test("values that differ in one trial are judged as any others", () => {
  expect(judge(scattered, [13, 31, 8, 44, 19, 27], rounds).verdict).toBe("inconclusive");
});

test("one value alone, and times that are all one step of the clock, may be the same by chance", () => {
  expect(judge([12], [12], rounds).verdict).toBe("inconclusive");
  expect(judge([5, 5, 5], [5, 5, 5], METRICS.p50).figures.remark).toBeNull();
});
