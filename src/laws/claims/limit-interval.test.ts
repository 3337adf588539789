// The interval of the limit: known values, and where there is none.
import { expect, test } from "vitest";
import { fitLaw } from "../fit/fit.ts";
import { limitInterval } from "./limit-interval.ts";
import { rowsOn } from "../oracle/random-laws.ts";
import { apart, published, rowsOf, seed, sevenRows } from "../oracle/usl-cases.ts";

test("the limit of the seven published rows, from Amdahl's law or from USL with κ = 0", () => {
  const [low = 0, high = 0] = seed.amdahl_free_ci95.limit_profile;
  for (const kind of ["amdahl", "usl"] as const) {
    const interval = limitInterval(fitLaw(kind, sevenRows));
    expect(apart(interval?.low, low)).toBeLessThan(2e-6);
    expect(apart(interval?.high, high)).toBeLessThan(2e-6);
  }
});

test("there is no interval with a peak, without contention, or under four rows", () => {
  expect(limitInterval(fitLaw("usl", rowsOf(published[1]!.data)))).toBeNull();
  expect(limitInterval(fitLaw("linear", sevenRows))).toBeNull();
  expect(limitInterval(fitLaw("amdahl", sevenRows.slice(0, 3)))).toBeNull();
});

test("where a straight line fits too, the limit has no upper end", () => {
  const rows = rowsOf([
    [1, 20],
    [2, 43],
    [3, 57],
    [4, 83],
    [5, 97],
  ]);
  expect(limitInterval(fitLaw("amdahl", rows))).toMatchObject({ high: null });
});

test("for rows exactly on a curve the interval has no width", () => {
  const law = { kind: "amdahl", lambda: 20, sigma: 0.05, kappa: 0 } as const;
  const interval = limitInterval(fitLaw("amdahl", rowsOn(law, [1, 2, 4, 8, 16, 32])));
  expect(apart(interval?.low, 400)).toBeLessThan(1e-6);
  expect(apart(interval?.high, 400)).toBeLessThan(1e-6);
});

test("the interval of very noisy rows, if there is one, does not go below 0", () => {
  const interval = limitInterval(
    fitLaw(
      "amdahl",
      rowsOf([
        [1, 1],
        [2, 300],
        [4, 2],
        [8, 400],
      ]),
    ),
  );
  if (interval === null) return;
  expect(interval.low).toBeGreaterThanOrEqual(0);
});
