// Profile intervals: a known bound, their definition, rows exactly on a law, and rows that leave an end open.
import fc from "fast-check";
import { expect, test } from "vitest";
import { fitLaw } from "./fit.ts";
import { anyRows, rowsOn } from "../oracle/random-laws.ts";
import { apart, fiveRows, published, rowsOf, seed, sevenRows } from "../oracle/usl-cases.ts";
import { peakInterval, profileInterval } from "./profile-interval.ts";

test("the interval of κ for the seven published rows goes from 0 to its known upper end", () => {
  const interval = profileInterval(fitLaw("usl", sevenRows), "kappa");
  expect(interval?.low).toBe(0);
  expect(apart(interval?.high, seed.kappa_upper_bound.profile_F_one_dim_95)).toBeLessThan(1e-6);
});

test("the rows up to 20 agents do not rule out κ = 0", () => {
  expect(profileInterval(fitLaw("usl", fiveRows), "kappa")?.low).toBe(0);
});

test("for retrograde rows κ is above 0, so the peak is between two counts", () => {
  const fit = fitLaw("usl", rowsOf(published[1]!.data));
  const kappa = profileInterval(fit, "kappa");
  expect(kappa?.low).toBeGreaterThan(0);
  expect(kappa?.low).toBeLessThan(fit.law.kappa);
  expect(kappa?.high).toBeGreaterThan(fit.law.kappa);
  const peak = peakInterval(fit);
  expect(peak?.low).toBeLessThan(96.5);
  expect(peak?.high).toBeGreaterThan(96.6);
});

test("for a close fit the profile interval equals the t interval", () => {
  const { data, expected } = published[2]!;
  const fit = fitLaw("usl", rowsOf(data));
  const interval = profileInterval(fit, "kappa");
  const [low = 0, high = 0] = expected.ci95_student_t_correct.kappa;
  expect((interval!.low - low) / (high - low)).toBeCloseTo(0, 3);
  expect((interval!.high - high) / (high - low)).toBeCloseTo(0, 3);
});

test("a peak that may be at any distance has no upper end", () => {
  expect(peakInterval(fitLaw("usl", fiveRows))).toMatchObject({ high: null });
});

test("there is no interval without enough rows or without the parameter", () => {
  expect(profileInterval(fitLaw("usl", sevenRows.slice(0, 3)), "kappa")).toBeNull();
  expect(profileInterval(fitLaw("amdahl", sevenRows), "kappa")).toBeNull();
  expect(profileInterval(fitLaw("linear", sevenRows), "sigma")).toBeNull();
  expect(peakInterval(fitLaw("usl", sevenRows))).toBeNull();
});

test("for rows exactly on a curve or a line the interval has no width", () => {
  const curve = { kind: "usl", lambda: 20, sigma: 0.05, kappa: 0.001 } as const;
  const interval = profileInterval(fitLaw("usl", rowsOn(curve, [1, 2, 4, 8, 16])), "kappa");
  expect(apart(interval?.low, 0.001)).toBeLessThan(1e-9);
  expect(apart(interval?.high, 0.001)).toBeLessThan(1e-9);
  const line = fitLaw("usl", rowsOn({ ...curve, sigma: 0, kappa: 0 }, [1, 2, 4, 8, 16]));
  expect(profileInterval(line, "sigma")?.high).toBeLessThan(1e-9);
});

test("for any rows an interval contains its estimate and stays in [0, 1]", () => {
  fc.assert(
    fc.property(anyRows, fc.constantFrom("sigma" as const, "kappa" as const), (rows, parameter) => {
      const fit = fitLaw("usl", rows);
      const interval = profileInterval(fit, parameter);
      if (interval === null) return;
      expect(interval.low).toBeGreaterThanOrEqual(0);
      expect(interval.high).toBeLessThanOrEqual(1);
      expect(interval.low).toBeLessThanOrEqual(fit.law[parameter]);
      expect(interval.high).toBeGreaterThanOrEqual(fit.law[parameter]);
    }),
  );
});
