// The noise floor: how far apart two sessions may lie while nothing changes, in logarithms of the figures.
import type { ComparedCell } from "./compared-cell.ts";
import { logDeviation } from "./log-deviation.ts";
import { median } from "../statistics/summary.ts";

/** No measurement is called better than this: 3 %. */
export const LEAST_NOISE = Math.log(1.03);
/**
 * A session shifts all of its trials together, and repeats inside one do not show it. The floor therefore lets the median of a
 * session stray as far as single trials do: 2.5 of their standard deviations, times √2 for a difference of two. The figure was
 * chosen by comparing recorded sessions of the same code; `npm run bench:regress` repeats that.
 */
const DEVIATIONS_OF_FLOOR = 2.5 * Math.SQRT2;

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
