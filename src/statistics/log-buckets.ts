// Histograms over orders of magnitude: the start of each bucket is a fixed factor above the one before.
import type { ValueCounts } from "./counts.ts";

/** Twenty buckets for a factor of ten: each is about 12 % wider than the one before. */
const BUCKETS_PER_DECADE = 20;

/** The smallest value in a bucket; bucket 0 begins at 1. */
export function bucketStart(bucket: number): number {
  return 10 ** (bucket / BUCKETS_PER_DECADE);
}

function bucketOf(value: number): number {
  return Math.floor(Math.log10(Math.max(1, value)) * BUCKETS_PER_DECADE + 1e-9);
}

/** Adds up parts of [key, count, key, count, …] by bucket; ascending. */
function countsByBucket(
  parts: readonly (ValueCounts | readonly number[])[],
  bucketOfKey: (key: number) => number,
): [number, number][] {
  const counts = new Map<number, number>();
  for (const part of parts) {
    for (let i = 1; i < part.length; i += 2) {
      const bucket = bucketOfKey(part[i - 1] ?? 0);
      counts.set(bucket, (counts.get(bucket) ?? 0) + (part[i] ?? 0));
    }
  }
  return [...counts].sort(([a], [b]) => a - b);
}

/**
 * Counts the values of all parts by bucket.
 * @returns [bucket, count, bucket, count, …], ascending, without empty buckets; values under 1 are in bucket 0
 */
export function logBuckets(parts: readonly ValueCounts[]): number[] {
  return countsByBucket(parts, bucketOf).flat();
}

/** Adds up histograms written by `logBuckets`, such as those of several windows; ascending by bucket. */
export function mergedBuckets(
  parts: readonly (readonly number[])[],
): readonly { readonly bucket: number; readonly count: number }[] {
  return countsByBucket(parts, (bucket) => bucket).map(([bucket, count]) => ({ bucket, count }));
}
