// The ratio of two medians: exact values, the kind of its interval, and that the same values give the same interval.
import fc from "fast-check";
import { expect, test } from "vitest";
import { ratioOfMedians } from "./ratio.ts";

const six = [90, 95, 100, 105, 110, 100];

test("there is no ratio without values on either side, or where the divisor is 0", () => {
  expect(ratioOfMedians([], [1])).toBeNull();
  expect(ratioOfMedians([1], [])).toBeNull();
  expect(ratioOfMedians([1], [0, 0])).toBeNull();
});

test("one value in the numerator gives a ratio without an interval", () => {
  expect(ratioOfMedians([30], [10, 20, 15])).toEqual({ median: 2, interval: null });
});

test("with fewer than six values on a side the interval is the numerator's range over the denominator's median", () => {
  const range = { median: 5, interval: { kind: "range", low: 4.5, high: 5.5 } };
  expect(ratioOfMedians([90, 100, 110, 100, 100], [20, 20, 20, 20, 20, 20])).toEqual(range);
  expect(ratioOfMedians([90, 100, 110, 100, 100, 100], [18, 20, 22])).toEqual(range);
});

test("without resamples the interval is the range, whatever the number of values", () => {
  expect(ratioOfMedians(six, [50, 50, 50, 50, 50, 50], 0)).toEqual({
    median: 2,
    interval: { kind: "range", low: 1.8, high: 2.2 },
  });
});

test("six values on both sides give a confidence interval within the extreme ratios", () => {
  const below = [48, 49, 50, 51, 52, 50];
  const ratio = ratioOfMedians(six, below);
  expect(ratio?.median).toBe(2);
  expect(ratio?.interval?.kind).toBe("confidence");
  expect(ratio?.interval?.low).toBeGreaterThanOrEqual(90 / 52);
  expect(ratio?.interval?.low).toBeLessThan(2);
  expect(ratio?.interval?.high).toBeGreaterThan(2);
  expect(ratio?.interval?.high).toBeLessThanOrEqual(110 / 48);
});

test("the same trials always get the same interval", () => {
  expect(ratioOfMedians(six, six)).toEqual(ratioOfMedians(six, six));
});

test("without any spread the interval has no width", () => {
  const flat = Array.from({ length: 8 }, () => 40);
  expect(ratioOfMedians(flat, flat)).toEqual({ median: 1, interval: { kind: "confidence", low: 1, high: 1 } });
});

test("the interval contains the ratio, and scales with the numerator", () => {
  const values = fc.array(fc.double({ min: 1, max: 1_000, noNaN: true }), { minLength: 6, maxLength: 12 });
  fc.assert(
    fc.property(values, values, (above, below) => {
      const ratio = ratioOfMedians(above, below, 200);
      const double = ratioOfMedians(
        above.map((value) => value * 2),
        below,
        200,
      );
      expect(ratio?.interval?.low).toBeLessThanOrEqual(ratio?.median ?? Number.NaN);
      expect(ratio?.interval?.high).toBeGreaterThanOrEqual(ratio?.median ?? Number.NaN);
      expect(double?.interval?.low).toBeCloseTo((ratio?.interval?.low ?? Number.NaN) * 2, 8);
    }),
    { numRuns: 50 },
  );
});
