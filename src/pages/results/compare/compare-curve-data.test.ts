// What a chart of several results draws, from their rows side by side.
import { expect, test } from "vitest";
import type { Estimate } from "../../../statistics/summary.ts";
import { comparedPoints, comparedRange } from "./compare-curve-data.ts";

const point = (at: number) => ({ kind: "point", axis: "agents", at }) as const;
const sure = (median: number, low: number, high: number): Estimate => ({
  median,
  interval: { kind: "confidence", low, high },
});

test("each point has the middle and the interval of every result, and nothing where a result has no such row", () => {
  const rows = [
    { row: point(1), estimates: [sure(10, 9, 12), null] },
    { row: point(5), estimates: [{ median: 40, interval: null }, sure(30, 20, 35)] },
    { row: { kind: "whole", axis: "agents" } as const, estimates: [sure(1, 1, 1), null] },
  ];
  const points = comparedPoints(rows);
  expect(points).toEqual([
    { at: 1, middles: [10, null], bands: [[9, 12], null] },
    { at: 5, middles: [40, 30], bands: [null, [20, 35]] },
  ]);
  expect(comparedRange(points)).toEqual({ least: 9, most: 40 });
});

test("a logarithmic axis has no place for 0, and without values there is no range", () => {
  expect(comparedRange(comparedPoints([{ row: point(1), estimates: [sure(0, 0, 4)] }]))).toEqual({ least: 4, most: 4 });
  expect(comparedRange(comparedPoints([{ row: point(1), estimates: [null] }]))).toBeNull();
});
