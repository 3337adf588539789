// Least recently used: the entry goes that was neither put in nor found for the longest.
import type { Replacement } from "./replacement.ts";
import { SlotList } from "./slot-list.ts";

export class Lru implements Replacement {
  readonly bytes: number;
  readonly #order: SlotList;

  constructor(slots: number) {
    this.#order = new SlotList(slots);
    this.bytes = this.#order.bytes;
  }

  hit(slot: number): void {
    this.#order.remove(slot);
    this.#order.putFirst(slot);
  }

  victim(): number {
    const slot = this.#order.tail;
    this.#order.remove(slot);
    return slot;
  }

  put(slot: number): void {
    this.#order.putFirst(slot);
  }
}
