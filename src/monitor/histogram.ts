// Latencies of any number of ops in constant memory: counts over fixed buckets, so that histograms of intervals add up to that of a whole run.

/** Buckets for each doubling: a value is known within 3 %. */
const PER_OCTAVE = 32;
const PER_OCTAVE_BITS = 5;
/** The last doubling begins at 67 s. */
const LAST_EXPONENT = 26;

/** Values under 32 µs have a bucket each. */
export const BUCKETS = (LAST_EXPONENT - PER_OCTAVE_BITS + 2) * PER_OCTAVE;

/** Counts by bucket; an entry for each of BUCKETS. */
export type Histogram = Uint32Array | Float64Array;

/** @param us whole microseconds; what is longer than the last bucket's values is in the last bucket */
export function bucketOf(us: number): number {
  const value = Math.min(Math.max(0, Math.floor(us)), 2 ** (LAST_EXPONENT + 1) - 1);
  if (value < PER_OCTAVE) return value;
  const exponent = 31 - Math.clz32(value);
  return (exponent - PER_OCTAVE_BITS + 1) * PER_OCTAVE + (value >>> (exponent - PER_OCTAVE_BITS)) - PER_OCTAVE;
}

/** The largest value of a bucket, µs: what a percentile that ends in it is said to be. */
export function largestOf(bucket: number): number {
  if (bucket < PER_OCTAVE) return bucket;
  const shift = Math.floor(bucket / PER_OCTAVE) - 1;
  return ((PER_OCTAVE + (bucket % PER_OCTAVE) + 1) << shift) - 1;
}

/** [bucket, count, …], ascending, without empty buckets: how a recording writes a histogram. */
export type SparseCounts = readonly number[];

/** @param parts [value in µs, count, …] as lanes report them */
export function sparseOf(parts: readonly ArrayLike<number>[]): number[] {
  const counts = new Map<number, number>();
  for (const part of parts) {
    for (let at = 1; at < part.length; at += 2) {
      const bucket = bucketOf(part[at - 1] ?? 0);
      counts.set(bucket, (counts.get(bucket) ?? 0) + (part[at] ?? 0));
    }
  }
  return [...counts].sort(([a], [b]) => a - b).flat();
}

export function addSparse(into: Histogram, sparse: SparseCounts): void {
  for (let at = 1; at < sparse.length; at += 2) {
    const bucket = sparse[at - 1] ?? 0;
    into[bucket] = (into[bucket] ?? 0) + (sparse[at] ?? 0);
  }
}

/**
 * The value that a share of all ops stay under, µs, by nearest rank; null where there is none.
 * @param share 0 to 1
 */
export function percentileOf(counts: Histogram, share: number): number | null {
  let total = 0;
  for (const count of counts) total += count;
  if (total === 0) return null;
  const rank = Math.max(1, Math.ceil(share * total - 1e-9));
  let seen = 0;
  for (const [bucket, count] of counts.entries()) {
    seen += count;
    if (seen >= rank) return largestOf(bucket);
  }
  return null;
}
