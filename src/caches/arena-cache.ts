// A cache of results over one fixed arena: keys, values and the table that finds them are typed arrays of its own, so its bytes are exact.
import { hashWords } from "./hash.ts";
import { makeReplacement } from "./policies/registry.ts";
import type { PolicyKind } from "./policies/policy-names.ts";
import type { Hash, Replacement } from "./policies/replacement.ts";
import { NONE } from "./policies/slot-list.ts";

export interface CacheSize {
  /** Entries; with none nothing is ever found. */
  readonly slots: number;
  /** Words of 32 bits in a key. */
  readonly keyWords: number;
  /** Numbers in a value. */
  readonly valueLength: number;
}

/** Places that are looked at for one key, whatever the keys are: more than that are never needed by keys that nobody chose. */
const PROBES_MOST = 32;
/** Places for each slot, so that runs of taken places stay short. */
const PLACES_PER_SLOT = 2;

/**
 * Finds values by the whole key. `find` and the `store` after it belong together: the second uses the hash of the first.
 * Neither allocates, and neither looks at more than a fixed number of places, so that chosen keys cannot slow it.
 */
export class ArenaCache {
  /** Every value, one after another by slot. */
  readonly values: Float64Array;
  /** Bytes of all its arrays. */
  readonly bytes: number;
  readonly hash: Hash = { low: 0, high: 0 };
  readonly #size: CacheSize;
  readonly #seed: number;
  readonly #keys: Uint32Array;
  readonly #low: Uint32Array;
  readonly #high: Uint32Array;
  /** Slots by place; NONE where a place is free. */
  readonly #places: Int32Array;
  readonly #replacement: Replacement | null;
  #used = 0;

  /** @param seed makes the places of keys unknown to whoever chooses them */
  constructor(policy: PolicyKind, size: CacheSize, seed: number) {
    const { slots, keyWords, valueLength } = size;
    this.#size = size;
    this.#seed = seed;
    this.values = new Float64Array(slots * valueLength);
    this.#keys = new Uint32Array(slots * keyWords);
    this.#low = new Uint32Array(slots);
    this.#high = new Uint32Array(slots);
    this.#places = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(1, slots) * PLACES_PER_SLOT))).fill(NONE);
    this.#replacement = slots === 0 ? null : makeReplacement(policy, slots);
    this.bytes =
      this.values.byteLength +
      this.#keys.byteLength +
      this.#low.byteLength +
      this.#high.byteLength +
      this.#places.byteLength +
      (this.#replacement?.bytes ?? 0);
  }

  /** Entries now. */
  get entries(): number {
    return this.#used;
  }

  /** @returns the slot of this key, or NONE */
  find(key: Uint32Array): number {
    const { hash } = this;
    hashWords(key, this.#seed, hash);
    const places = this.#places;
    const mask = places.length - 1;
    for (let probe = 0; probe < PROBES_MOST; probe += 1) {
      const slot = places[(hash.low + probe) & mask] ?? NONE;
      if (slot === NONE) return NONE;
      if (this.#low[slot] === hash.low && this.#high[slot] === hash.high && this.#holds(slot, key)) {
        this.#replacement?.hit(slot);
        return slot;
      }
    }
    return NONE;
  }

  /**
   * Makes an entry for the key that `find` just did not find.
   * @returns the slot whose value the caller writes, or NONE where there is no room near its place
   */
  store(key: Uint32Array): number {
    const replacement = this.#replacement;
    if (replacement === null || this.#freePlace() === NONE) return NONE;
    const slot = this.#slotFor(replacement);
    // Removing the victim may have moved a free place nearer.
    const place = this.#freePlace();
    const { keyWords } = this.#size;
    this.#keys.set(key, slot * keyWords);
    this.#low[slot] = this.hash.low;
    this.#high[slot] = this.hash.high;
    this.#places[place] = slot;
    replacement.put(slot, this.hash);
    return slot;
  }

  #slotFor(replacement: Replacement): number {
    if (this.#used < this.#size.slots) {
      this.#used += 1;
      return this.#used - 1;
    }
    const slot = replacement.victim();
    this.#forget(slot);
    return slot;
  }

  #holds(slot: number, key: Uint32Array): boolean {
    const from = slot * this.#size.keyWords;
    for (let i = 0; i < key.length; i += 1) if (this.#keys[from + i] !== key[i]) return false;
    return true;
  }

  /** The first free place for the key of the last `find`; NONE where all that may be looked at are taken. */
  #freePlace(): number {
    const mask = this.#places.length - 1;
    for (let probe = 0; probe < PROBES_MOST; probe += 1) {
      const place = (this.hash.low + probe) & mask;
      if (this.#places[place] === NONE) return place;
    }
    return NONE;
  }

  /** Frees the place of a slot, and moves entries back that lay behind it, so that no search ends too early. */
  #forget(slot: number): void {
    const places = this.#places;
    const mask = places.length - 1;
    let gap = (this.#low[slot] ?? 0) & mask;
    while (places[gap] !== slot) gap = (gap + 1) & mask;
    // No entry lies further from its home, so none from further on can belong into the gap.
    for (let at = (gap + 1) & mask; places[at] !== NONE && ((at - gap) & mask) < PROBES_MOST; at = (at + 1) & mask) {
      const other = places[at] ?? NONE;
      const home = (this.#low[other] ?? 0) & mask;
      if (((at - home) & mask) < ((at - gap) & mask)) continue;
      places[gap] = other;
      gap = at;
    }
    places[gap] = NONE;
  }
}
