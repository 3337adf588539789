// The noise floor: how far apart two sessions may lie while nothing changes, in logarithms of the figures.
import type { ComparedCell } from "./compared-cell.ts";
import { inverseNormalTail } from "../statistics/normal-tail.ts";
import { median } from "../statistics/summary.ts";

/** No measurement is called better than this: 3 %. */
export const LEAST_NOISE = Math.log(1.03);
/**
 * A session shifts all of its trials together, and repeats inside one do not show it. The floor therefore lets the median of a
 * session stray as far as single trials do: 2.5 of their standard deviations, times √2 for a difference of two. The figure was
 * chosen by comparing recorded sessions of the same code; `npm run bench:regress` repeats that.
 */
const DEVIATIONS_OF_FLOOR = 2.5 * Math.SQRT2;

/**
 * The standard deviation of the values' logarithms, from what is left without the outermost tenth on each side: a single disturbed
 * trial among ten does not count. @param values positive @returns null under three values
 * Source: expected normal order statistics after Blom, Statistical Estimates and Transformed Beta-Variables, 1958.
 */
export function logDeviation(values: readonly number[]): number | null {
  const n = values.length;
  if (n < 3) return null;
  const sorted = values.map((value) => Math.log(value)).sort((a, b) => a - b);
  const outside = Math.floor(n / 10);
  const apart = (sorted[n - 1 - outside] ?? 0) - (sorted[outside] ?? 0);
  return apart / (2 * inverseNormalTail((outside + 1 - 0.375) / (n + 0.25)));
}

/** The floor for a difference of two sessions whose trials deviate so much, in logarithms. */
export function floorOfDeviation(deviation: number): number {
  return Math.max(LEAST_NOISE, DEVIATIONS_OF_FLOOR * deviation);
}

/** How much trials of each metric deviate in one result: the median over its rows. A metric without repeats is left out, and so is a row with a trial that has no logarithm. */
export function metricDeviations(cells: readonly ComparedCell[]): ReadonlyMap<string, number> {
  const deviations = new Map<string, number[]>();
  for (const { metric, figures } of cells) {
    const values = figures.kind === "trials" ? figures.values : [];
    const deviation = values.every((value) => value > 0) ? logDeviation(values) : null;
    if (deviation !== null) deviations.set(metric.id, [...(deviations.get(metric.id) ?? []), deviation]);
  }
  return new Map([...deviations].map(([id, values]) => [id, median(values) ?? 0]));
}
