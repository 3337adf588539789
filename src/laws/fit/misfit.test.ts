// A law that misses the shape of the rows is told; one that meets them with noise is not.
import { readFileSync } from "node:fs";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { expect, test } from "vitest";
import { lawOf } from "../../capacity/asked/planning-curve.ts";
import { claimPeak } from "../claims/peak-claim.ts";
import { curveRows } from "../curve.ts";
import { throughputAt } from "../laws.ts";
import { fitLaw } from "./fit.ts";
import { durbinWatson, misfitOf, runsProbability } from "./misfit.ts";

const rows = curveRows(
  readFileSync(new URL("../fixtures/postgresql.csv", import.meta.url), "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(",").map(Number))
    .map(([agents = 0, opsPerSecond = 0]) => ({ agents, opsPerSecond })),
);

test("PostgreSQL: USL misses the rows by runs and by its peak, so none is claimed", () => {
  const fit = fitLaw("usl", rows);
  expect(fit.law.lambda).toBeCloseTo(6_132, -1);
  expect(fit.law.sigma).toBeCloseTo(0.0831, 4);
  expect(fit.law.kappa).toBeCloseTo(0.00111, 5);
  const misfit = misfitOf(fit);
  expect(misfit?.runs?.p).toBeLessThan(0.001);
  expect(misfit?.runs?.durbinWatson).toBeCloseTo(0.48, 2);
  expect(misfit?.peak).toMatchObject({ measuredAgents: 20, opsPerSecond: 46_926.75 });
  expect(misfit?.peak?.interval.low).toBeGreaterThan(24);
  expect(claimPeak(fit)).toMatchObject({ state: "refused", doubts: [{ kind: "does not fit" }] });
});

test("a plan on a law that does not fit goes straight between the rows", () => {
  expect(lawOf(rows, "usl")).toBeNull();
  expect(lawOf(rows.slice(0, 6), "usl")).not.toBeNull();
});

test("of noisy rows on a law few are called a misfit", () => {
  const random = xoroshiro128plus(18);
  let called = 0;
  for (let run = 0; run < 200; run += 1) {
    const law = { kind: "usl", lambda: 100, sigma: 0.05, kappa: 0.001 } as const;
    const noisy = [1, 2, 4, 8, 12, 16, 24, 32, 40, 48, 56, 64].map((agents) => ({
      agents,
      opsPerSecond: throughputAt(law, agents) * (1 + 0.04 * (uniformFloat64(random) - 0.5)),
    }));
    if (misfitOf(fitLaw("usl", noisy)) !== null) called += 1;
  }
  expect(called).toBeLessThanOrEqual(10);
});

test("runs are counted exactly, and rows on a law itself are no misfit", () => {
  // Of the 6 orders of ++−− two have two runs.
  expect(runsProbability(2, 2, 2)).toBeCloseTo(1 / 3, 12);
  expect(runsProbability(2, 2, 4)).toBeCloseTo(1, 12);
  expect(durbinWatson([1, -1, 1, -1])).toBe(3);
  const exact = Array.from({ length: 10 }, (_, n) => ({ agents: n + 1, opsPerSecond: 20 * (n + 1) }));
  expect(misfitOf(fitLaw("usl", exact))).toBeNull();
});
