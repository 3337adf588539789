// The Hodges-Lehmann estimate of how many times larger one sample is than another, with its interval.
import { inverseNormalTail } from "./normal-tail.ts";
import { EXACT_PAIRS_MOST, rankSumDistribution } from "./rank-sums.ts";

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
  if (n * m > EXACT_PAIRS_MOST) {
    return Math.max(0, Math.floor((n * m) / 2 - inverseNormalTail(0.025) * Math.sqrt((n * m * (n + m + 1)) / 12)));
  }
  const known = excludedBySizes.get(`${n} ${m}`);
  if (known !== undefined) return known;
  const ranks = Array.from({ length: n + m }, (_, at) => 2 * (at + 1));
  const distribution = rankSumDistribution(ranks, m);
  let below = 0;
  let excluded = 0;
  for (;;) {
    below += distribution[2 * excluded + m * (m + 1)] ?? 1;
    if (below > 0.025) break;
    excluded += 1;
  }
  excludedBySizes.set(`${n} ${m}`, excluded);
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
  const pairs = new Float64Array(first.length * second.length);
  let at = 0;
  for (const below of first) for (const above of second) pairs[at++] = Math.log(above / below);
  pairs.sort();
  const upper = pairs[pairs.length >> 1] ?? 0;
  const middle = pairs.length % 2 === 1 ? upper : (upper + (pairs[(pairs.length >> 1) - 1] ?? 0)) / 2;
  const excluded = excludedPairs(first.length, second.length);
  const interval =
    excluded === 0
      ? null
      : { low: Math.exp(pairs[excluded - 1] ?? 0), high: Math.exp(pairs[pairs.length - excluded] ?? 0) };
  return { ratio: Math.exp(middle), interval };
}
