// Quantiles of t and F, checked against values from scipy 1.17.1 and against each other.
import fc from "fast-check";
import { expect, test } from "vitest";
import { fisherQuantile, studentQuantile } from "./quantiles.ts";

test.each([
  [0.975, 1, 12.706204736174694],
  [0.975, 2, 4.302652729749462],
  [0.975, 3, 3.1824463052837078],
  [0.975, 4, 2.7764451051977934],
  [0.975, 8, 2.306004135204166],
  [0.975, 100, 1.9839715185235518],
  [0.9, 7, 1.4149239276505086],
  [0.6, 5, 0.2671808657041451],
  [0.025, 9, -2.2621571627982053],
  [0.9995, 3, 12.923978636687961],
])("the t quantile at %d with %d degrees of freedom is %d", (p, df, expected) => {
  expect(Math.abs(studentQuantile(p, df) / expected - 1)).toBeLessThan(1e-11);
});

test.each([
  [0.95, 1, 1, 161.4476387975882],
  [0.95, 1, 2, 18.512820512820493],
  [0.95, 1, 4, 7.708647422176786],
  [0.95, 1, 60, 4.001191376754993],
  [0.95, 3, 7, 4.346831399907814],
  [0.5, 2, 9, 0.7493806780925246],
  [0.01, 4, 12, 0.06957205596287125],
])("the F quantile at %d with %d and %d degrees of freedom is %d", (p, df1, df2, expected) => {
  expect(Math.abs(fisherQuantile(p, df1, df2) / expected - 1)).toBeLessThan(1e-11);
});

test("the median of t is zero", () => {
  expect(studentQuantile(0.5, 3)).toBe(0);
});

test("F with one degree of freedom in the numerator is t squared", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.double({ min: 0.6, max: 0.999, noNaN: true }), (df, p) => {
      const t = studentQuantile((1 + p) / 2, df);
      expect(Math.abs(fisherQuantile(p, 1, df) / (t * t) - 1)).toBeLessThan(1e-10);
    }),
  );
});
