// Standard errors and t intervals: checked against the published cases, at bounds, and where there are none.
import { expect, test } from "vitest";
import { fitLaw } from "./fit.ts";
import { fitUncertainty, type ParameterUncertainty } from "./fit-uncertainty.ts";
import { rowsOn } from "../oracle/random-laws.ts";
import { apart, fiveRows, published, rowsOf, seed, sevenRows } from "../oracle/usl-cases.ts";

const TOLERANCE = 1e-6;

function known(kind: "usl" | "amdahl" | "linear", rows: Parameters<typeof fitLaw>[1]) {
  const uncertainty = fitUncertainty(fitLaw(kind, rows));
  if (uncertainty.state !== "known") throw new Error(uncertainty.state);
  return uncertainty;
}

function meets(actual: ParameterUncertainty | null, standardError: number, interval: readonly number[]): void {
  expect(apart(actual?.standardError, standardError)).toBeLessThan(TOLERANCE);
  // An end near 0 is the small difference of two figures that are each given to ten digits.
  const size = Math.max(...interval.map(Math.abs));
  expect(Math.abs((actual?.interval.low ?? NaN) - (interval[0] ?? NaN)) / size).toBeLessThan(TOLERANCE);
  expect(Math.abs((actual?.interval.high ?? NaN) - (interval[1] ?? NaN)) / size).toBeLessThan(TOLERANCE);
}

test.each(published)("$id: errors and t intervals with n − 3 degrees of freedom", ({ data, expected }) => {
  const { full } = known("usl", rowsOf(data));
  const { std_error: error, ci95_student_t_correct: interval } = expected;
  expect(full.df).toBe(expected.residual_df);
  expect(apart(full.residualStandardError, expected.residual_standard_error)).toBeLessThan(TOLERANCE);
  meets(full.lambda, error.lambda, interval.lambda);
  meets(full.sigma, error.sigma, interval.sigma);
  meets(full.kappa, error.kappa, interval.kappa);
});

test("with κ at its bound the reduced form is that of Amdahl's law", () => {
  const raytracer = published[0]!;
  const { reduced } = known("usl", rowsOf(raytracer.data));
  const expected = raytracer.expected.reduced_amdahl_refit!;
  expect(reduced?.df).toBe(expected.residual_df);
  expect(apart(reduced?.residualStandardError, expected.residual_standard_error)).toBeLessThan(TOLERANCE);
  meets(reduced!.sigma, expected.std_error.sigma, expected.ci95.sigma);
  meets(reduced!.lambda, expected.std_error.lambda, expected.ci95.lambda);
  expect(reduced?.kappa).toBeNull();
});

test("with nothing at a bound there is no reduced form", () => {
  expect(known("usl", rowsOf(published[1]!.data)).reduced).toBeNull();
});

test("Amdahl's law on the seven published rows", () => {
  const { full } = known("amdahl", sevenRows);
  const { sigma, lambda } = seed.amdahl_free_ci95;
  expect(full.df).toBe(5);
  [full.sigma?.interval.low, full.sigma?.interval.high].forEach((end, i) => expect(end).toBeCloseTo(sigma[i]!, 6));
  [full.lambda.interval.low, full.lambda.interval.high].forEach((end, i) => expect(end).toBeCloseTo(lambda[i]!, 4));
});

test("the rows up to 20 agents", () => {
  const { full } = known("usl", fiveRows);
  const [sigma = 0, kappa = 0, lambda = 0] = seed.usl_rows_1_to_20.std_error;
  expect(apart(full.sigma?.standardError, sigma)).toBeLessThan(TOLERANCE);
  expect(apart(full.kappa?.standardError, kappa)).toBeLessThan(TOLERANCE);
  expect(apart(full.lambda.standardError, lambda)).toBeLessThan(TOLERANCE);
  expect(full.df).toBe(2);
});

test("three rows have no intervals", () => {
  expect(fitUncertainty(fitLaw("usl", sevenRows.slice(0, 3)))).toEqual({ state: "too few rows" });
  expect(fitUncertainty(fitLaw("linear", sevenRows.slice(0, 3)))).toEqual({ state: "too few rows" });
});

test("superlinear rows leave λ alone in the reduced form", () => {
  const { reduced } = known(
    "usl",
    rowsOf([
      [1, 10],
      [2, 24],
      [4, 60],
      [8, 130],
    ]),
  );
  expect(reduced).toMatchObject({ df: 3, sigma: null, kappa: null });
});

test("rows exactly on a curve have errors of nearly 0", () => {
  const { full } = known("usl", rowsOn({ kind: "usl", lambda: 20, sigma: 0.05, kappa: 0.001 }, [1, 2, 4, 8, 16]));
  expect(full.sigma?.standardError).toBeLessThan(1e-12);
});
