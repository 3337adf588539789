// Shares known as counts: Fisher's own example, shares of 0, and the approximation for millions.
import { expect, test } from "vitest";
import { proportionRatioInterval, proportionsP } from "./proportions.ts";

test("Fisher's tea: 3 of 4 against 1 of 4 is one side of 17 in 70, doubled", () => {
  expect(proportionsP({ hits: 1, total: 4 }, { hits: 3, total: 4 })).toBeCloseTo((2 * 17) / 70, 12);
});

test("none against none, and all against all, do not differ", () => {
  expect(proportionsP({ hits: 0, total: 3_000 }, { hits: 0, total: 3_000 })).toBe(1);
  expect(proportionsP({ hits: 3_000, total: 3_000 }, { hits: 3_000, total: 3_000 })).toBe(1);
});

test("one failure after none is chance, half of all is not", () => {
  expect(proportionsP({ hits: 0, total: 3_000 }, { hits: 1, total: 3_000 })).toBe(1);
  expect(proportionsP({ hits: 0, total: 3_000 }, { hits: 1_500, total: 3_000 })).toBeLessThan(1e-100);
  // Six after none in samples of one size: 2 · 0.5⁶, nearly.
  expect(proportionsP({ hits: 0, total: 3_000 }, { hits: 6, total: 3_000 })).toBeCloseTo(2 / 64, 3);
});

test("millions are approximated: two standard errors give 0.0455", () => {
  const total = 10_000_000;
  const error = Math.sqrt(0.5 * 0.5 * (2 / total));
  const second = Math.round(total * (0.5 + 2 * error));
  expect(proportionsP({ hits: total / 2, total }, { hits: second, total })).toBeCloseTo(0.0455, 3);
});

test("the interval of a ratio of shares, by hand: 20 of 100 against 40 of 100", () => {
  const { low, high } = proportionRatioInterval({ hits: 20, total: 100 }, { hits: 40, total: 100 })!;
  const half = 1.959964 * Math.sqrt(1 / 20 - 1 / 100 + 1 / 40 - 1 / 100);
  expect(Math.log(low)).toBeCloseTo(Math.log(2) - half, 6);
  expect(Math.log(high)).toBeCloseTo(Math.log(2) + half, 6);
  expect(proportionRatioInterval({ hits: 0, total: 100 }, { hits: 4, total: 100 })).toBeNull();
});
