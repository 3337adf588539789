// The Mann-Whitney test: whether the values of one sample tend to be larger than those of another.
import { type MannWhitney, normalMannWhitney } from "./mann-whitney-normal.ts";
import { type Tails, tailsOfFewValues } from "./few-values.ts";
import { midranks, type RankSums, rankSumDistribution } from "./rank-sums.ts";

function tailsOf({ from, step, probabilities }: RankSums, observed: number): Tails {
  let below = 0;
  let above = 0;
  for (const [at, share] of probabilities.entries()) {
    const sum = from + at * step;
    if (sum <= observed) below += share;
    if (sum >= observed) above += share;
  }
  return { below: Math.min(1, below), above: Math.min(1, above) };
}

/**
 * Compares two samples by ranks.
 * @returns null where a sample is empty
 * Source: Mann and Whitney, 1947; ties and continuity as in Conover, Practical Nonparametric Statistics, section 5.1.
 */
export function mannWhitney(first: readonly number[], second: readonly number[]): MannWhitney | null {
  const n = first.length;
  const m = second.length;
  if (n === 0 || m === 0) return null;
  const { doubled, groups } = midranks([...first, ...second]);
  const ofSecond = doubled.slice(n).reduce((sum, rank) => sum + rank, 0);
  const u = ofSecond / 2 - (m * (m + 1)) / 2;
  // The smaller sample is counted, since that takes fewer steps; its sum is high where the other's is low.
  const chosen = Math.min(n, m);
  const observed = n < m ? (n + m) * (n + m + 1) - ofSecond : ofSecond;
  const distribution = rankSumDistribution(doubled, chosen);
  const tails = distribution === null ? tailsOfFewValues(groups, chosen, observed) : tailsOf(distribution, observed);
  if (tails !== null) {
    const [below, above] = n < m ? [tails.above, tails.below] : [tails.below, tails.above];
    return {
      u,
      method: "exact",
      twoSided: Math.min(1, 2 * Math.min(below, above)),
      secondLarger: above,
      secondSmaller: below,
    };
  }
  return normalMannWhitney(first, second);
}

/** The smallest two-sided p that samples of these sizes can give: complete separation without ties, 2 / C(n + m, n). */
export function leastPossibleP(n: number, m: number): number {
  let p = 2;
  for (let k = 1; k <= Math.min(n, m); k += 1) p *= k / (Math.max(n, m) + k);
  return Math.min(1, p);
}
