// Medians and their order-statistic intervals, checked against a known table and small samples by hand.
import fc from "fast-check";
import { expect, test } from "vitest";
import { estimate, median, medianIntervalRank, rangeOf } from "./summary.ts";

/** P(Bin(n, ½) < k), by the sum of exact binomial coefficients. */
function tailBelow(n: number, k: number): number {
  let coefficient = 1;
  let sum = 0;
  for (let i = 0; i < k; i += 1) {
    sum += coefficient;
    coefficient = (coefficient * (n - i)) / (i + 1);
  }
  return sum / 2 ** n;
}

test.each([
  [0, 0],
  [1, 0],
  [5, 0],
  [6, 1],
  [8, 1],
  [9, 2],
  [10, 2],
  [12, 3],
  [15, 4],
  [20, 6],
  [25, 8],
  [30, 10],
])(
  "for %i values the interval of the median starts at rank %i, as the sign-test table for 95 in 100 has it",
  (n, rank) => {
    expect(medianIntervalRank(n)).toBe(rank);
  },
);

test("the rank is the largest whose tail stays within 2.5 %", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), (n) => {
      const rank = medianIntervalRank(n);
      expect(tailBelow(n, rank)).toBeLessThanOrEqual(0.025);
      expect(tailBelow(n, rank + 1)).toBeGreaterThan(0.025);
    }),
  );
});

test("without values there is no estimate", () => {
  expect(estimate([])).toBeNull();
  expect(median([])).toBeNull();
  expect(rangeOf([])).toBeNull();
});

test("one value is its own median, without an interval", () => {
  expect(estimate([7])).toEqual({ median: 7, interval: null });
});

test("five values give their range, not a confidence interval", () => {
  expect(estimate([5, 1, 4, 2, 3])).toEqual({ median: 3, interval: { kind: "range", low: 1, high: 5 } });
});

test("six values give the interval from the smallest to the largest", () => {
  expect(estimate([6, 1, 5, 2, 4, 3])).toEqual({ median: 3.5, interval: { kind: "confidence", low: 1, high: 6 } });
});

test("the interval of ten values leaves out the smallest and the largest", () => {
  const values = [10, 1, 9, 2, 8, 3, 7, 4, 6, 5];
  expect(estimate(values)).toEqual({ median: 5.5, interval: { kind: "confidence", low: 2, high: 9 } });
});

test("the given values keep their order", () => {
  const values = [3, 1, 2];
  estimate(values);
  median(values);
  expect(values).toEqual([3, 1, 2]);
});

test("the interval of a median keeps its rank where 0.5 to the n is no longer a number", () => {
  // The normal approximation of the rank: n/2 − 1.96·√n/2.
  for (const n of [1_074, 1_075, 2_000, 10_000, 100_000]) {
    expect(Math.abs(medianIntervalRank(n) - (n / 2 - 0.98 * Math.sqrt(n)))).toBeLessThan(1.5);
  }
});
