// A ratio of two medians, such as an efficiency, with its interval.
import { quantileSorted } from "simple-statistics";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { type Estimate, FEWEST_FOR_INTERVAL, median } from "./summary.ts";

/** Resamples for a 95 % interval. With 0 the range is given instead, which costs almost nothing while a run is live. */
export const RESAMPLES = 2_000;

/** Median of values drawn with replacement; `scratch` has their length. */
function resampledMedian(values: readonly number[], scratch: Float64Array, random: () => number): number {
  for (let i = 0; i < scratch.length; i += 1) scratch[i] = values[Math.floor(random() * values.length)] ?? 0;
  scratch.sort();
  const half = scratch.length >> 1;
  const upper = scratch[half] ?? 0;
  return scratch.length % 2 === 1 ? upper : (upper + (scratch[half - 1] ?? 0)) / 2;
}

/**
 * Median of `above` over median of `below`. With six values or more on both sides the interval is a 95 % percentile
 * bootstrap (both sides resampled with a fixed seed), else the range of `above` over the median of `below`.
 * Source: Efron and Tibshirani, An Introduction to the Bootstrap, chapter 13.
 * @returns null where a side is empty or the divisor is not positive
 */
export function ratioOfMedians(
  above: readonly number[],
  below: readonly number[],
  resamples: number = RESAMPLES,
): Estimate | null {
  const top = median(above);
  const bottom = median(below);
  if (top === null || bottom === null || !(bottom > 0)) return null;
  const ratio = top / bottom;
  if (above.length < 2) return { median: ratio, interval: null };
  if (resamples === 0 || above.length < FEWEST_FOR_INTERVAL || below.length < FEWEST_FOR_INTERVAL) {
    const low = Math.min(...above) / bottom;
    const high = Math.max(...above) / bottom;
    return { median: ratio, interval: { kind: "range", low, high } };
  }
  const generator = xoroshiro128plus(1);
  const random = (): number => uniformFloat64(generator);
  const aboveScratch = new Float64Array(above.length);
  const belowScratch = new Float64Array(below.length);
  const ratios = Array.from(
    { length: resamples },
    () => resampledMedian(above, aboveScratch, random) / resampledMedian(below, belowScratch, random),
  );
  ratios.sort((a, b) => a - b);
  const low = quantileSorted(ratios, 0.025);
  const high = quantileSorted(ratios, 0.975);
  return { median: ratio, interval: { kind: "confidence", low, high } };
}
