// Least frequently used: the entry goes that was found least often since it was put in; of equals the least recently used.
import type { Replacement } from "./replacement.ts";
import { NONE } from "./slot-list.ts";

/**
 * In constant time: slots of one frequency are a list, and the lists are a list by rising frequency.
 * Source: Shah, Mitra and Matani, An O(1) algorithm for implementing the LFU cache eviction scheme, 2010.
 */
export class Lfu implements Replacement {
  readonly bytes: number;
  /** Of each slot: its list, and its neighbours there. */
  readonly #list: Int32Array;
  readonly #newer: Int32Array;
  readonly #older: Int32Array;
  /** Of each list: its frequency, its ends, and the list of the next higher frequency. */
  readonly #frequency: Float64Array;
  readonly #head: Int32Array;
  readonly #tail: Int32Array;
  readonly #above: Int32Array;
  readonly #below: Int32Array;
  /** Lists that are not in use, linked by #above. */
  #free = 0;
  #lowest = NONE;

  constructor(slots: number) {
    const lists = slots + 1;
    this.#list = new Int32Array(slots);
    this.#newer = new Int32Array(slots);
    this.#older = new Int32Array(slots);
    this.#frequency = new Float64Array(lists);
    this.#head = new Int32Array(lists).fill(NONE);
    this.#tail = new Int32Array(lists).fill(NONE);
    this.#above = Int32Array.from({ length: lists }, (_, at) => (at + 1 < lists ? at + 1 : NONE));
    this.#below = new Int32Array(lists).fill(NONE);
    this.bytes = slots * 3 * 4 + lists * (8 + 4 * 4);
  }

  hit(slot: number): void {
    const list = this.#list[slot] ?? NONE;
    const frequency = (this.#frequency[list] ?? 0) + 1;
    const above = this.#above[list] ?? NONE;
    const isNext = above !== NONE && this.#frequency[above] === frequency;
    const isAlone = this.#head[list] === slot && this.#tail[list] === slot;
    if (isAlone && !isNext) {
      this.#frequency[list] = frequency;
      return;
    }
    const target = isNext ? above : this.#openAbove(list, frequency);
    this.#leave(slot, list);
    this.#enter(slot, target);
  }

  victim(): number {
    const list = this.#lowest;
    const slot = this.#tail[list] ?? NONE;
    this.#leave(slot, list);
    return slot;
  }

  put(slot: number): void {
    const lowest = this.#lowest;
    const list = lowest !== NONE && this.#frequency[lowest] === 1 ? lowest : this.#openAbove(NONE, 1);
    this.#enter(slot, list);
  }

  /** Takes a free list and puts it over another, or under all. There is always one: each list in use holds a slot. */
  #openAbove(below: number, frequency: number): number {
    const list = this.#free;
    this.#free = this.#above[list] ?? NONE;
    const above = below === NONE ? this.#lowest : (this.#above[below] ?? NONE);
    this.#frequency[list] = frequency;
    this.#above[list] = above;
    this.#below[list] = below;
    if (above !== NONE) this.#below[above] = list;
    if (below === NONE) this.#lowest = list;
    else this.#above[below] = list;
    return list;
  }

  #enter(slot: number, list: number): void {
    const head = this.#head[list] ?? NONE;
    this.#list[slot] = list;
    this.#older[slot] = head;
    this.#newer[slot] = NONE;
    if (head === NONE) this.#tail[list] = slot;
    else this.#newer[head] = slot;
    this.#head[list] = slot;
  }

  #leave(slot: number, list: number): void {
    const newer = this.#newer[slot] ?? NONE;
    const older = this.#older[slot] ?? NONE;
    if (newer === NONE) this.#head[list] = older;
    else this.#older[newer] = older;
    if (older === NONE) this.#tail[list] = newer;
    else this.#newer[older] = newer;
    if (this.#head[list] === NONE) this.#close(list);
  }

  #close(list: number): void {
    const above = this.#above[list] ?? NONE;
    const below = this.#below[list] ?? NONE;
    if (above !== NONE) this.#below[above] = below;
    if (below === NONE) this.#lowest = above;
    else this.#above[below] = above;
    this.#above[list] = this.#free;
    this.#free = list;
  }
}
