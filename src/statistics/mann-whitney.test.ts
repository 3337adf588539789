// The Mann-Whitney test: published critical values, ties checked by enumeration, the approximation against the exact test.
import fc from "fast-check";
import { expect, test } from "vitest";
import { leastPossibleP, mannWhitney } from "./mann-whitney.ts";

/** Two samples without ties, of n and m values, for which the second has the given U. */
function samplesWithU(n: number, m: number, u: number): [number[], number[]] {
  // Each value of the second sample is put above as many values of the first as U still needs.
  const first = Array.from({ length: n }, (_, i) => i + 1);
  let left = u;
  const second = Array.from({ length: m }, (_, i) => {
    const below = Math.min(n, left);
    left -= below;
    return below + 0.5 + i * 0.001;
  });
  return [first, second];
}

function bruteForce(first: readonly number[], second: readonly number[]): number {
  const all = [...first, ...second];
  const statistic = (chosen: ReadonlySet<number>): number => {
    let u = 0;
    for (const i of chosen)
      for (let j = 0; j < all.length; j += 1)
        if (!chosen.has(j)) u += all[i]! > all[j]! ? 1 : all[i] === all[j] ? 0.5 : 0;
    return u;
  };
  const observed = statistic(new Set(second.map((_, i) => first.length + i)));
  let below = 0;
  let above = 0;
  let total = 0;
  for (let mask = 0; mask < 2 ** all.length; mask += 1) {
    const chosen = new Set([...all.keys()].filter((i) => (mask >> i) % 2 === 1));
    if (chosen.size !== second.length) continue;
    total += 1;
    const u = statistic(chosen);
    if (u <= observed) below += 1;
    if (u >= observed) above += 1;
  }
  return Math.min(1, (2 * Math.min(below, above)) / total);
}

// Critical values at two-sided 0.05: Mann and Whitney's table as in Siegel, Nonparametric Statistics, table K.
test.each([
  [4, 4, 0],
  [5, 5, 2],
  [6, 8, 8],
  [8, 8, 13],
  [10, 10, 23],
  [10, 20, 55],
  [20, 20, 127],
])("the published critical value of %i and %i is U = %i", (n, m, critical) => {
  expect(mannWhitney(...samplesWithU(n, m, critical))).toMatchObject({ u: critical, method: "exact" });
  expect(mannWhitney(...samplesWithU(n, m, critical))!.twoSided).toBeLessThanOrEqual(0.05);
  expect(mannWhitney(...samplesWithU(n, m, critical + 1))!.twoSided).toBeGreaterThan(0.05);
});

test("complete separation of 10 and 10 has p = 2 / 184756, the smallest possible", () => {
  const [first, second] = samplesWithU(10, 10, 100);
  expect(mannWhitney(first, second)!.twoSided).toBeCloseTo(2 / 184_756, 12);
  expect(leastPossibleP(10, 10)).toBeCloseTo(2 / 184_756, 15);
  expect(leastPossibleP(3, 3)).toBeCloseTo(0.1, 15);
  expect(leastPossibleP(1, 1)).toBe(1);
});

test("an empty sample has no test, and equal values give p = 1", () => {
  expect(mannWhitney([], [1])).toBeNull();
  expect(mannWhitney([1], [])).toBeNull();
  expect(mannWhitney([5, 5, 5], [5, 5])).toMatchObject({ u: 3, twoSided: 1 });
  const many = Array.from({ length: 30 }, () => 5);
  expect(mannWhitney(many, many)).toMatchObject({ method: "normal", twoSided: 1 });
});

test("with ties the exact p is that of all permutations", () => {
  const values = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(values, values, (first, second) => {
      expect(mannWhitney(first, second)!.twoSided).toBeCloseTo(bruteForce(first, second), 10);
    }),
    { numRuns: 40 },
  );
});

test("swapping the samples swaps the sides and keeps the two-sided p", () => {
  const values = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(values, values, (first, second) => {
      const there = mannWhitney(first, second)!;
      const back = mannWhitney(second, first)!;
      expect(back.twoSided).toBeCloseTo(there.twoSided, 10);
      expect(back.secondLarger).toBeCloseTo(there.secondSmaller, 10);
      expect(there.u + back.u).toBe(first.length * second.length);
      expect(there.twoSided).toBeGreaterThanOrEqual(0);
      expect(there.twoSided).toBeLessThanOrEqual(1);
    }),
  );
});

test("the approximation takes over beyond 400 pairs, and is close to the exact test", () => {
  const [first, second] = samplesWithU(20, 20, 140);
  const exact = mannWhitney(first, second)!;
  const [, wider] = samplesWithU(20, 21, 147);
  const approximate = mannWhitney(first, wider)!;
  expect(exact.method).toBe("exact");
  expect(approximate.method).toBe("normal");
  expect(Math.abs(approximate.twoSided - exact.twoSided)).toBeLessThan(0.01);
});

test("the approximation with ties: Conover's correction by hand", () => {
  const first = Array.from({ length: 21 }, (_, i) => Math.floor(i / 3));
  const second = Array.from({ length: 21 }, (_, i) => 2 + Math.floor(i / 3));
  // Values 0…8: two groups of 3, five of 6, two of 3. Σ(t³ − t) = 4·24 + 5·210 = 1146.
  const deviation = Math.sqrt(((21 * 21) / 12) * (43 - 1_146 / (42 * 41)));
  const u = first.reduce((sum, a) => sum + second.reduce((s, b) => s + (b > a ? 1 : b === a ? 0.5 : 0), 0), 0);
  const z = (u - 220.5 - 0.5) / deviation;
  expect(mannWhitney(first, second)).toMatchObject({ u, method: "normal" });
  // Numerical integration of the normal density from z on.
  let tail = 0;
  for (let x = z; x < z + 12; x += 1e-4) tail += Math.exp((-x * x) / 2) * 1e-4;
  expect(mannWhitney(first, second)!.secondLarger).toBeCloseTo(tail / Math.sqrt(2 * Math.PI), 5);
});
