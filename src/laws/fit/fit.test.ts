// Fits of the published cases, and properties that hold for any rows.
import fc from "fast-check";
import { expect, test } from "vitest";
import { fitLaw, type Point, refitLaw } from "./fit.ts";
import { throughputAt } from "../laws.ts";
import { anyRows, decades, rowsOn } from "../oracle/random-laws.ts";
import { apart, fiveRows, published, rowsOf, seed, sevenRows } from "../oracle/usl-cases.ts";

const TOLERANCE = 1e-6;

test.each(published)("$id: σ, κ, λ, fitted values and errors are those of the usl package", ({ data, expected }) => {
  const fit = fitLaw("usl", rowsOf(data));
  expect(apart(fit.law.sigma, expected.estimate.sigma)).toBeLessThan(TOLERANCE);
  expect(Math.abs(fit.law.kappa - expected.estimate.kappa)).toBeLessThan(1e-8);
  expect(apart(fit.law.lambda, expected.estimate.lambda)).toBeLessThan(TOLERANCE);
  expect(apart(fit.sse, expected.sse)).toBeLessThan(TOLERANCE);
  expect(apart(fit.residualStandardError, expected.residual_standard_error)).toBeLessThan(TOLERANCE);
  expect(fit.residualDf).toBe(expected.residual_df);
  expect(fit.atBound.kappa === "low").toBe(expected.kappa_at_bound);
  expected.fitted.forEach((value, i) => expect(apart(fit.fitted[i], value)).toBeLessThan(TOLERANCE));
  expected.residuals.forEach((value, i) => expect(apart(fit.residuals[i], value)).toBeLessThan(1e-4));
});

test("κ of the raytracer is exactly 0, not only nearly", () => {
  expect(fitLaw("usl", rowsOf(published[0]!.data)).law.kappa).toBe(0);
});

test("the seven published rows: USL becomes Amdahl's law, with κ at its bound", () => {
  const usl = fitLaw("usl", sevenRows);
  const amdahl = fitLaw("amdahl", sevenRows);
  const { usl_free, amdahl_free } = seed.models;
  expect(usl.atBound).toEqual({ sigma: null, kappa: "low" });
  expect(apart(usl.law.sigma, usl_free.sigma)).toBeLessThan(TOLERANCE);
  expect(apart(usl.law.lambda, usl_free.lambda)).toBeLessThan(TOLERANCE);
  expect(apart(usl.sse, usl_free.sse)).toBeLessThan(TOLERANCE);
  expect(apart(amdahl.law.sigma, amdahl_free.sigma)).toBeLessThan(TOLERANCE);
  expect(apart(amdahl.sse, amdahl_free.sse)).toBeLessThan(TOLERANCE);
  amdahl_free.fitted.forEach((value, i) => expect(amdahl.fitted[i]).toBeCloseTo(value, 3));
});

test("the published rows up to 20 agents are fitted almost perfectly", () => {
  const { usl_rows_1_to_20: expected } = seed;
  const fit = fitLaw("usl", fiveRows);
  expect(apart(fit.law.sigma, expected.sigma)).toBeLessThan(TOLERANCE);
  expect(apart(fit.law.kappa, expected.kappa)).toBeLessThan(TOLERANCE);
  expect(apart(fit.law.lambda, expected.lambda)).toBeLessThan(TOLERANCE);
  expect(apart(fit.sse, expected.sse)).toBeLessThan(TOLERANCE);
  expect(apart(fit.residualStandardError, expected.rse)).toBeLessThan(TOLERANCE);
  expected.residuals.forEach((value, i) => expect(fit.residuals[i]).toBeCloseTo(value, 3));
});

test("rows on a curve give that curve back", () => {
  const sigma = fc.oneof(fc.constant(0), decades(-3, -0.5));
  const kappa = fc.oneof(fc.constant(0), decades(-5, -1.5));
  fc.assert(
    fc.property(decades(-3, 9), sigma, kappa, (lambda, sigma, kappa) => {
      const { law } = fitLaw("usl", rowsOn({ kind: "usl", lambda, sigma, kappa }, [1, 2, 4, 8, 16, 32, 64]));
      expect(apart(law.lambda, lambda)).toBeLessThan(1e-8);
      expect(Math.abs(law.sigma - sigma)).toBeLessThan(1e-8);
      expect(Math.abs(law.kappa - kappa)).toBeLessThan(1e-9);
      if (kappa === 0) expect(law.kappa).toBe(0);
    }),
  );
});

test("counts from thousands up to a million are fitted too", () => {
  const truth = { kind: "usl", lambda: 3, sigma: 2e-5, kappa: 1e-11 } as const;
  const { law } = fitLaw("usl", rowsOn(truth, [2_000, 10_000, 50_000, 200_000, 1_000_000]));
  expect(apart(law.lambda, truth.lambda)).toBeLessThan(1e-7);
  expect(apart(law.sigma, truth.sigma)).toBeLessThan(1e-7);
  expect(apart(law.kappa, truth.kappa)).toBeLessThan(1e-7);
});

test("three rows are enough, and are met where a law passes through them", () => {
  const fit = fitLaw("usl", rowsOn({ kind: "usl", lambda: 10, sigma: 0.1, kappa: 0.01 }, [2, 5, 20]));
  expect(apart(fit.law.sigma, 0.1)).toBeLessThan(1e-9);
  expect(fit.residualDf).toBe(0);
  expect(fit.residualStandardError).toBeNull();
});

