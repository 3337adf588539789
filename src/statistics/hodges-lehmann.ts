// The Hodges-Lehmann estimate of how many times larger one sample is than another, with its interval.
import { inverseNormalTail } from "./normal-tail.ts";
import { rankSumDistribution } from "./rank-sums.ts";
import { nthDifference } from "./pairwise-differences.ts";

export interface RatioShift {
  /** Second over first: the median of all pairwise ratios. */
  readonly ratio: number;
  /** 95 % interval; null where the samples are too small for one. */
  readonly interval: { readonly low: number; readonly high: number } | null;
}

/** The same sizes come again with every row and metric, and counting the distribution is most of the work. */
const excludedBySizes = new Map<string, number>();

/** How many of the sorted pairwise differences are below the interval: the largest k with P(U < k) ≤ 0.025. */
function excludedPairs(n: number, m: number): number {
  const [fewer, more] = n < m ? [n, m] : [m, n];
  const sizes = `${fewer} ${more}`;
  const known = excludedBySizes.get(sizes);
  if (known !== undefined) return known;
  const ranks = Array.from({ length: n + m }, (_, at) => 2 * (at + 1));
  const distribution = rankSumDistribution(ranks, fewer);
  let excluded = 0;
  if (distribution === null) {
    const deviation = Math.sqrt((n * m * (n + m + 1)) / 12);
    excluded = Math.max(0, Math.floor((n * m) / 2 - inverseNormalTail(0.025) * deviation));
  } else {
    const { from, step, probabilities } = distribution;
    let below = 0;
    for (;;) {
      below += probabilities[(2 * excluded + fewer * (fewer + 1) - from) / step] ?? 1;
      if (below > 0.025) break;
      excluded += 1;
    }
  }
  excludedBySizes.set(sizes, excluded);
  return excluded;
}

/**
 * The ratio of the second sample to the first: the median over all pairs, computed on logarithms, so that swapping the
 * samples gives the reciprocal. Its interval inverts the Mann-Whitney test.
 * @param first positive values, at least one
 * @param second positive values, at least one
 * Source: Hodges and Lehmann, 1963; interval as in Conover, Practical Nonparametric Statistics, section 5.4.
 */
export function ratioShift(first: readonly number[], second: readonly number[]): RatioShift {
  const below = Float64Array.from(first, Math.log).sort();
  const above = Float64Array.from(second, Math.log).sort();
  const pairs = below.length * above.length;
  const at = (rank: number): number => nthDifference(below, above, rank);
  const upper = at(Math.floor(pairs / 2));
  const middle = pairs % 2 === 1 ? upper : (upper + at(pairs / 2 - 1)) / 2;
  const excluded = excludedPairs(below.length, above.length);
  const interval = excluded === 0 ? null : { low: Math.exp(at(excluded - 1)), high: Math.exp(at(pairs - excluded)) };
  return { ratio: Math.exp(middle), interval };
}
