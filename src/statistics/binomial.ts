// Whether a share is surely under a limit, from counts: the bound that load tests stop early by.
import { regularisedBeta } from "./incomplete-beta.ts";

/** P(X ≤ hits) of a binomial X. @param hits whole, from 0 @param share probability of a hit, between 0 and 1 */
export function binomialAtMost(hits: number, total: number, share: number): number {
  return hits >= total ? 1 : regularisedBeta(1 - share, share, total - hits, hits + 1);
}

/**
 * Whether so few of so many hits rule out a share of hits of `share` or more.
 * @param certainty between 0 and 1, such as 0.99
 * Source: MLPerf Inference, LoadGen, early stopping: P(X ≤ hits | total, share) ≤ 1 − certainty.
 */
export function isShareUnder(hits: number, total: number, share: number, certainty: number): boolean {
  return total > 0 && binomialAtMost(hits, total, share) <= 1 - certainty;
}

/** The most hits of `total` with which the share is surely under `share`; null where even none would not tell. */
export function mostHitsUnder(total: number, share: number, certainty: number): number | null {
  if (!isShareUnder(0, total, share, certainty)) return null;
  let holds = 0;
  let fails = total;
  while (fails - holds > 1) {
    const middle = Math.floor((holds + fails) / 2);
    if (isShareUnder(middle, total, share, certainty)) holds = middle;
    else fails = middle;
  }
  return holds;
}

/** The fewest of which so many hits tell that the share is surely under `share`. */
export function fewestUnder(hits: number, share: number, certainty: number): number {
  let fails = hits;
  let holds = hits + 1;
  while (!isShareUnder(hits, holds, share, certainty)) {
    fails = holds;
    holds *= 2;
  }
  while (holds - fails > 1) {
    const middle = Math.floor((holds + fails) / 2);
    if (isShareUnder(hits, middle, share, certainty)) holds = middle;
    else fails = middle;
  }
  return holds;
}
