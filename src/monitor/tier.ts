// A ring of intervals of one length in arrays of fixed size: least, most, sum and count of every figure, and the latencies of all ops.
import { addSparse, BUCKETS, type Histogram, type SparseCounts } from "./histogram.ts";
import { METRICS, type MetricId, type MetricValues } from "./metrics.ts";

const STATS = 4;
const places = Object.fromEntries(METRICS.map((id, at) => [id, at]));

/** A figure over one interval of a tier. */
export interface Spread {
  /** From the start of the soak, ms. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly least: number;
  readonly most: number;
  readonly mean: number;
}

export class Tier {
  readonly slotMs: number;
  readonly #capacity: number;
  readonly #from: Float64Array;
  readonly #to: Float64Array;
  readonly #stats: Float64Array;
  readonly #latency: Uint32Array;
  #count = 0;
  #newest = -1;

  /** @param slotMs how long an interval is; slots of the soak that begin in one interval are merged */
  constructor(slotMs: number, capacity: number) {
    this.slotMs = slotMs;
    this.#capacity = capacity;
    this.#from = new Float64Array(capacity);
    this.#to = new Float64Array(capacity);
    this.#stats = new Float64Array(capacity * METRICS.length * STATS);
    this.#latency = new Uint32Array(capacity * BUCKETS);
  }

  get bytes(): number {
    return this.#from.byteLength + this.#to.byteLength + this.#stats.byteLength + this.#latency.byteLength;
  }

  /** The start of the oldest interval that is held; Infinity where there is none. */
  get oldestMs(): number {
    return this.#count === 0 ? Infinity : (this.#from[this.#place(0)] ?? Infinity);
  }

  /** Where the n-th oldest interval lies. */
  #place(n: number): number {
    return (this.#newest - this.#count + 1 + n + 2 * this.#capacity) % this.#capacity;
  }

  #begin(atMs: number): void {
    this.#newest = (this.#newest + 1) % this.#capacity;
    this.#count = Math.min(this.#count + 1, this.#capacity);
    this.#from[this.#newest] = atMs;
    this.#stats.fill(0, this.#newest * METRICS.length * STATS, (this.#newest + 1) * METRICS.length * STATS);
    this.#latencyAt(this.#newest).fill(0);
  }

  #latencyAt(place: number): Uint32Array {
    return this.#latency.subarray(place * BUCKETS, (place + 1) * BUCKETS);
  }

  /** @param atMs not before that of the last one */
  push(atMs: number, durationMs: number, values: MetricValues, latency: SparseCounts): void {
    const started = this.#count === 0 ? -1 : Math.floor((this.#from[this.#newest] ?? 0) / this.slotMs);
    if (this.#count === 0 || Math.floor(atMs / this.slotMs) !== started) this.#begin(atMs);
    this.#to[this.#newest] = atMs + durationMs;
    addSparse(this.#latencyAt(this.#newest), latency);
    for (const [at, id] of METRICS.entries()) {
      const value = values[id];
      if (value === null) continue;
      const place = (this.#newest * METRICS.length + at) * STATS;
      const count = this.#stats[place + 3] ?? 0;
      this.#stats[place] = count === 0 ? value : Math.min(this.#stats[place] ?? value, value);
      this.#stats[place + 1] = count === 0 ? value : Math.max(this.#stats[place + 1] ?? value, value);
      this.#stats[place + 2] = (this.#stats[place + 2] ?? 0) + value;
      this.#stats[place + 3] = count + 1;
    }
  }

  /** The intervals that reach into [fromMs, toMs), ascending; those without the figure are left out. */
  *spreads(id: MetricId, fromMs: number, toMs: number): Generator<Spread> {
    for (let n = 0; n < this.#count; n += 1) {
      const place = this.#place(n);
      const from = this.#from[place] ?? 0;
      if ((this.#to[place] ?? 0) <= fromMs || from >= toMs) continue;
      const at = (place * METRICS.length + (places[id] ?? 0)) * STATS;
      const count = this.#stats[at + 3] ?? 0;
      if (count === 0) continue;
      yield {
        fromMs: from,
        toMs: this.#to[place] ?? from,
        least: this.#stats[at] ?? 0,
        most: this.#stats[at + 1] ?? 0,
        mean: (this.#stats[at + 2] ?? 0) / count,
      };
    }
  }

  /** Adds the latencies of the intervals that begin in [fromMs, toMs). @returns from where to where they reach; null where there are none */
  addLatency(into: Histogram, fromMs: number, toMs: number): { readonly fromMs: number; readonly toMs: number } | null {
    let first = Infinity;
    let last = -Infinity;
    for (let n = 0; n < this.#count; n += 1) {
      const place = this.#place(n);
      const from = this.#from[place] ?? 0;
      if (from < fromMs || from >= toMs) continue;
      const counts = this.#latencyAt(place);
      for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
        const count = counts[bucket] ?? 0;
        if (count > 0) into[bucket] = (into[bucket] ?? 0) + count;
      }
      first = Math.min(first, from);
      last = this.#to[place] ?? from;
    }
    return first === Infinity ? null : { fromMs: first, toMs: last };
  }
}
