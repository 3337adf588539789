// The slots of a cache in an order that can change anywhere in constant time: a doubly linked list in typed arrays.

/** No slot. */
export const NONE = -1;

export class SlotList {
  /** The slot put in last; NONE where the list is empty. */
  head = NONE;
  /** The slot put in first; NONE where the list is empty. */
  tail = NONE;
  /** Bytes of its arrays. */
  readonly bytes: number;
  readonly #newer: Int32Array;
  readonly #older: Int32Array;

  constructor(slots: number) {
    this.#newer = new Int32Array(slots).fill(NONE);
    this.#older = new Int32Array(slots).fill(NONE);
    this.bytes = this.#newer.byteLength + this.#older.byteLength;
  }

  /** @returns the slot that was put in right after this one, or NONE */
  newerThan(slot: number): number {
    return this.#newer[slot] ?? NONE;
  }

  putFirst(slot: number): void {
    this.#older[slot] = this.head;
    this.#newer[slot] = NONE;
    if (this.head === NONE) this.tail = slot;
    else this.#newer[this.head] = slot;
    this.head = slot;
  }

  remove(slot: number): void {
    const newer = this.newerThan(slot);
    const older = this.#older[slot] ?? NONE;
    if (newer === NONE) this.head = older;
    else this.#older[newer] = older;
    if (older === NONE) this.tail = newer;
    else this.#newer[older] = newer;
  }
}
