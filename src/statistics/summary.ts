// Medians over trials, and their intervals.
import { quantileSorted } from "simple-statistics";

/** The uncertainty of a median: a 95 % interval where one exists, else the range of the trials. */
type Interval =
  | { readonly kind: "confidence"; readonly low: number; readonly high: number }
  | { readonly kind: "range"; readonly low: number; readonly high: number };

export interface Estimate {
  readonly median: number;
  /** Null with a single value. */
  readonly interval: Interval | null;
}

/** Fewest values for which order statistics give a 95 % interval of the median: 2 · 0.5⁶ < 0.05. */
export const FEWEST_FOR_INTERVAL = 6;

/**
 * The rank k for which [x₍k₎, x₍n+1−k₎] covers the median with at least 95 %: the largest k with P(Bin(n, ½) < k) ≤ 0.025.
 * @returns k counted from 1; 0 where no such interval exists (n < 6)
 * Source: Conover, Practical Nonparametric Statistics, sign-test interval of a quantile.
 */
export function medianIntervalRank(n: number): number {
  // In logarithms, since 0.5ⁿ itself is 0 from n = 1,075 on.
  let logProbability = -n * Math.LN2;
  let below = Math.exp(logProbability);
  let k = 0;
  while (below <= 0.025 && k < n / 2) {
    k += 1;
    logProbability += Math.log((n - k + 1) / k);
    below += Math.exp(logProbability);
  }
  return k;
}

/** Null without values. */
export function median(values: readonly number[]): number | null {
  // Sorted whole: few values each time, and selecting without sorting is code that every visitor would download.
  return values.length === 0
    ? null
    : quantileSorted(
        [...values].sort((a, b) => a - b),
        0.5,
      );
}

/** The smallest and the largest value; null without values. */
export function rangeOf(values: readonly number[]): { readonly low: number; readonly high: number } | null {
  return values.length === 0 ? null : { low: Math.min(...values), high: Math.max(...values) };
}

/** The median with its order-statistic interval (95 %, six values or more) or range (two to five values); null without values. */
export function estimate(values: readonly number[]): Estimate | null {
  const middle = median(values);
  if (middle === null) return null;
  if (values.length < 2) return { median: middle, interval: null };
  const sorted = [...values].sort((a, b) => a - b);
  const rank = medianIntervalRank(sorted.length);
  const low = sorted[Math.max(0, rank - 1)] ?? middle;
  const high = sorted[sorted.length - Math.max(1, rank)] ?? middle;
  return { median: middle, interval: { kind: rank > 0 ? "confidence" : "range", low, high } };
}
