// The n-th smallest difference of two samples, against a sorted list of all of them.
import fc from "fast-check";
import { expect, test } from "vitest";
import { nthDifference } from "./pairwise-differences.ts";

const values = fc.array(fc.oneof(fc.integer({ min: -5, max: 5 }), fc.double({ min: -1e6, max: 1e6, noNaN: true })), {
  minLength: 1,
  maxLength: 12,
});

test("each place of the list is found, ties included", () => {
  fc.assert(
    fc.property(values, values, (first, second) => {
      const below = Float64Array.from(first).sort();
      const above = Float64Array.from(second).sort();
      const all = [...below].flatMap((a) => [...above].map((b) => b - a)).sort((a, b) => a - b);
      for (const [rank, difference] of all.entries())
        expect(nthDifference(below, above, rank)).toBeCloseTo(difference, 9);
    }),
    { numRuns: 300 },
  );
});

test("ten thousand against ten thousand need no list of a hundred million", () => {
  const below = Float64Array.from({ length: 10_000 }, (_, i) => i);
  const above = Float64Array.from({ length: 10_000 }, (_, i) => i + 0.5);
  // Symmetric about 0.5, which itself is the commonest difference.
  expect(nthDifference(below, above, 50_000_000)).toBe(0.5);
  expect(nthDifference(below, above, 0)).toBe(-9_998.5);
  expect(nthDifference(below, above, 99_999_999)).toBe(9_999.5);
});
