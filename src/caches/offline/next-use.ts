// A trace as small whole numbers, and when each request's key is asked for again: what every limit is worked out from.

/** Requests in their order; equal keys have equal numbers 0 … keys − 1, in order of first appearance. */
export interface Trace {
  readonly requests: Int32Array;
  readonly keys: number;
}

/** @param of anything by which equal keys are equal, such as a 64-bit hash as a bigint */
export function traceOf(of: Iterable<number | bigint | string>): Trace {
  const numbers = new Map<number | bigint | string, number>();
  const requests: number[] = [];
  for (const key of of) {
    const known = numbers.get(key);
    if (known === undefined) numbers.set(key, numbers.size);
    requests.push(known ?? numbers.size - 1);
  }
  return { requests: Int32Array.from(requests), keys: numbers.size };
}

/** For each request the index of the next one of the same key, or the trace's length where there is none. */
export function nextUses({ requests, keys }: Trace): Int32Array {
  const seen = new Int32Array(keys).fill(requests.length);
  const next = new Int32Array(requests.length);
  for (let at = requests.length - 1; at >= 0; at -= 1) {
    const key = requests[at] ?? 0;
    next[at] = seen[key] ?? requests.length;
    seen[key] = at;
  }
  return next;
}
