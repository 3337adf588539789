// Owns bootstrap bands of a fitted curve: how far it moves when the trials, or the residuals, are drawn again.
import { quantileSorted } from "simple-statistics";
import { median } from "../../statistics/summary.ts";
import type { CurveRow } from "../curve.ts";
import { type LawFit, type Point, refitLaw } from "./fit.ts";
import { FEWEST_ROWS_FOR_INTERVAL } from "./fit-uncertainty.ts";
import { throughputAt } from "../laws.ts";
import type { Range } from "./profile.ts";

/** 95 % band of X at one agent count, op/s. */
export interface BandPoint extends Range {
  readonly agents: number;
}

export type LawBands =
  /** Rows without repeats, and no residuals to draw from: under four rows, or as many unknowns as rows. */
  | { readonly state: "too few rows" }
  /** `trials`: every row's trials drawn again. `residuals`: a row has no repeats, so the law's own errors are drawn. */
  | {
      readonly state: "drawn";
      readonly method: "trials" | "residuals";
      readonly replicates: number;
      readonly bands: readonly BandPoint[];
    };

/** A drawn throughput is never under this share of the fitted one: no row can fall to nothing. */
const LEAST_SHARE = 0.01;

function drawn<T>(values: readonly T[], random: () => number): T | undefined {
  return values[Math.floor(random() * values.length)];
}

/** Whether every row has two trials or more, without which drawing trials says nothing of that row's noise. */
export function everyRowRepeated(rows: readonly CurveRow[]): boolean {
  return rows.length > 0 && rows.every(({ trials }) => trials.length >= 2);
}

/**
 * The rows once more, each the median of its own trials drawn with replacement; a row with one trial stays as it is.
 * @param random uniform in [0, 1)
 */
export function resampleCurve(rows: readonly CurveRow[], random: () => number): Point[] {
  return rows.map(({ agents, trials, opsPerSecond }) => ({
    agents,
    opsPerSecond: median(trials.map(() => drawn(trials, random) ?? opsPerSecond)) ?? opsPerSecond,
  }));
}

/** The fitted curve plus residuals drawn with replacement, centred and widened for the unknowns they were fitted with. */
function resampleResiduals({ points, fitted, residuals, residualDf }: LawFit, random: () => number): Point[] {
  const mean = residuals.reduce((sum, residual) => sum + residual, 0) / residuals.length;
  const widening = Math.sqrt(residuals.length / residualDf);
  return points.map(({ agents }, i) => {
    const centre = fitted[i] ?? 0;
    const error = ((drawn(residuals, random) ?? 0) - mean) * widening;
    return { agents, opsPerSecond: Math.max(centre * LEAST_SHARE, centre + error) };
  });
}

/**
 * 95 % percentile bands of the refitted law.
 * @param fit of the medians of `rows`
 * @param random uniform in [0, 1), seeded by the caller so that a band repeats
 * @param replicates refits, 200 to 1,000; each takes some ten microseconds
 * @param atAgents where the band is wanted
 * Source: Efron and Tibshirani, An Introduction to the Bootstrap, 1993, sections 9.4 and 13.3.
 */
export function lawBands(
  fit: LawFit,
  rows: readonly CurveRow[],
  random: () => number,
  replicates: number,
  atAgents: readonly number[],
): LawBands {
  const method = everyRowRepeated(rows) ? "trials" : "residuals";
  const drawable = fit.points.length >= FEWEST_ROWS_FOR_INTERVAL && fit.residualDf >= 1;
  if (method === "residuals" && !drawable) return { state: "too few rows" };
  const laws = Array.from({ length: replicates }, () =>
    refitLaw(method === "trials" ? resampleCurve(rows, random) : resampleResiduals(fit, random), fit.law),
  );
  const bands = atAgents.map((agents) => {
    const values = laws.map((law) => throughputAt(law, agents)).sort((a, b) => a - b);
    return { agents, low: quantileSorted(values, 0.025), high: quantileSorted(values, 0.975) };
  });
  return { state: "drawn", method, replicates, bands };
}
