// How often LRU would have found what was asked for at every size at once, from one pass over a trace.
import type { Trace } from "./next-use.ts";

/**
 * How many distinct keys were asked for between each request and the one before it of the same key: LRU finds it with more slots than that.
 * Source: Mattson, Gecsei, Slutz and Traiger, Evaluation techniques for storage hierarchies, 1970; counted with a Fenwick tree.
 * @returns how many requests have each distance 0 … keys − 1; first requests have none
 */
function stackDistances({ requests, keys }: Trace): Float64Array {
  const last = new Int32Array(keys).fill(-1);
  const tree = new Int32Array(requests.length + 1);
  const add = (at: number, by: number): void => {
    for (let i = at + 1; i < tree.length; i += i & -i) tree[i] = (tree[i] ?? 0) + by;
  };
  const before = (at: number): number => {
    let sum = 0;
    for (let i = at; i > 0; i -= i & -i) sum += tree[i] ?? 0;
    return sum;
  };
  const counts = new Float64Array(keys);
  for (let at = 0; at < requests.length; at += 1) {
    const key = requests[at] ?? 0;
    const previous = last[key] ?? -1;
    if (previous >= 0) {
      const distance = before(at) - before(previous + 1);
      counts[distance] = (counts[distance] ?? 0) + 1;
      add(previous, -1);
    }
    add(at, 1);
    last[key] = at;
  }
  return counts;
}

/** The fewest entries with which LRU would have found such a share of a trace; null where no size does. */
export function lruNeeds(trace: Trace, hitRate: number): number | null {
  const wanted = hitRate * trace.requests.length;
  let found = 0;
  for (const [distance, count] of stackDistances(trace).entries()) {
    found += count;
    if (found >= wanted && found > 0) return distance + 1;
  }
  return null;
}

/** The hit rate of LRU at each size, 0 to 1. */
export function lruCurve(trace: Trace, sizes: readonly number[]): number[] {
  const distances = stackDistances(trace);
  return sizes.map(
    (slots) => distances.subarray(0, slots).reduce((sum, count) => sum + count, 0) / trace.requests.length,
  );
}
