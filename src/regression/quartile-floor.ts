// The noise floor of sessions of which the quartiles of single rounds are known.
import type { StatedSpread } from "./compared-cell.ts";
import { LEAST_NOISE } from "./noise-floor.ts";

/** How many of its quartile distances a session's median may stray; as for trials, times √2 for a difference of two. */
const QUARTILES_OF_FLOOR = 2 * Math.SQRT2;

/**
 * The floor for sessions of which the quartiles of single rounds are known. Rounds are finer than trials, and their tail says
 * nothing of a session: an outlier moves the deviation, and the quartiles stay.
 * @returns in logarithms; null where a quartile is not stated, or is 0
 */
export function floorOfQuartiles({ q1, median: middle, q3 }: StatedSpread): number | null {
  if (q1 === undefined || middle === undefined || q3 === undefined || !(q1 > 0)) return null;
  return Math.max(LEAST_NOISE, QUARTILES_OF_FLOOR * Math.max(Math.log(q3 / middle), Math.log(middle / q1)));
}
