// The numbers of a histogram: for each series of points the share of ops in each bucket, on a logarithmic axis.
import { isValid, type Sample } from "../../../measurement/run/sample.ts";
import { bucketStart, mergedBuckets } from "../../../statistics/log-buckets.ts";

/** One bucket: from where to where, and which share of each series' ops fell into it. */
export interface BucketShares {
  readonly from: number;
  readonly to: number;
  /** The geometric middle, where it is drawn. */
  readonly middle: number;
  /** By the series' point, as text. */
  readonly shares: Readonly<Record<string, number>>;
}

export interface DistributionData {
  /** Points that have a distribution, ascending. */
  readonly points: readonly number[];
  readonly buckets: readonly BucketShares[];
}

/** @param of the id of the distribution in the samples */
export function distributionData(samples: readonly Sample[], of: string): DistributionData {
  const parts = new Map<number, (readonly number[])[]>();
  for (const sample of samples.filter(isValid)) {
    const part = sample.distributions?.[of];
    if (part !== undefined) parts.set(sample.at, [...(parts.get(sample.at) ?? []), part]);
  }
  const merged = [...parts].map(([at, own]) => {
    const buckets = mergedBuckets(own);
    const total = buckets.reduce((sum, { count }) => sum + count, 0);
    return {
      at,
      shares: new Map(buckets.map(({ bucket, count }) => [bucket, count / total])),
      least: buckets[0]?.bucket ?? 0,
      most: buckets.at(-1)?.bucket ?? 0,
    };
  });
  merged.sort((a, b) => a.at - b.at);
  const all = merged.flatMap(({ shares }) => [...shares.keys()]);
  if (all.length === 0) return { points: [], buckets: [] };
  const first = Math.min(...all);
  const last = Math.max(...all);
  const buckets = Array.from({ length: last - first + 1 }, (_, i): BucketShares => {
    const bucket = first + i;
    const from = bucketStart(bucket);
    const to = bucketStart(bucket + 1);
    const shares = merged.flatMap(({ at, shares: own, least, most }): [string, number][] =>
      // An empty bucket between others is one of none, not a gap.
      bucket < least || bucket > most ? [] : [[String(at), own.get(bucket) ?? 0]],
    );
    return { from, to, middle: Math.sqrt(from * to), shares: Object.fromEntries(shares) };
  });
  return { points: merged.map(({ at }) => at), buckets };
}
