// First in, first out: the oldest entry goes, whether it was used or not.
import type { Replacement } from "./replacement.ts";

export class Fifo implements Replacement {
  readonly bytes = 0;
  readonly #slots: number;
  #next = 0;

  constructor(slots: number) {
    this.#slots = slots;
  }

  hit(): void {
    // What is used stays no longer.
  }

  victim(): number {
    const slot = this.#next;
    this.#next = (slot + 1) % this.#slots;
    return slot;
  }

  put(): void {
    // Slots are filled in order, and so are in the order of their entries.
  }
}
