// Checks that the machine stayed the same during a run, by measuring one agent alone at its start, middle and end.
import { median } from "../statistics/summary.ts";

/** One throughput of a single agent, at the start (0), middle (1) or end (2) of the run. */
export interface Pace {
  readonly place: 0 | 1 | 2;
  readonly opsPerSecond: number;
}

/** Whether the single agent kept its pace. `spread` and `noiseFloor` are shares of its median throughput. */
export type Drift =
  | { readonly state: "unknown" }
  | { readonly state: "steady"; readonly spread: number; readonly noiseFloor: number }
  | { readonly state: "drifted"; readonly spread: number; readonly noiseFloor: number };

const LEAST_NOISE_FLOOR = 0.03;

/** The median over agent counts of (largest − smallest) / median among the repeats, as a share; at least 3 %. */
export function noiseFloorOf(repeatsPerCount: readonly (readonly number[])[]): number {
  const spreads = repeatsPerCount.flatMap((values) => {
    const middle = median(values);
    return values.length < 2 || middle === null ? [] : [(Math.max(...values) - Math.min(...values)) / middle];
  });
  return Math.max(LEAST_NOISE_FLOOR, median(spreads) ?? 0);
}

/**
 * Compares the medians of a single agent at start, middle and end with the noise floor.
 * @param paces all of a run
 * @param repeatsPerCount throughputs of the repeats, op/s, one list per agent count
 * @returns `unknown` where fewer than two of the three places were measured
 */
export function driftOf(paces: readonly Pace[], repeatsPerCount: readonly (readonly number[])[]): Drift {
  const places = [0, 1, 2].flatMap((place) => {
    const middle = median(paces.filter((pace) => pace.place === place).map(({ opsPerSecond }) => opsPerSecond));
    return middle === null ? [] : [middle];
  });
  const overall = median(places);
  if (places.length < 2 || overall === null) return { state: "unknown" };
  const spread = (Math.max(...places) - Math.min(...places)) / overall;
  const noiseFloor = noiseFloorOf(repeatsPerCount);
  return { state: spread > noiseFloor ? "drifted" : "steady", spread, noiseFloor };
}
