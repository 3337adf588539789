// The best fixed choice of keys on a trace: what no policy can pass where requests do not depend on each other.
import type { Trace } from "./next-use.ts";

/** Hits where the most frequent keys are held throughout: each is missed once, when it comes first. */
export function staticHits({ requests, keys }: Trace, slots: number): number {
  const counts = new Int32Array(keys);
  for (const key of requests) counts[key] = (counts[key] ?? 0) + 1;
  return counts
    .sort()
    .subarray(Math.max(0, keys - slots))
    .reduce((sum, count) => sum + count - 1, 0);
}
