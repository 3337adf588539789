// What a soak measured so far, in constant memory: the last minutes in full, hours in coarser intervals, and the whole run as one.
import { addSparse, BUCKETS, percentileOf } from "./histogram.ts";
import { type MetricId, type MetricValues, valuesOf } from "./metrics.ts";
import type { Basis, Slot } from "./slot.ts";
import { type Spread, Tier } from "./tier.ts";

/** Ten minutes of 2 s, two hours of 20 s, one day of 120 s. */
export const TIERS = [
  { slotMs: 2_000, capacity: 300 },
  { slotMs: 20_000, capacity: 360 },
  { slotMs: 120_000, capacity: 720 },
] as const;

/** The latencies of a part of the run. */
export interface Stretch {
  /** From the first of its intervals to the end of the last. */
  readonly fromMs: number;
  readonly toMs: number;
  /** How long the coarsest of its intervals are: its ends are no finer. */
  readonly intervalMs: number;
  readonly ops: number;
  /** @param share 0 to 1 @returns µs; null where there was no op */
  readonly percentile: (share: number) => number | null;
}

/** Sums over the whole run. */
interface Whole {
  readonly ops: number;
  readonly offered: number;
  readonly late: number;
  readonly failed: number;
  /** Null where the browser never told. */
  readonly longTasks: number | null;
  readonly cacheRequests: number;
  readonly cacheHits: number;
  readonly measuredMs: number;
}

const NOTHING: Whole = {
  ops: 0,
  offered: 0,
  late: 0,
  failed: 0,
  longTasks: null,
  cacheRequests: 0,
  cacheHits: 0,
  measuredMs: 0,
};

export class History {
  readonly #tiers = TIERS.map(({ slotMs, capacity }) => new Tier(slotMs, capacity));
  readonly #latency = new Float64Array(BUCKETS);
  readonly #basis: Basis;
  #whole = NOTHING;
  #last: { readonly slot: Slot; readonly values: MetricValues } | null = null;

  constructor(basis: Basis) {
    this.#basis = basis;
  }

  /** The same however long the soak lasts. */
  get bytes(): number {
    return this.#tiers.reduce((sum, { bytes }) => sum + bytes, this.#latency.byteLength);
  }

  get last(): { readonly slot: Slot; readonly values: MetricValues } | null {
    return this.#last;
  }

  get whole(): Whole {
    return this.#whole;
  }

  /** @returns its figures */
  push(slot: Slot): MetricValues {
    const values = valuesOf(slot, this.#basis);
    for (const tier of this.#tiers) tier.push(slot.atMs, slot.durationMs, values, slot.latency);
    addSparse(this.#latency, slot.latency);
    const { ops, offered, late, failed, longTasks, cacheRequests, cacheHits, measuredMs } = this.#whole;
    this.#whole = {
      ops: ops + slot.ops,
      offered: offered + (slot.offered ?? slot.ops),
      late: late + slot.late,
      failed: failed + slot.failed,
      longTasks: slot.longTasks === null ? longTasks : (longTasks ?? 0) + slot.longTasks,
      cacheRequests: cacheRequests + (slot.cache?.requests ?? 0),
      cacheHits: cacheHits + (slot.cache?.hits ?? 0),
      measuredMs: measuredMs + slot.durationMs,
    };
    this.#last = { slot, values };
    return values;
  }

  /** Of the whole run, from all its ops. @param share 0 to 1 @returns µs, or null before the first op */
  percentileSinceStart(share: number): number | null {
    return percentileOf(this.#latency, share);
  }

  /**
   * A figure over a stretch, ascending: each part of it from the finest intervals that still hold it.
   * @param fromMs from the start of the soak
   */
  spreads(id: MetricId, fromMs: number, toMs: number): Spread[] {
    const parts: Spread[][] = [];
    let end = toMs;
    for (const tier of this.#tiers) {
      // The oldest interval of a tier may begin in the middle of a coarser one: that one stays whole and is cut at its end.
      const start = Math.max(fromMs, tier.oldestMs);
      if (start < end) {
        parts.unshift([...tier.spreads(id, start, end)]);
        end = start;
      }
    }
    return parts.flat();
  }

  /**
   * The latencies of all ops in the intervals that begin in a stretch, merged: each op once, from the finest intervals that still hold it.
   * @returns null where no interval begins in it
   */
  stretch(fromMs: number, toMs: number): Stretch | null {
    const latency = new Float64Array(BUCKETS);
    let first = Infinity;
    let last = -Infinity;
    let intervalMs = 0;
    let end = toMs;
    for (const [at, tier] of this.#tiers.entries()) {
      const coarser = this.#tiers[at + 1];
      // Finer intervals lie within coarser ones whole: from the first coarser one that they fill, they are taken.
      const isAll = coarser === undefined || tier.oldestMs <= coarser.oldestMs;
      const start = isAll ? -Infinity : Math.ceil(tier.oldestMs / coarser.slotMs) * coarser.slotMs;
      const part = tier.addLatency(latency, Math.max(fromMs, start), end);
      if (part !== null) {
        first = Math.min(first, part.fromMs);
        last = Math.max(last, part.toMs);
        intervalMs = tier.slotMs;
      }
      end = Math.min(end, start);
      if (end <= fromMs) break;
    }
    if (first === Infinity) return null;
    const ops = latency.reduce((sum, count) => sum + count, 0);
    return { fromMs: first, toMs: last, intervalMs, ops, percentile: (share) => percentileOf(latency, share) };
  }
}
