// Which law is chosen, by which figure, and when none is chosen.
import { expect, test } from "vitest";
import { compareLaws } from "./fit-comparison.ts";
import { rowsOn } from "../oracle/random-laws.ts";
import { apart, fiveRows, published, rowsOf, seed, sevenRows } from "../oracle/usl-cases.ts";

function chosen(rows: Parameters<typeof compareLaws>[0]) {
  const comparison = compareLaws(rows);
  if (comparison.state !== "chosen") throw new Error(comparison.state);
  return comparison;
}

test.each(published)("$id: the AICc of USL, whose parameters and variance make four", ({ data, expected }) => {
  const { usl } = chosen(rowsOf(data)).fits;
  expect(usl.k).toBe(4);
  expect(apart(usl.aicc, expected.aicc_k4)).toBeLessThan(1e-6);
});

test("for the seven published rows Amdahl's law beats USL, since κ costs one parameter", () => {
  const { best, fits } = chosen(sevenRows);
  expect(best).toBe("amdahl");
  expect(apart(fits.amdahl.aicc, seed.models.amdahl_free.aicc)).toBeLessThan(1e-6);
  expect(apart(fits.usl.aicc, seed.models.usl_free.aicc)).toBeLessThan(1e-6);
  expect(fits.amdahl.weight).toBeGreaterThan(0.99);
});

test("with seven rows κ costs 14 in AICc: five times less error is not enough", () => {
  const { best, fits } = chosen(rowsOf(published[1]!.data));
  expect(best).toBe("amdahl");
  expect(fits.amdahl.fit.sse / fits.usl.fit.sse).toBeCloseTo(4.78, 2);
  expect((fits.usl.aicc ?? 0) - (fits.amdahl.aicc ?? 0)).toBeCloseTo(14 - 7 * Math.log(4.7813), 2);
});

test("rows that fall clearly beyond their peak choose USL", () => {
  expect(chosen(rowsOf(published[2]!.data)).best).toBe("usl");
});

test("weights sum to 1", () => {
  const { usl, amdahl, linear } = chosen(sevenRows).fits;
  expect((usl.weight ?? 0) + (amdahl.weight ?? 0) + (linear.weight ?? 0)).toBeCloseTo(1, 12);
});

test("five rows are too few to choose, but all three fits are given", () => {
  const comparison = compareLaws(fiveRows);
  expect(comparison).toMatchObject({ state: "too few rows", rows: 5, needed: 6 });
  if (comparison.state !== "too few rows") return;
  expect(comparison.fits.usl.aicc).toBeNull();
  expect(comparison.fits.amdahl.aicc).not.toBeNull();
  expect(comparison.fits.amdahl.weight).toBeNull();
  expect(comparison.fits.usl.fit.law.kappa).toBeGreaterThan(0);
});

test("six rows are enough", () => {
  expect(compareLaws(sevenRows.slice(0, 6)).state).toBe("chosen");
});

test("rows exactly on a law choose that law, and no figure is infinite", () => {
  const counts = [1, 2, 4, 8, 16, 32, 64];
  const on = (sigma: number, kappa: number) => chosen(rowsOn({ kind: "usl", lambda: 20, sigma, kappa }, counts));
  expect(on(0, 0).best).toBe("linear");
  expect(on(0.05, 0).best).toBe("amdahl");
  expect(on(0.05, 0.001).best).toBe("usl");
  for (const { aicc } of Object.values(on(0, 0).fits)) expect(Number.isFinite(aicc)).toBe(true);
});

test("rows that cannot be fitted give their problems", () => {
  expect(
    compareLaws(
      rowsOf([
        [1, 5],
        [2, 8],
      ]),
    ),
  ).toMatchObject({ state: "unusable", problems: [{ kind: "two agent counts" }] });
});
