// S3-FIFO: newcomers wait in a small queue, what is found again there goes into the main one, and what went too early is known when it is back.
import type { Hash, Replacement } from "./replacement.ts";
import { Ghosts } from "./ghosts.ts";
import { SlotQueue } from "./slot-queue.ts";

const SMALL_SHARE = 0.1;
const USES_MOST = 3;
/** A newcomer that was found more often than this is kept. */
const KEPT_OVER = 1;

/** Source: Yang, Zhang, Qiu, Yue and Vigfusson, FIFO queues are all you need for cache eviction, SOSP 2023. */
export class S3Fifo implements Replacement {
  readonly bytes: number;
  readonly #small: SlotQueue;
  readonly #main: SlotQueue;
  readonly #ghosts: Ghosts;
  readonly #smallMost: number;
  readonly #uses: Uint8Array;
  readonly #low: Uint32Array;
  readonly #high: Uint32Array;

  constructor(slots: number) {
    this.#smallMost = Math.max(1, Math.round(slots * SMALL_SHARE));
    this.#small = new SlotQueue(slots);
    this.#main = new SlotQueue(slots);
    this.#ghosts = new Ghosts(slots - this.#smallMost);
    this.#uses = new Uint8Array(slots);
    this.#low = new Uint32Array(slots);
    this.#high = new Uint32Array(slots);
    this.bytes = this.#small.bytes + this.#main.bytes + this.#ghosts.bytes + slots * 9;
  }

  hit(slot: number): void {
    this.#uses[slot] = Math.min(USES_MOST, (this.#uses[slot] ?? 0) + 1);
  }

  victim(): number {
    for (;;) {
      if (this.#small.size >= this.#smallMost || this.#main.size === 0) {
        const slot = this.#small.take();
        if ((this.#uses[slot] ?? 0) <= KEPT_OVER) {
          this.#ghosts.add(this.#low[slot] ?? 0, this.#high[slot] ?? 0);
          return slot;
        }
        this.#uses[slot] = 0;
        this.#main.add(slot);
      } else {
        const slot = this.#main.take();
        const uses = this.#uses[slot] ?? 0;
        if (uses === 0) return slot;
        this.#uses[slot] = uses - 1;
        this.#main.add(slot);
      }
    }
  }

  put(slot: number, hash: Hash): void {
    this.#uses[slot] = 0;
    this.#low[slot] = hash.low;
    this.#high[slot] = hash.high;
    if (this.#ghosts.has(hash)) this.#main.add(slot);
    else this.#small.add(slot);
  }
}
