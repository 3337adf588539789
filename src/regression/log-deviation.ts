// How much the trials of one figure deviate, in logarithms.
import { inverseNormalTail } from "../statistics/normal-tail.ts";

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
