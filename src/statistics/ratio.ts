// Owns the interval of a ratio of two medians, such as an efficiency.
import { quantileSorted } from "simple-statistics";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { type Estimate, FEWEST_FOR_INTERVAL, median } from "./summary.ts";

const RESAMPLES = 2_000;

/**
 * Median of `above` over median of `below`. With six values or more on both sides a 95 % percentile-bootstrap interval
 * (both sides resampled, 2,000 times, fixed seed), else the range of `above` over the median of `below`.
 * Source: Efron and Tibshirani, An Introduction to the Bootstrap, chapter 13.
 * @returns null where a side is empty or the divisor is not positive
 */
export function ratioOfMedians(above: readonly number[], below: readonly number[]): Estimate | null {
  const top = median(above);
  const bottom = median(below);
  if (top === null || bottom === null || !(bottom > 0)) return null;
  const ratio = top / bottom;
  if (above.length < 2) return { median: ratio, interval: null };
  if (above.length < FEWEST_FOR_INTERVAL || below.length < FEWEST_FOR_INTERVAL) {
    const low = Math.min(...above) / bottom;
    const high = Math.max(...above) / bottom;
    return { median: ratio, interval: { kind: "range", low, high } };
  }
  const generator = xoroshiro128plus(1);
  const resampledMedian = (values: readonly number[]): number => {
    const drawn = values.map(() => values[Math.floor(uniformFloat64(generator) * values.length)] ?? 0);
    return median(drawn) ?? 0;
  };
  const ratios = Array.from({ length: RESAMPLES }, () => resampledMedian(above) / resampledMedian(below));
  ratios.sort((a, b) => a - b);
  const low = quantileSorted(ratios, 0.025);
  const high = quantileSorted(ratios, 0.975);
  return { median: ratio, interval: { kind: "confidence", low, high } };
}
