// What was asked of a cache, request by request, as hashes and whether each was found: from it every limit is worked out afterwards.
import type { Hash } from "./policies/replacement.ts";
import { type Trace, traceOf } from "./offline/next-use.ts";

/** Keeps the first requests up to a number, in arrays of fixed size; later ones are counted alone. */
export class TraceLog {
  requests = 0;
  hits = 0;
  /** Requests in which the cache was not asked. */
  passed = 0;
  readonly #low: Uint32Array;
  readonly #high: Uint32Array;
  readonly #found: Uint8Array;

  /** @param most requests that are kept */
  constructor(most: number) {
    this.#low = new Uint32Array(most);
    this.#high = new Uint32Array(most);
    this.#found = new Uint8Array(most);
  }

  add({ low, high }: Hash, wasFound: boolean): void {
    const at = this.requests;
    this.requests += 1;
    if (wasFound) this.hits += 1;
    // Beyond their end typed arrays take nothing.
    this.#low[at] = low;
    this.#high[at] = high;
    this.#found[at] = wasFound ? 1 : 0;
  }

  /** How many requests are kept. */
  get kept(): number {
    return Math.min(this.requests, this.#low.length);
  }

  /** How many of the kept requests were found. */
  get keptHits(): number {
    return this.#found.subarray(0, this.kept).reduce((sum, one) => sum + one, 0);
  }

  /** The kept requests by key. Two keys whose hashes of 64 bits are equal count as one, which a trace of a million has once in 40 million. */
  trace(): Trace {
    const { kept } = this;
    const [low, high] = [this.#low, this.#high];
    function* keys(): Generator<bigint> {
      for (let at = 0; at < kept; at += 1) yield (BigInt(high[at] ?? 0) << 32n) | BigInt(low[at] ?? 0);
    }
    return traceOf(keys());
  }
}
