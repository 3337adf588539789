// A 64-bit hash of a key of 32-bit words, as two numbers: it says where to look, and a full comparison says what is there.

import type { Hash } from "./policies/replacement.ts";

/** Spreads every bit of a 32-bit number over all of them (the finaliser of MurmurHash3, Appleby 2011). */
function spread(value: number): number {
  const first = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
  return (second ^ (second >>> 16)) >>> 0;
}

/** @param seed chosen by whoever owns the cache, so that nobody outside can choose keys that meet */
export function hashWords(words: Uint32Array, seed: number, into: Hash): void {
  let low = seed | 0;
  let high = ~seed;
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] ?? 0;
    low = Math.imul(low ^ word, 0x9e3779b1);
    low = (low << 13) | (low >>> 19);
    high = Math.imul(high + word, 0x85ebca77);
    high ^= high >>> 15;
  }
  into.low = spread(low ^ (high >>> 7));
  into.high = spread(high ^ low);
}
