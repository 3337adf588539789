// The binomial bound against the numbers of MLPerf, and against adding probabilities up.
import { expect, test } from "vitest";
import { binomialAtMost, fewestUnder, isShareUnder, mostHitsUnder } from "./binomial.ts";

/** Adds the probabilities of 0 … hits up, from the first on. */
function addedUp(hits: number, total: number, share: number): number {
  let term = (1 - share) ** total;
  let sum = term;
  for (let k = 1; k <= hits; k += 1) {
    term *= ((total - k + 1) / k) * (share / (1 - share));
    sum += term;
  }
  return sum;
}

test.each([
  [0, 90, 0.05],
  [3, 100, 0.05],
  [12, 300, 0.05],
  [7, 1_000, 0.01],
])("P(X ≤ %i) of %i at %d is the sum of its terms", (hits, total, share) => {
  expect(binomialAtMost(hits, total, share)).toBeCloseTo(addedUp(hits, total, share), 12);
});

test.each([
  [0.05, 0, 90],
  [0.05, 1, 130],
  [0.05, 5, 259],
  [0.05, 10, 398],
  [0.05, 50, 1_372],
  [0.01, 0, 459],
  [0.01, 1, 662],
  [0.01, 5, 1_307],
  [0.01, 10, 2_010],
  [0.01, 50, 6_898],
])("a share of %d with %i hits takes %i of them at a certainty of 99 %", (share, hits, total) => {
  expect(fewestUnder(hits, share, 0.99)).toBe(total);
  expect(isShareUnder(hits, total, share, 0.99)).toBe(true);
  expect(isShareUnder(hits, total - 1, share, 0.99)).toBe(false);
  expect(mostHitsUnder(total, share, 0.99)).toBe(hits);
});

test("too few tell nothing, and all being hits is never under", () => {
  expect(mostHitsUnder(89, 0.05, 0.99)).toBeNull();
  expect(isShareUnder(0, 0, 0.05, 0.99)).toBe(false);
  expect(binomialAtMost(5, 5, 0.05)).toBe(1);
});
