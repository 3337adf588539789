// How values spread over orders of magnitude: counts in buckets that each reach a fixed factor further.
import type { ValueCounts } from "./counts.ts";

/** Each bucket is about 12 % wider than the last, so that twenty make a factor of ten. */
const BUCKETS_PER_DECADE = 20;

/** @returns the smallest value that falls into a bucket; bucket 0 begins at 1 */
export function bucketStart(bucket: number): number {
  return 10 ** (bucket / BUCKETS_PER_DECADE);
}

function bucketOf(value: number): number {
  return Math.floor(Math.log10(Math.max(1, value)) * BUCKETS_PER_DECADE + 1e-9);
}

/** @returns [bucket, count, bucket, count, …], ascending, without empty buckets; values under 1 fall into bucket 0 */
export function logBuckets(parts: readonly ValueCounts[]): number[] {
  const counts = new Map<number, number>();
  for (const part of parts) {
    for (let i = 1; i < part.length; i += 2) {
      const bucket = bucketOf(part[i - 1] ?? 0);
      counts.set(bucket, (counts.get(bucket) ?? 0) + (part[i] ?? 0));
    }
  }
  return [...counts].sort(([a], [b]) => a - b).flat();
}

/** Adds up distributions of the same kind, such as those of several windows. */
export function mergedBuckets(
  parts: readonly (readonly number[])[],
): readonly { readonly bucket: number; readonly count: number }[] {
  const counts = new Map<number, number>();
  for (const part of parts) {
    for (let i = 1; i < part.length; i += 2) {
      const bucket = part[i - 1] ?? 0;
      counts.set(bucket, (counts.get(bucket) ?? 0) + (part[i] ?? 0));
    }
  }
  return [...counts].sort(([a], [b]) => a - b).map(([bucket, count]) => ({ bucket, count }));
}
