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
  expect(mannWhitney(many, many)).toMatchObject({ method: "exact", twoSided: 1 });
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

test("few distinct values are counted exactly at any size: 30 × 3 against 26 × 3 and 4 × 4", () => {
  const threes = (count: number): number[] => Array.from({ length: count }, () => 3);
  // The only way to be as extreme is that all four are in one sample: 2 · C(30, 4) / C(60, 4).
  const small = mannWhitney(threes(30), [...threes(26), 4, 4, 4, 4])!;
  expect(small.method).toBe("exact");
  expect(small.twoSided).toBeCloseTo((2 * 27_405) / 487_635, 12);
  const large = mannWhitney(threes(10_000), [...threes(9_996), 4, 4, 4, 4])!;
  expect(large.method).toBe("exact");
  expect(large.twoSided).toBeCloseTo(2 * ((10_000 * 9_999 * 9_998 * 9_997) / (20_000 * 19_999 * 19_998 * 19_997)), 10);
});

test("two distinct values give Fisher's exact test, one side doubled", () => {
  // 12 of 40 against 24 of 40. Hypergeometric: P(X ≥ 24) of 36 among 80, 40 drawn.
  const choose = (n: number, k: number): number => {
    let ways = 1;
    for (let i = 1; i <= k; i += 1) ways = (ways * (n - k + i)) / i;
    return ways;
  };
  const events = (yes: number): number[] => Array.from({ length: 40 }, (_, i) => (i < yes ? 1 : 0));
  let tail = 0;
  for (let k = 24; k <= 36; k += 1) tail += (choose(36, k) * choose(44, 40 - k)) / choose(80, 40);
  expect(mannWhitney(events(12), events(24))!.secondLarger).toBeCloseTo(tail, 10);
});

test("seventy against seventy are counted, and two hundred are approximated; both are close to the normal distribution", () => {
  const z = 1.5;
  for (const [size, method] of [
    [70, "exact"],
    [200, "normal"],
  ] as const) {
    const deviation = Math.sqrt((size * size * (2 * size + 1)) / 12);
    const found = mannWhitney(...samplesWithU(size, size, Math.round((size * size) / 2 + z * deviation)))!;
    expect(found.method).toBe(method);
    // Two-sided p of 1.5 standard deviations.
    expect(found.twoSided).toBeCloseTo(0.1336, 2);
  }
});

test("three values in samples of 200 are counted, where the approximation errs", () => {
  const sample = (ones: number, twos: number): number[] =>
    Array.from({ length: 200 }, (_, i) => (i < ones ? 1 : i < ones + twos ? 2 : 3));
  expect(mannWhitney(sample(70, 65), sample(60, 62))!.method).toBe("exact");
});

test("the approximation with ties: Conover's correction by hand", () => {
  const first = Array.from({ length: 120 }, (_, i) => Math.floor(i / 3));
  const second = Array.from({ length: 120 }, (_, i) => 4 + Math.floor(i / 3));
  // Values 0 … 43: two sets of four groups of 3, and 36 groups of 6. Σ(t³ − t) = 8 · 24 + 36 · 210.
  const deviation = Math.sqrt(((120 * 120) / 12) * (241 - (8 * 24 + 36 * 210) / (240 * 239)));
  const u = first.reduce((sum, a) => sum + second.reduce((s, b) => s + (b > a ? 1 : b === a ? 0.5 : 0), 0), 0);
  const z = (u - 7_200 - 0.5) / deviation;
  expect(mannWhitney(first, second)).toMatchObject({ u, method: "normal" });
  // Numerical integration of the normal density from z on.
  let tail = 0;
  for (let x = z; x < z + 12; x += 1e-4) tail += Math.exp((-x * x) / 2) * 1e-4;
  expect(mannWhitney(first, second)!.secondLarger).toBeCloseTo(tail / Math.sqrt(2 * Math.PI), 5);
});

test("complete separation of 5 and 5 has p = 0.008", () => {
  expect(mannWhitney([1, 2, 3, 4, 5], [6, 7, 8, 9, 10])!.twoSided).toBeCloseTo(2 / 252, 12);
});
