// The Mann-Whitney test: whether the values of one sample tend to be larger than those of another.
import { normalTail } from "./normal-tail.ts";
import { EXACT_PAIRS_MOST, midranks, rankSumDistribution } from "./rank-sums.ts";

export interface MannWhitney {
  /** Pairs in which the second sample's value is larger; ties count one half. From 0 to n·m. */
  readonly u: number;
  /** `exact`: the permutation distribution, ties included. `normal`: its tie-corrected approximation. */
  readonly method: "exact" | "normal";
  /** If both samples had the same distribution: the probability of a difference at least this large, in either direction. */
  readonly twoSided: number;
  /** One-sided: the probability that the second sample appears at least this much larger. */
  readonly secondLarger: number;
  /** One-sided: the probability that the second sample appears at least this much smaller. */
  readonly secondSmaller: number;
}

function exactTails(doubled: readonly number[], chosen: number, observed: number): { below: number; above: number } {
  const distribution = rankSumDistribution(doubled, chosen);
  let below = 0;
  let above = 0;
  for (let sum = 0; sum < distribution.length; sum += 1) {
    const share = distribution[sum] ?? 0;
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
  const observed = doubled.slice(n).reduce((sum, rank) => sum + rank, 0);
  const u = observed / 2 - (m * (m + 1)) / 2;
  if (n * m <= EXACT_PAIRS_MOST) {
    const { below, above } = exactTails(doubled, m, observed);
    return {
      u,
      method: "exact",
      twoSided: Math.min(1, 2 * Math.min(below, above)),
      secondLarger: above,
      secondSmaller: below,
    };
  }
  const all = n + m;
  const ties = groups.reduce((sum, size) => sum + size ** 3 - size, 0);
  const deviation = Math.sqrt(((n * m) / 12) * (all + 1 - ties / (all * (all - 1))));
  if (!(deviation > 0)) return { u, method: "normal", twoSided: 1, secondLarger: 1, secondSmaller: 1 };
  const excess = u - (n * m) / 2;
  const secondLarger = normalTail((excess - 0.5) / deviation);
  const secondSmaller = normalTail((-excess - 0.5) / deviation);
  return {
    u,
    method: "normal",
    twoSided: Math.min(1, 2 * Math.min(secondLarger, secondSmaller)),
    secondLarger,
    secondSmaller,
  };
}

/** The smallest two-sided p that samples of these sizes can give: complete separation without ties, 2 / C(n + m, n). */
export function leastPossibleP(n: number, m: number): number {
  let p = 2;
  for (let k = 1; k <= Math.min(n, m); k += 1) p *= k / (Math.max(n, m) + k);
  return Math.min(1, p);
}
