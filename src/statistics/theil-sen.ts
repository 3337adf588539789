// A line through few points by the median of all slopes between two of them, with an interval that ties and hanging together widen or narrow.
import { inverseNormalTail } from "./normal-tail.ts";
import { median } from "./summary.ts";

export interface TheilSen {
  /** Median of the slopes between each two points, in units of y for one of x. */
  readonly slope: number;
  readonly intercept: number;
  /** 95 % interval of the slope, at most from the smallest slope of two points to the largest; null under five points. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** How much neighbouring residuals hang together, from −1 to 1. */
  readonly lag1: number;
}

/** Under five points not even the range of all slopes covers 95 %: of four, 2 / 4! of all orders are monotonous. */
export const FEWEST_FOR_SLOPE = 5;

const LAG_MOST = 0.99;

/** Sum of k (k − 1) (2k + 5) over groups of k equal values. */
function tiesOf(values: readonly number[]): number {
  const groups = new Map<number, number>();
  for (const value of values) groups.set(value, (groups.get(value) ?? 0) + 1);
  return [...groups.values()].reduce((sum, k) => sum + k * (k - 1) * (2 * k + 5), 0);
}

/** Lag-1 autocorrelation; 0 where all values are equal. */
function lagOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const around = values.map((value) => value - mean);
  const whole = around.reduce((sum, value) => sum + value * value, 0);
  const shifted = around.slice(1).reduce((sum, value, at) => sum + value * (around[at] ?? 0), 0);
  return whole === 0 ? 0 : shifted / whole;
}

/**
 * How many times larger the variance of Kendall's S is where neighbours hang together. Under 1 where they alternate, which is not
 * believed: of few points the lag is not known well enough to be surer for it.
 * Source: Hamed and Rao 1998; Yue and Wang 2004 for a lag of 1: n/n* = 1 + 2 Σ (1 − k/n) r^k.
 */
export function lagInflation(n: number, lag1: number): number {
  const r = Math.min(LAG_MOST, Math.max(0, lag1));
  let sum = 0;
  for (let k = 1; k < n; k += 1) sum += (1 - k / n) * r ** k;
  return 1 + 2 * sum;
}

/**
 * @param x finite, in the order of measuring
 * @param y finite, as many
 * @returns null where no two points differ in x
 * Source: Sen 1968 (order statistics of slopes, Kendall variance with ties), corrected as in `lagInflation`.
 */
export function theilSen(x: readonly number[], y: readonly number[]): TheilSen | null {
  const n = Math.min(x.length, y.length);
  const slopes: number[] = [];
  for (let i = 0; i < n; i += 1) {
    for (let j = i + 1; j < n; j += 1) {
      const dx = (x[j] ?? 0) - (x[i] ?? 0);
      if (dx !== 0) slopes.push(((y[j] ?? 0) - (y[i] ?? 0)) / dx);
    }
  }
  slopes.sort((a, b) => a - b);
  const slope = median(slopes);
  if (slope === null) return null;
  const intercept = (median(y.slice(0, n)) ?? 0) - slope * (median(x.slice(0, n)) ?? 0);
  const lag1 = lagOf(Array.from({ length: n }, (_, at) => (y[at] ?? 0) - slope * (x[at] ?? 0)));
  if (n < FEWEST_FOR_SLOPE) return { slope, intercept, interval: null, lag1 };
  const orders = n * (n - 1) * (2 * n + 5) - tiesOf(x.slice(0, n)) - tiesOf(y.slice(0, n));
  const half = inverseNormalTail(0.025) * Math.sqrt((Math.max(0, orders) / 18) * lagInflation(n, lag1));
  const lowest = Math.max(0, Math.round((slopes.length - half) / 2) - 1);
  const highest = Math.min(slopes.length - 1, Math.round((slopes.length + half) / 2));
  return { slope, intercept, interval: { low: slopes[lowest] ?? slope, high: slopes[highest] ?? slope }, lag1 };
}
