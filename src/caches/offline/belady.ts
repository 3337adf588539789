// The most that any cache of a size could have found on a trace, had it known the future.
import { nextUses, type Trace } from "./next-use.ts";

/** A binary heap of keys with the furthest next use on top; what was overtaken stays in it and is passed over. */
class FurthestFirst {
  readonly #use: Int32Array;
  readonly #key: Int32Array;
  #size = 0;

  constructor(most: number) {
    this.#use = new Int32Array(most);
    this.#key = new Int32Array(most);
  }

  push(use: number, key: number): void {
    let at = this.#size;
    this.#size += 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if ((this.#use[parent] ?? 0) >= use) break;
      this.#copy(parent, at);
      at = parent;
    }
    this.#use[at] = use;
    this.#key[at] = key;
  }

  get topUse(): number {
    return this.#size === 0 ? -1 : (this.#use[0] ?? -1);
  }

  get topKey(): number {
    return this.#key[0] ?? -1;
  }

  pop(): void {
    this.#size -= 1;
    const use = this.#use[this.#size] ?? 0;
    const key = this.#key[this.#size] ?? 0;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.#size) break;
      if (child + 1 < this.#size && (this.#use[child + 1] ?? 0) > (this.#use[child] ?? 0)) child += 1;
      if ((this.#use[child] ?? 0) <= use) break;
      this.#copy(child, at);
      at = child;
    }
    this.#use[at] = use;
    this.#key[at] = key;
  }

  #copy(from: number, to: number): void {
    this.#use[to] = this.#use[from] ?? 0;
    this.#key[to] = this.#key[from] ?? 0;
  }
}

/**
 * Hits of the optimum: what goes is what is asked for again last.
 * Source: Belady, A study of replacement algorithms for a virtual-storage computer, 1966.
 * @param mayPass whether an entry may be left out, as only a policy that chooses what it takes in can
 */
export function beladyHits(trace: Trace, slots: number, mayPass: boolean): number {
  const { requests, keys } = trace;
  if (slots === 0) return 0;
  const next = nextUses(trace);
  const heap = new FurthestFirst(requests.length);
  /** The next use of each key that is held; 0 where it is not. */
  const held = new Int32Array(keys);
  let used = 0;
  let hits = 0;
  for (let at = 0; at < requests.length; at += 1) {
    const key = requests[at] ?? 0;
    const use = next[at] ?? 0;
    if ((held[key] ?? 0) > 0) hits += 1;
    else if (used < slots) used += 1;
    else {
      while (held[heap.topKey] !== heap.topUse) heap.pop();
      if (mayPass && heap.topUse <= use) continue;
      held[heap.topKey] = 0;
      heap.pop();
    }
    held[key] = use;
    heap.push(use, key);
  }
  return hits;
}
