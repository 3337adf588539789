// A quantile of what was timed: the value that so much of all is at or below.

/** @param share 0 to 1 @returns 0 where there are no values */
export function quantileOf(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
