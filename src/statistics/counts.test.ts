// Percentiles of counted values: they equal those of the values written out and sorted.
import fc from "fast-check";
import { expect, test } from "vitest";
import { percentilesOfCounts, totalCount } from "./counts.ts";

const part = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 9 })), { maxLength: 12 })
  .map((pairs) => Float64Array.from(pairs.flat()));

function expanded(parts: readonly Float64Array[]): number[] {
  const values: number[] = [];
  for (const counts of parts) {
    for (let i = 0; i < counts.length; i += 2) {
      for (let seen = 0; seen < (counts[i + 1] ?? 0); seen += 1) values.push(counts[i] ?? 0);
    }
  }
  return values.sort((a, b) => a - b);
}

test("percentiles of several parts are the nearest ranks of all values sorted", () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 4 }), fc.integer({ min: 1, max: 100 }), (parts, percent) => {
      const sorted = expanded(parts);
      // The rank in whole numbers, so that the expectation itself is free of rounding.
      const rank = Math.max(1, Math.floor((percent * sorted.length + 99) / 100));
      const [value] = percentilesOfCounts(parts, [percent / 100]);
      const neighbours = [sorted[rank - 1] ?? 0, sorted[rank] ?? sorted[rank - 1] ?? 0];
      expect(neighbours).toContain(value);
      if (percent === 50 || percent === 95 || percent === 99) expect(value).toBe(neighbours[0]);
    }),
    { numRuns: 500 },
  );
});

test("the reported percentiles are exact ranks, for few observations and for many", () => {
  for (const total of [...Array.from({ length: 120 }, (_, i) => i + 1), 999, 1_000, 1_001, 4_999]) {
    const ascending = Float64Array.from({ length: total * 2 }, (_, i) => (i % 2 === 0 ? i / 2 + 1 : 1));
    const exact = [50, 95, 99].map((percent) => Math.floor((percent * total + 99) / 100));
    expect(percentilesOfCounts([ascending], [0.5, 0.95, 0.99])).toEqual(exact);
  }
});

test("the total counts observations, not values", () => {
  expect(totalCount([Float64Array.of(3, 2, 9, 5), Float64Array.of(), Float64Array.of(3, 1)])).toBe(8);
  expect(totalCount([])).toBe(0);
});

test("without observations every percentile is 0", () => {
  expect(percentilesOfCounts([], [0.5, 0.99])).toEqual([0, 0]);
  expect(percentilesOfCounts([Float64Array.of()], [1])).toEqual([0]);
});

test("values that were never seen do not become a percentile", () => {
  expect(percentilesOfCounts([Float64Array.of(1, 0, 7, 3)], [0.01, 1])).toEqual([7, 7]);
});

test("one slow op among a thousand is the maximum, not the 99th percentile", () => {
  expect(percentilesOfCounts([Float64Array.of(10, 999, 90_000, 1)], [0.99, 1])).toEqual([10, 90_000]);
});
