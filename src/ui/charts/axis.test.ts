// Ticks stay few and true, and long labels get their room.
import fc from "fast-check";
import { expect, test } from "vitest";
import { formatCompact, formatComputed } from "../../words/format.ts";
import { agentTicks, axisWidth, efficiencyTicks, linearTicks, logTicks, roomyLogTicks } from "./axis.ts";

test("efficiency goes to 100%, and beyond where a value lies above", () => {
  expect(efficiencyTicks(0.3)).toEqual([0, 0.25, 0.5, 0.75, 1]);
  expect(efficiencyTicks(1.3)).toEqual([0, 0.25, 0.5, 0.75, 1, 1.25, 1.5]);
  expect(efficiencyTicks(40).length).toBeLessThan(12);
});

test("agent counts are ticks themselves while they are few", () => {
  expect(agentTicks([1, 5, 17], false)).toEqual([1, 5, 17]);
  expect(agentTicks([], true)).toEqual([]);
});

test("thousands of agent counts get round ticks", () => {
  const counts = Array.from({ length: 5_000 }, (_, n) => n + 1);
  expect(agentTicks(counts, false)).toEqual([0, 500, 1_000, 1_500, 2_000, 2_500, 3_000, 3_500, 4_000, 4_500, 5_000]);
  expect(agentTicks(counts.slice(6), true)).toEqual([10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000]);
});

test("labels of a million and more get their room, shorter ones the usual", () => {
  expect(axisWidth(284, formatComputed)).toBe(56);
  expect(axisWidth(1_000_000, formatComputed)).toBeGreaterThanOrEqual(9 * 7);
  expect(axisWidth(9e11, formatCompact)).toBe(56);
});

test("a logarithmic axis has round ticks, or its ends where none lies between", () => {
  expect(logTicks(5, 2_560)).toEqual([10, 100, 1_000]);
  expect(logTicks(18, 88_750)).toEqual([100, 1_000, 10_000, 50_000]);
  expect(logTicks(5, 80)).toEqual([5, 10, 20, 50]);
  expect(logTicks(0.1, 100)).toEqual([0.1, 1, 10, 100]);
  expect(logTicks(6, 9)).toEqual([6, 9]);
  expect(logTicks(6, 6)).toEqual([6]);
});

test("linear axes have round steps and end at or above what is drawn", () => {
  expect(linearTicks(284)).toEqual([0, 100, 200, 300]);
  expect(linearTicks(2.1)).toEqual([0, 1, 2, 3]);
  expect(linearTicks(1.9)).toEqual([0, 0.5, 1, 1.5, 2]);
  expect(linearTicks(0.3)).toEqual([0, 0.1, 0.2, 0.3]);
  expect(linearTicks(0)).toEqual([]);
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), (most) => {
      const ticks = linearTicks(most);
      expect(ticks.at(-1) ?? 0).toBeGreaterThanOrEqual(most * (1 - 1e-9));
      expect(ticks.length).toBeLessThanOrEqual(6);
      expect(ticks.length).toBeGreaterThanOrEqual(3);
    }),
  );
});

test.each([
  [0, 10],
  [-1, 10],
  [Number.NaN, 10],
  [1, Number.POSITIVE_INFINITY],
  [1, Number.NaN],
])("an axis from %d to %d has no logarithmic ticks", (least, most) => {
  expect(logTicks(least, most)).toEqual([]);
});

test("a roomy logarithmic axis has as many round ticks as fit", () => {
  expect(roomyLogTicks(4.5, 63, 8)).toEqual([5, 7, 10, 20, 30, 50]);
  expect(roomyLogTicks(4.5, 63, 4)).toEqual([5, 10, 20, 50]);
  expect(roomyLogTicks(1, 90_000, 12)).toEqual([1, 3, 10, 30, 100, 300, 1_000, 3_000, 10_000, 30_000]);
  expect(roomyLogTicks(1, 90_000, 6)).toEqual([1, 10, 100, 1_000, 10_000]);
  expect(roomyLogTicks(1, 90_000, 3)).toEqual([1, 100, 10_000]);
  expect(roomyLogTicks(20, 4_000, 3)).toEqual([30, 300, 3_000]);
});

test("where an axis spans little, its ticks are even, and its ends where nothing is round", () => {
  expect(roomyLogTicks(11, 14.2, 5)).toEqual([11, 12, 13, 14]);
  expect(roomyLogTicks(5, 5, 5)).toEqual([]);
  expect(roomyLogTicks(0, 5, 5)).toEqual([]);
});

test("whatever an axis spans, its ticks lie on it, ascend and have room", () => {
  const ends = fc.tuple(
    fc.double({ min: 1e-3, max: 1e8, noNaN: true }),
    fc.double({ min: 1.01, max: 1e6, noNaN: true }),
  );
  fc.assert(
    fc.property(ends, fc.integer({ min: 2, max: 12 }), ([least, span], ticksMost) => {
      const ticks = roomyLogTicks(least, least * span, ticksMost);
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      expect(ticks.length).toBeLessThanOrEqual(Math.max(2, ticksMost));
      for (const [n, tick] of ticks.entries()) {
        expect(tick).toBeGreaterThan(ticks[n - 1] ?? 0);
        expect(tick).toBeGreaterThanOrEqual(least * (1 - 1e-9));
        expect(tick).toBeLessThanOrEqual(least * span * (1 + 1e-9));
      }
    }),
  );
});
