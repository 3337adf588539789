// The divergence of beliefs: its closed forms, its digits where beliefs are near, and what it never is.
import fc from "fast-check";
import { expect, test } from "vitest";
import { divergenceOf } from "./divergence.ts";

const weight = fc.double({ min: 0.01, max: 1, noNaN: true });
const pairs = fc
  .array(fc.tuple(weight, weight), { minLength: 2, maxLength: 30 })
  .map((both) => [Float64Array.from(both, ([q]) => q), Float64Array.from(both, ([, p]) => p)] as const);

test("it is Σ q ln(q / p) of distributions, whatever weights are scaled by", () => {
  fc.assert(
    fc.property(pairs, ([reference, found]) => {
      const [a, b] = [reference.reduce((x, y) => x + y), found.reduce((x, y) => x + y)];
      let plain = 0;
      for (const [s, weighed] of reference.entries()) {
        const [q, p] = [weighed / a, (found[s] ?? 0) / b];
        plain += q * Math.log(q / p);
      }
      expect(divergenceOf(reference, found)).toBeCloseTo(plain, 12);
      expect(
        divergenceOf(
          reference.map((x) => 3 * x),
          found,
        ),
      ).toBeCloseTo(plain, 12);
    }),
  );
});

test("it is 0 of equals, and otherwise above it", () => {
  fc.assert(
    fc.property(pairs, ([reference, found]) => {
      expect(divergenceOf(reference, reference)).toBe(0);
      expect(divergenceOf(reference, found)).toBeGreaterThanOrEqual(0);
    }),
  );
  expect(divergenceOf(Float64Array.of(0.5, 0.5), Float64Array.of(0.25, 0.75))).toBeGreaterThan(0.1);
});

test.each([1e-3, 1e-6, 1e-9])("near distributions keep their digits: apart by %d", (apart) => {
  const found = Float64Array.of(0.5 + apart, 0.5 - apart);
  // Of ½ and ½ it is −½ ln(1 − 4δ²).
  const wanted = -0.5 * Math.log1p(-4 * apart * apart);
  expect(divergenceOf(Float64Array.of(0.5, 0.5), found) / wanted).toBeCloseTo(1, 5);
});

test("what is excluded but possible is infinitely far, and what is impossible costs nothing", () => {
  expect(divergenceOf(Float64Array.of(0.5, 0.5), Float64Array.of(1, 0))).toBe(Infinity);
  expect(divergenceOf(Float64Array.of(1, 0), Float64Array.of(0.5, 0.5))).toBeCloseTo(Math.LN2, 14);
});
