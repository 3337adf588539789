// Owns resampled curves: what another measurement might have given, by drawing each row's repeats again.
import { median } from "../statistics/summary.ts";
import type { CurveRow } from "./curve.ts";

/**
 * Draws the trials of each row with replacement and takes their median; a row with one trial stays as it is.
 * Source: Efron and Tibshirani, An Introduction to the Bootstrap, chapter 6.
 * @param random uniform from 0 to below 1
 * @returns so many curves, each with the rows' agent counts
 */
export function resampleCurve(
  rows: readonly CurveRow[],
  random: () => number,
  samples: number,
): readonly (readonly CurveRow[])[] {
  return Array.from({ length: samples }, () =>
    rows.map((row) => {
      const trials = row.trials.map(() => row.trials[Math.floor(random() * row.trials.length)] ?? row.opsPerSecond);
      return { agents: row.agents, opsPerSecond: median(trials) ?? row.opsPerSecond, trials };
    }),
  );
}
