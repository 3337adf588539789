// Slots in the order in which they came: a ring that holds all of them at most.

export class SlotQueue {
  size = 0;
  readonly bytes: number;
  readonly #ring: Int32Array;
  #first = 0;

  constructor(slots: number) {
    this.#ring = new Int32Array(slots);
    this.bytes = this.#ring.byteLength;
  }

  add(slot: number): void {
    this.#ring[(this.#first + this.size) % this.#ring.length] = slot;
    this.size += 1;
  }

  /** @returns the slot that came first, which then is gone; asked only where there is one */
  take(): number {
    const slot = this.#ring[this.#first] ?? 0;
    this.#first = (this.#first + 1) % this.#ring.length;
    this.size -= 1;
    return slot;
  }
}