test("superlinear rows are fitted by the straight line", () => {
  const fit = fitLaw(
    "usl",
    rowsOf([
      [1, 10],
      [2, 24],
      [4, 60],
      [8, 130],
    ]),
  );
  expect(fit.law).toMatchObject({ sigma: 0, kappa: 0 });
  expect(fit.atBound).toEqual({ sigma: "low", kappa: "low" });
  expect(apart(fit.law.lambda, fitLaw("linear", fit.points).law.lambda)).toBeLessThan(1e-12);
});

test("rows that never gain put σ on its upper bound, and rows that fall as 1/N put κ there", () => {
  const flat = fitLaw(
    "usl",
    rowsOf([
      [1, 10],
      [2, 9],
      [4, 9],
      [8, 9],
    ]),
  );
  expect(flat.atBound.sigma).toBe("high");
  const falling = fitLaw(
    "usl",
    rowsOf([
      [1, 100],
      [2, 10],
      [4, 2],
      [8, 0.4],
    ]),
  );
  expect(falling.law.kappa).toBe(1);
  expect(falling.atBound.kappa).toBe("high");
});

test("any positive rows: σ and κ stay in [0, 1], λ above 0, and a law with more parameters never fits worse", () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const [usl, amdahl, linear] = [fitLaw("usl", rows), fitLaw("amdahl", rows), fitLaw("linear", rows)];
      for (const { law } of [usl, amdahl, linear]) {
        expect(law.lambda).toBeGreaterThan(0);
        expect(law.sigma >= 0 && law.sigma <= 1 && law.kappa >= 0 && law.kappa <= 1).toBe(true);
      }
      const rounding = 1e-20;
      expect(usl.sse).toBeLessThanOrEqual(amdahl.sse * (1 + 1e-9) + rounding);
      expect(amdahl.sse).toBeLessThanOrEqual(linear.sse * (1 + 1e-9) + rounding);
    }),
  );
});

test("another unit of throughput changes only λ", () => {
  fc.assert(
    fc.property(anyRows, decades(-6, 6), (rows, unit) => {
      const scaled: Point[] = rows.map(({ agents, opsPerSecond }) => ({ agents, opsPerSecond: opsPerSecond * unit }));
      const [before, after] = [fitLaw("usl", rows), fitLaw("usl", scaled)];
      expect(apart(after.sse, before.sse * unit * unit)).toBeLessThan(before.sse > 1e-12 ? 1e-7 : Infinity);
      // Where two minima are equally low, rounding chooses one; elsewhere the law is the same.
      if (before.sse > 1e-6 && Math.abs(before.law.sigma - after.law.sigma) < 1e-3) {
        expect(apart(after.law.lambda, before.law.lambda * unit)).toBeLessThan(1e-5);
      }
    }),
  );
});

test("the order of the rows does not matter", () => {
  const backwards = fitLaw("usl", fiveRows.toReversed());
  expect(apart(backwards.law.kappa, fitLaw("usl", fiveRows).law.kappa)).toBeLessThan(1e-10);
});

test("a refit from the law of nearby rows finds the same as a fit without a start", () => {
  const start = fitLaw("usl", rowsOf(published[1]!.data)).law;
  const nearby = rowsOf(published[1]!.data).map(({ agents, opsPerSecond }, i) => ({
    agents,
    opsPerSecond: opsPerSecond * (1 + ((i * 7) % 5) / 100),
  }));
  const [warm, cold] = [refitLaw(nearby, start), fitLaw("usl", nearby).law];
  expect(apart(warm.sigma, cold.sigma)).toBeLessThan(1e-9);
  expect(apart(warm.kappa, cold.kappa)).toBeLessThan(1e-9);
  expect(apart(warm.lambda, cold.lambda)).toBeLessThan(1e-9);
});

test("the rounded rows of another implementation give its law to four digits, and are fitted at least as well", () => {
  // From the README of codahale/usl, as quoted with the case; its descent stops earlier.
  const rows = [
    [1, 65],
    [18, 996],
    [36, 1652],
    [72, 1853],
    [108, 1829],
    [144, 1775],
    [216, 1702],
  ];
  const theirs = { kind: "usl", sigma: 0.0277299, kappa: 0.000104343, lambda: 89.9878 } as const;
  const { law, sse, points } = fitLaw("usl", rowsOf(rows));
  for (const parameter of ["sigma", "kappa", "lambda"] as const) {
    expect(apart(law[parameter], theirs[parameter])).toBeLessThan(1e-4);
  }
  const squares = points.map(({ agents, opsPerSecond }) => (opsPerSecond - throughputAt(theirs, agents)) ** 2);
  expect(sse).toBeLessThanOrEqual(squares.reduce((sum, square) => sum + square, 0));
});

test("each repeat at one agent count weighs as a row of its own", () => {
  const once = rowsOf(published[1]!.data);
  const twice = fitLaw("usl", [...once, ...once]);
  expect(apart(twice.law.kappa, fitLaw("usl", once).law.kappa)).toBeLessThan(1e-9);
  expect(apart(twice.sse, 2 * fitLaw("usl", once).sse)).toBeLessThan(1e-9);
  expect(twice.residualDf).toBe(11);
});
