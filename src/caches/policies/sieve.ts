// SIEVE: one queue that nothing moves in, and a hand that passes over what was found since it last came by.
import type { Replacement } from "./replacement.ts";
import { NONE, SlotList } from "./slot-list.ts";

/** Source: Zhang, Yang, Yue, Vigfusson and Rashmi, SIEVE is simpler than LRU, NSDI 2024. */
export class Sieve implements Replacement {
  readonly bytes: number;
  readonly #order: SlotList;
  readonly #visited: Uint8Array;
  #hand = NONE;

  constructor(slots: number) {
    this.#order = new SlotList(slots);
    this.#visited = new Uint8Array(slots);
    this.bytes = this.#order.bytes + this.#visited.byteLength;
  }

  hit(slot: number): void {
    this.#visited[slot] = 1;
  }

  victim(): number {
    let slot = this.#hand === NONE ? this.#order.tail : this.#hand;
    while (this.#visited[slot] === 1) {
      this.#visited[slot] = 0;
      const newer = this.#order.newerThan(slot);
      slot = newer === NONE ? this.#order.tail : newer;
    }
    this.#hand = this.#order.newerThan(slot);
    this.#order.remove(slot);
    return slot;
  }

  put(slot: number): void {
    this.#visited[slot] = 0;
    this.#order.putFirst(slot);
  }
}
