// Hashes of entries that went lately, so that one that comes back is known: fingerprints with the time at which each went.
import type { Hash } from "./replacement.ts";

/** Remembers about as many as asked for: two that share a place forget the older one. */
export class Ghosts {
  readonly bytes: number;
  readonly #most: number;
  readonly #mask: number;
  readonly #fingerprint: Uint32Array;
  readonly #went: Float64Array;
  #now = 0;

  /** @param most how many departures ago one is forgotten */
  constructor(most: number) {
    const places = 2 ** Math.ceil(Math.log2(Math.max(1, most) * 4));
    this.#most = most;
    this.#mask = places - 1;
    this.#fingerprint = new Uint32Array(places);
    this.#went = new Float64Array(places).fill(-Infinity);
    this.bytes = this.#fingerprint.byteLength + this.#went.byteLength;
  }

  add(low: number, high: number): void {
    const place = high & this.#mask;
    this.#now += 1;
    this.#fingerprint[place] = low;
    this.#went[place] = this.#now;
  }

  has({ low, high }: Hash): boolean {
    const place = high & this.#mask;
    return this.#fingerprint[place] === low && this.#now - (this.#went[place] ?? -Infinity) < this.#most;
  }
}
