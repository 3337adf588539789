// Midranks, and the exact distribution of the rank sum of a sample, ties included.

/** Up to this many pairs of values the exact distribution is counted. Beyond, its normal approximation errs by under 0.001. */
export const EXACT_PAIRS_MOST = 400;

/** Ranks of all values together, doubled so that midranks are whole, with the groups of ties. */
export interface Ranked {
  /** Twice the midrank of each value, in the order given; from 2. */
  readonly doubled: readonly number[];
  /** The size of each group of equal values, single values included. */
  readonly groups: readonly number[];
}

/** Ranks from 1; equal values share the mean of their ranks. */
export function midranks(values: readonly number[]): Ranked {
  const order = [...values.keys()].sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const doubled: number[] = Array.from({ length: values.length }, () => 0);
  const groups: number[] = [];
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    while (to < order.length && values[order[to] ?? 0] === values[order[from] ?? 0]) to += 1;
    for (let at = from; at < to; at += 1) doubled[order[at] ?? 0] = from + to + 1;
    groups.push(to - from);
    from = to;
  }
  return { doubled, groups };
}

/**
 * The distribution of the rank sum of a sample, where all choices of its values are equally likely.
 * @param doubled doubled ranks of all values
 * @param chosen size of the sample
 * @returns the probability of each doubled rank sum, by index
 * Source: Streitberg and Röhmel, Exakte Verteilungen für Rang- und Randomisierungstests, 1986 (the shift algorithm).
 */
export function rankSumDistribution(doubled: readonly number[], chosen: number): Float64Array {
  const most = doubled.reduce((sum, rank) => sum + rank, 0);
  const width = most + 1;
  const ways = new Float64Array((chosen + 1) * width);
  ways[0] = 1;
  let used = 0;
  let reached = 0;
  for (const rank of doubled) {
    used = Math.min(chosen, used + 1);
    reached += rank;
    for (let count = used; count >= 1; count -= 1) {
      const to = count * width;
      const from = to - width;
      for (let sum = reached; sum >= rank; sum -= 1)
        ways[to + sum] = (ways[to + sum] ?? 0) + (ways[from + sum - rank] ?? 0);
    }
  }
  const last = ways.subarray(chosen * width);
  const total = last.reduce((sum, count) => sum + count, 0);
  return last.map((count) => count / total);
}
