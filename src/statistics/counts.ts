// Percentiles and means of values given as counts, such as the merged histograms of several workers.

/** Values and how often each was seen, as [value, count, value, count, …]; values may repeat and need no order. */
export type ValueCounts = Float64Array;

/** The number of observations in all parts together. */
export function totalCount(parts: readonly ValueCounts[]): number {
  let total = 0;
  for (const part of parts) for (let i = 1; i < part.length; i += 2) total += part[i] ?? 0;
  return total;
}

/** The mean of all parts together; 0 without observations. */
export function meanOfCounts(parts: readonly ValueCounts[]): number {
  let sum = 0;
  for (const part of parts) for (let i = 1; i < part.length; i += 2) sum += (part[i - 1] ?? 0) * (part[i] ?? 0);
  return sum / Math.max(1, totalCount(parts));
}

/**
 * Nearest-rank percentiles of all parts together: the smallest value with at least q of the observations at or below it.
 * @param shares each from 0 (exclusive) to 1
 * @returns one value per share; zeros without observations
 */
export function percentilesOfCounts(parts: readonly ValueCounts[], shares: readonly number[]): number[] {
  const pairs: [number, number][] = [];
  for (const part of parts) for (let i = 0; i + 1 < part.length; i += 2) pairs.push([part[i] ?? 0, part[i + 1] ?? 0]);
  pairs.sort((a, b) => a[0] - b[0]);
  const total = totalCount(parts);
  return shares.map((share) => {
    const rank = Math.max(1, Math.ceil(share * total));
    let seen = 0;
    for (const [value, count] of pairs) {
      seen += count;
      if (seen >= rank) return value;
    }
    return 0;
  });
}
