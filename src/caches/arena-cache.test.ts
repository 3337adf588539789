// Requirement C8 and what an arena promises: what is found is what was stored, whatever the keys, in memory that never grows.
import fc from "fast-check";
import { expect, test } from "vitest";
import { ArenaCache } from "./arena-cache.ts";
import { smallTrace } from "./offline/fixtures/traces.ts";
import { traceOf } from "./offline/next-use.ts";
import { replay } from "./offline/replay.ts";
import { POLICIES } from "./policies/policy-names.ts";
import { NONE } from "./policies/slot-list.ts";

test("the arena finds exactly what the policy alone finds, by whole keys, and gives back what was stored", () => {
  fc.assert(
    fc.property(smallTrace, fc.constantFrom(...POLICIES), fc.integer(), ({ requests, slots }, policy, seed) => {
      const cache = new ArenaCache(policy, { slots, keyWords: 3, valueLength: 2 }, seed);
      const found = requests.map((key) => {
        const words = Uint32Array.of(7, key, 0);
        const slot = cache.find(words);
        if (slot !== NONE) {
          expect([...cache.values.subarray(2 * slot, 2 * slot + 2)]).toEqual([key, -key]);
          return 1;
        }
        const stored = cache.store(words);
        expect(stored).not.toBe(NONE);
        cache.values.set([key, -key], 2 * stored);
        return 0;
      });
      expect(cache.entries).toBe(Math.min(slots, new Set(requests).size));
      // Ghosts are known by their hashes, which two keys may share, so S3-FIFO may differ.
      if (policy !== "s3-fifo" && policy !== "selective")
        expect(found).toEqual([...replay(policy, slots, traceOf(requests))]);
    }),
  );
});

test("its bytes are those of its arrays, and it has none to grow", () => {
  const cache = new ArenaCache("fifo", { slots: 100, keyWords: 10, valueLength: 4 }, 1);
  expect(cache.bytes).toBe(100 * (10 * 4 + 4 * 8 + 8) + 256 * 4);
  expect(new ArenaCache("lru", { slots: 0, keyWords: 10, valueLength: 4 }, 1).find(new Uint32Array(10))).toBe(NONE);
});

test("C8: keys that all belong in one place are told within a fixed number of looks, and lose their entries rather than time", () => {
  const seed = 5;
  const slots = 1_024;
  const probe = new ArenaCache("lru", { slots, keyWords: 2, valueLength: 1 }, seed);
  const hostile: Uint32Array[] = [];
  for (let n = 0; hostile.length < 200; n += 1) {
    const key = Uint32Array.of(n, n ^ 0x5bd1e995);
    probe.find(key);
    if ((probe.hash.low & 2_047) === 0) hostile.push(key);
  }
  const cache = new ArenaCache("lru", { slots, keyWords: 2, valueLength: 1 }, seed);
  const kept = hostile.filter((key) => cache.find(key) === NONE && cache.store(key) !== NONE);
  expect(kept).toHaveLength(32);
  expect(kept.every((key) => cache.find(key) !== NONE)).toBe(true);
});
