// Bootstrap bands of a fitted curve: how far it moves when its trials, or its residuals, are drawn again.
import { quantileSorted } from "simple-statistics";
import { median } from "../../statistics/summary.ts";
import type { CurveRow } from "../curve.ts";
import { type LawFit, type Point, refitLaw } from "./fit.ts";
import { FEWEST_ROWS_FOR_INTERVAL } from "./fit-uncertainty.ts";
import { throughputAt } from "../laws.ts";
import type { Interval } from "./profile.ts";

/** 95 % band of X at one agent count, op/s. */
export interface BandPoint extends Interval {
  readonly agents: number;
}

export type LawBands =
  /** A row has no repeats, and there are no residuals to draw: under four rows, or as many parameters as rows. */
  | { readonly state: "too few rows" }
  /** `trials`: the trials of every row are drawn. `residuals`: a row has no repeats, so the residuals are drawn. */
  | {
      readonly state: "drawn";
      readonly method: "trials" | "residuals";
      readonly replicates: number;
      readonly bands: readonly BandPoint[];
    };

/** A drawn throughput is never under this share of the fitted one, so that no row falls to 0 or below. */
const LEAST_SHARE = 0.01;

function oneOf<T>(values: readonly T[], random: () => number): T | undefined {
  return values[Math.floor(random() * values.length)];
}

/** Whether every row has two trials or more. A single trial says nothing about the noise of its row. */
export function everyRowRepeated(rows: readonly CurveRow[]): boolean {
  return rows.length > 0 && rows.every(({ trials }) => trials.length >= 2);
}

/**
 * Resampled rows: each is the median of its own trials drawn with replacement; a row with one trial stays as it is.
 * @param random uniform in [0, 1)
 */
export function resampleCurve(rows: readonly CurveRow[], random: () => number): Point[] {
  return rows.map(({ agents, trials, opsPerSecond }) => ({
    agents,
    opsPerSecond: median(trials.map(() => oneOf(trials, random) ?? opsPerSecond)) ?? opsPerSecond,
  }));
}

/** The fitted curve plus residuals drawn with replacement: centred, and widened since fitting has made them smaller. */
function resampleResiduals({ points, fitted, residuals, residualDf }: LawFit, random: () => number): Point[] {
  const mean = residuals.reduce((sum, residual) => sum + residual, 0) / residuals.length;
  const widening = Math.sqrt(residuals.length / residualDf);
  return points.map(({ agents }, i) => {
    const centre = fitted[i] ?? 0;
    const error = ((oneOf(residuals, random) ?? 0) - mean) * widening;
    return { agents, opsPerSecond: Math.max(centre * LEAST_SHARE, centre + error) };
  });
}

/**
 * 95 % percentile bands of the refitted law.
 * @param fit the law fitted to the medians of `rows`
 * @param random uniform in [0, 1), seeded by the caller so that the same rows give the same band
 * @param replicates number of refits, 200 to 1,000; each takes about ten microseconds
 * @param atAgents agent counts at which the band is wanted
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
  const hasResiduals = fit.points.length >= FEWEST_ROWS_FOR_INTERVAL && fit.residualDf >= 1;
  if (method === "residuals" && !hasResiduals) return { state: "too few rows" };
  const laws = Array.from({ length: replicates }, () =>
    refitLaw(method === "trials" ? resampleCurve(rows, random) : resampleResiduals(fit, random), fit.law),
  );
  const bands = atAgents.map((agents) => {
    const values = laws.map((law) => throughputAt(law, agents)).sort((a, b) => a - b);
    return { agents, low: quantileSorted(values, 0.025), high: quantileSorted(values, 0.975) };
  });
  return { state: "drawn", method, replicates, bands };
}
