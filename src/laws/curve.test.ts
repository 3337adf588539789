// Rows gathered from figures, and the values between rows.
import { expect, test } from "vitest";
import { curveRows, throughputBetweenRows } from "./curve.ts";

test("figures of one agent count are the trials of its row, whose throughput is their median", () => {
  expect(
    curveRows([
      { agents: 5, opsPerSecond: 90 },
      { agents: 1, opsPerSecond: 20 },
      { agents: 5, opsPerSecond: 80 },
      { agents: 5, opsPerSecond: 85 },
    ]),
  ).toEqual([
    { agents: 1, opsPerSecond: 20, trials: [20] },
    { agents: 5, opsPerSecond: 85, trials: [90, 80, 85] },
  ]);
  expect(curveRows([])).toEqual([]);
});

test("between rows throughput is interpolated; before the first and beyond the last there is none", () => {
  const rows = [
    { agents: 2, opsPerSecond: 40 },
    { agents: 4, opsPerSecond: 50 },
  ];
  expect(throughputBetweenRows(rows, 6)).toEqual([null, null, 40, 45, 50, null, null]);
  expect(throughputBetweenRows([], 2)).toEqual([null, null, null]);
});
