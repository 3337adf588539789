// The n-th smallest of all differences between two samples, found without making a list of them.

/** For each value of `below` in turn, the differences to `above` that are at most `bound`: how many, and the largest. */
function upTo(below: Float64Array, above: Float64Array, bound: number): { count: number; largest: number } {
  let count = 0;
  let largest = Number.NEGATIVE_INFINITY;
  let end = 0;
  for (const low of below) {
    while (end < above.length && (above[end] ?? 0) - low <= bound) end += 1;
    count += end;
    if (end > 0) largest = Math.max(largest, (above[end - 1] ?? 0) - low);
  }
  return { count, largest };
}

/** Halvings after which neighbouring numbers are reached. */
const HALVINGS_MOST = 1_100;

/**
 * The difference at that place among all `above − below`, in order: by halving, in memory of the samples alone.
 * @param below ascending, finite, at least one value
 * @param above likewise
 * @param rank from 0, below the number of pairs
 */
export function nthDifference(below: Float64Array, above: Float64Array, rank: number): number {
  let low = (above[0] ?? 0) - (below.at(-1) ?? 0);
  let high = (above.at(-1) ?? 0) - (below[0] ?? 0);
  if (upTo(below, above, low).count > rank) return low;
  for (let halving = 0; halving < HALVINGS_MOST; halving += 1) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    const { count, largest } = upTo(below, above, middle);
    if (count <= rank) low = middle;
    else if (count === rank + 1) return largest;
    else high = Math.min(high, largest);
  }
  return high;
}
