// Compares two shares that are known as counts, such as failed requests of all requests.
import { tailsOfFewValues } from "./few-values.ts";
import { inverseNormalTail, normalTail } from "./normal-tail.ts";

/** How often something happened, of how many times it could have. */
export interface Occurrences {
  readonly hits: number;
  readonly total: number;
}

/** More events than this in both samples together are compared by the normal approximation. */
const COUNTED_MOST = 2_000_000;

/**
 * Whether two shares differ: Fisher's exact test, the smaller side doubled; for very large counts the pooled z test.
 * @param first whole numbers, hits at most the total, which is above 0
 * @param second likewise
 * @returns two-sided p
 * Source: Fisher, Statistical Methods for Research Workers, section 21.02.
 */
export function proportionsP(first: Occurrences, second: Occurrences): number {
  const hits = first.hits + second.hits;
  const total = first.total + second.total;
  const others = total - hits;
  if (hits === 0 || others === 0) return 1;
  const groups = [
    { doubledRank: others + 1, size: others },
    { doubledRank: 2 * others + hits + 1, size: hits },
  ];
  const observed = second.hits * (2 * others + hits + 1) + (second.total - second.hits) * (others + 1);
  const tails = total > COUNTED_MOST ? null : tailsOfFewValues(groups, second.total, observed);
  if (tails !== null) return Math.min(1, 2 * Math.min(tails.below, tails.above));
  const share = hits / total;
  const error = Math.sqrt(share * (1 - share) * (1 / first.total + 1 / second.total));
  return Math.min(1, 2 * normalTail(Math.abs(second.hits / second.total - first.hits / first.total) / error));
}

/**
 * The 95 % interval of the ratio of two shares, second over first.
 * @returns null where a side has no hit
 * Source: Katz and others, Obtaining confidence intervals for the risk ratio in cohort studies, 1978.
 */
export function proportionRatioInterval(first: Occurrences, second: Occurrences) {
  if (first.hits === 0 || second.hits === 0) return null;
  const error = Math.sqrt(1 / first.hits - 1 / first.total + 1 / second.hits - 1 / second.total);
  const half = inverseNormalTail(0.025) * error;
  const log = Math.log(second.hits / second.total / (first.hits / first.total));
  return { low: Math.exp(log - half), high: Math.exp(log + half) };
}
