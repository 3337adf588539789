// The normal approximation of the Mann-Whitney test, for samples that are too large to count.
import { normalTail } from "./normal-tail.ts";
import { midranks } from "./rank-sums.ts";

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

/**
 * The test by the tie-corrected normal approximation with continuity correction.
 * @returns null where a sample is empty
 * Source: Conover, Practical Nonparametric Statistics, section 5.1.
 */
export function normalMannWhitney(first: readonly number[], second: readonly number[]): MannWhitney | null {
  const n = first.length;
  const m = second.length;
  if (n === 0 || m === 0) return null;
  const { doubled, groups } = midranks([...first, ...second]);
  const u = doubled.slice(n).reduce((sum, rank) => sum + rank, 0) / 2 - (m * (m + 1)) / 2;
  const all = n + m;
  const ties = groups.reduce((sum, { size }) => sum + size ** 3 - size, 0);
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
