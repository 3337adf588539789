// Tails, Holm's correction, Hodges-Lehmann ratios and Welch's test, checked against published figures and by properties.
import fc from "fast-check";
import { expect, test } from "vitest";
import { ratioShift } from "./hodges-lehmann.ts";
import { holmAdjusted } from "./holm.ts";
import { inverseNormalTail, normalTail } from "./normal-tail.ts";
import { studentQuantile } from "./quantiles.ts";
import { studentTwoSided, welch } from "./student-tail.ts";

test.each([
  [0, 0.5],
  [1, 0.15865525393145707],
  [1.959963984540054, 0.025],
  [2.5, 0.006209665325776132],
  [3, 0.0013498980316300933],
  [5, 2.866515718791933e-7],
  [8, 6.220960574271785e-16],
])("the normal tail above %d is %d", (z, tail) => {
  expect(normalTail(z) / tail).toBeCloseTo(1, 7);
  expect(normalTail(-z)).toBeCloseTo(1 - tail, 12);
});

test("the normal tail is 0 far out and NaN for NaN, and its inverse gives the point back", () => {
  expect(normalTail(60)).toBe(0);
  expect(normalTail(Number.NaN)).toBeNaN();
  for (const p of [0.5, 0.2, 0.025, 1e-4, 1e-9]) expect(normalTail(inverseNormalTail(p)) / p).toBeCloseTo(1, 6);
});

test("Holm: the textbook example, order kept", () => {
  expect(holmAdjusted([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02]);
  expect(holmAdjusted([])).toEqual([]);
  expect(holmAdjusted([0.9, 0.8])).toEqual([1, 1]);
});

test("Holm never lowers a p, keeps the order of the ps, and never exceeds Bonferroni", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 }), (ps) => {
      const adjusted = holmAdjusted(ps);
      for (const [i, p] of ps.entries()) {
        expect(adjusted[i]).toBeGreaterThanOrEqual(p);
        expect(adjusted[i]).toBeLessThanOrEqual(Math.min(1, p * ps.length) + 1e-12);
        for (const [j, q] of ps.entries()) if (p < q) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j]!);
      }
    }),
  );
});

test("the ratio of scaled samples is the scale, and its interval contains it", () => {
  const first = [90, 95, 97, 99, 100, 101, 103, 105, 108, 110];
  const { ratio, interval } = ratioShift(
    first,
    first.map((value) => value * 0.8),
  );
  expect(ratio).toBeCloseTo(0.8, 12);
  expect(interval!.low).toBeLessThan(0.8);
  expect(interval!.high).toBeGreaterThan(0.8);
});

test("the interval leaves out as many pairs as the table says: 23 on each side for 10 and 10", () => {
  const first = Array.from({ length: 10 }, (_, i) => Math.exp(i));
  const second = Array.from({ length: 10 }, (_, i) => Math.exp(i * 70));
  const pairs = first.flatMap((a) => second.map((b) => Math.log(b / a))).sort((a, b) => a - b);
  const { interval } = ratioShift(first, second);
  // Siegel's critical value 23 means P(U ≤ 23) ≤ 0.025: the interval runs from the 24th pair.
  expect(Math.log(interval!.low)).toBeCloseTo(pairs[23]!, 9);
  expect(Math.log(interval!.high)).toBeCloseTo(pairs[76]!, 9);
});

test("very small samples have a ratio but no interval, and large ones use the approximation", () => {
  const small = ratioShift([10, 10, 10], [20, 20, 20]);
  expect(small.ratio).toBeCloseTo(2, 12);
  expect(small.interval).toBeNull();
  const many = Array.from({ length: 30 }, (_, i) => 100 + i);
  expect(ratioShift(many, many).interval!.low).toBeLessThan(1);
});

test("swapping the samples gives the reciprocal ratio", () => {
  const values = fc.array(fc.double({ min: 0.01, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(values, values, (first, second) => {
      expect(ratioShift(first, second).ratio * ratioShift(second, first).ratio).toBeCloseTo(1, 9);
    }),
  );
});

test("Student's p is the inverse of its quantile", () => {
  for (const df of [1, 2, 9, 30.5]) expect(studentTwoSided(studentQuantile(0.975, df), df)).toBeCloseTo(0.05, 10);
  expect(studentTwoSided(Number.POSITIVE_INFINITY, 3)).toBe(0);
  expect(studentTwoSided(0, 3)).toBe(1);
});

test("Welch's test follows its formula, and needs two values and some variation", () => {
  const result = welch({ mean: 20, deviation: 4, count: 16 }, { mean: 22, deviation: 3, count: 9 })!;
  expect(result.standardError).toBeCloseTo(Math.sqrt(2), 12);
  expect(result.df).toBeCloseTo(4 / (1 / 15 + 1 / 8), 12);
  expect(result.twoSided).toBeCloseTo(studentTwoSided(Math.SQRT2, result.df), 12);
  expect(welch({ mean: 1, deviation: 0, count: 9 }, { mean: 2, deviation: 0, count: 9 })).toBeNull();
  expect(welch({ mean: 1, deviation: 1, count: 1 }, { mean: 2, deviation: 1, count: 9 })).toBeNull();
});
