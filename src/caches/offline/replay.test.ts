// Requirement C2: policies are held to closed forms, to plain lists and to lru-cache, on traces with known answers.
import fc from "fast-check";
import { LRUCache } from "lru-cache";
import { expect, test } from "vitest";
import { POLICIES } from "../policies/policy-names.ts";
import { fifoByTheory, lruByTheory } from "./characteristic-time.ts";
import { smallTrace, zipf, zipfTrace } from "./fixtures/traces.ts";
import { limitsOf } from "./fixtures/limits-of.ts";
import { traceOf } from "./next-use.ts";
import { hitRate, replay } from "./replay.ts";
import { lruCurve, lruNeeds } from "./stack-distances.ts";
import { loopRequests } from "./synthetic-traces.ts";

const trace1 = zipfTrace(1);

test("C2: closed forms for Zipf(1) of 1,000 keys are those that are known", () => {
  expect(lruByTheory(zipf, 50)).toBeCloseTo(0.461, 3);
  expect(lruByTheory(zipf, 100)).toBeCloseTo(0.5765, 3);
  expect(fifoByTheory(zipf, 50)).toBeCloseTo(0.4044, 3);
  expect(fifoByTheory(zipf, 100)).toBeCloseTo(0.5202, 3);
});

test.each([50, 100])(
  "C2: with %i slots LRU and FIFO are within half a point of theory at 100,000 requests",
  (slots) => {
    expect(Math.abs(hitRate("lru", slots, trace1) - lruByTheory(zipf, slots))).toBeLessThan(0.005);
    expect(Math.abs(hitRate("fifo", slots, trace1) - fifoByTheory(zipf, slots))).toBeLessThan(0.005);
  },
);

test("C2: SIEVE, Belady and the static choice reach on Zipf(1) what was simulated elsewhere", () => {
  const traces = [trace1, zipfTrace(2), zipfTrace(3)];
  const sieve = (slots: number): number => traces.reduce((sum, trace) => sum + hitRate("sieve", slots, trace), 0) / 3;
  expect(Math.abs(sieve(50) - 0.573)).toBeLessThan(0.005);
  expect(Math.abs(sieve(100) - 0.667)).toBeLessThan(0.005);
  const [at50, at100] = [limitsOf(trace1, 50), limitsOf(trace1, 100)];
  expect(Math.abs(at50.belady - 0.662)).toBeLessThan(0.005);
  expect(Math.abs(at100.belady - 0.755)).toBeLessThan(0.005);
  expect(Math.abs(at50.static - 0.6011)).toBeLessThan(0.005);
  expect(Math.abs(100 * at100.static - 69.3)).toBeLessThan(0.5);
  expect(at50.infinite).toBeCloseTo(0.99, 2);
});

test("C3: what a hit rate takes of LRU is the smallest size that reaches it, or none", () => {
  fc.assert(
    fc.property(smallTrace, fc.double({ min: 0.05, max: 1, noNaN: true }), ({ requests }, wanted) => {
      const trace = traceOf(requests);
      const needs = lruNeeds(trace, wanted);
      if (needs === null) expect(lruCurve(trace, [requests.length])[0]).toBeLessThan(wanted);
      else {
        const [below = 0, at = 0] = lruCurve(trace, [needs - 1, needs]);
        expect(at).toBeGreaterThanOrEqual(wanted - 1e-12);
        expect(below).toBeLessThan(wanted);
      }
    }),
  );
});

/** SIEVE as its paper draws it, on a plain list with the newest first. */
function plainSieve(requests: readonly number[], slots: number): number[] {
  const queue: { key: number; visited: boolean }[] = [];
  let hand: { key: number; visited: boolean } | null = null;
  return requests.map((key) => {
    const known = queue.find((one) => one.key === key);
    if (known !== undefined) {
      known.visited = true;
      return 1;
    }
    if (queue.length === slots) {
      let at = hand === null ? queue.length - 1 : queue.indexOf(hand);
      for (let one = queue[at]; one?.visited === true; one = queue[at]) {
        one.visited = false;
        at = at === 0 ? queue.length - 1 : at - 1;
      }
      hand = at === 0 ? null : (queue[at - 1] ?? null);
      queue.splice(at, 1);
    }
    queue.unshift({ key, visited: false });
    return 0;
  });
}

/** LFU on a plain list: the least found goes, of equals the one that was used longest ago. */
function plainLfu(requests: readonly number[], slots: number): number[] {
  const held = new Map<number, { uses: number; last: number }>();
  return requests.map((key, now) => {
    const known = held.get(key);
    if (known !== undefined) {
      known.uses += 1;
      known.last = now;
      return 1;
    }
    if (held.size === slots) {
      const [gone] = [...held].sort(([, a], [, b]) => a.uses - b.uses || a.last - b.last);
      held.delete(gone?.[0] ?? -1);
    }
    held.set(key, { uses: 1, last: now });
    return 0;
  });
}

test("C2: SIEVE and LFU equal plain lists request by request", () => {
  fc.assert(
    fc.property(smallTrace, ({ requests, slots }) => {
      expect([...replay("sieve", slots, traceOf(requests))]).toEqual(plainSieve(requests, slots));
      expect([...replay("lfu", slots, traceOf(requests))]).toEqual(plainLfu(requests, slots));
    }),
  );
});

test("C2: S3-FIFO and LFU do better than LRU on Zipf(1), and no better than the best fixed choice", () => {
  for (const policy of ["s3-fifo", "lfu"] as const) {
    expect(hitRate(policy, 50, trace1)).toBeGreaterThan(lruByTheory(zipf, 50) + 0.05);
    expect(hitRate(policy, 50, trace1)).toBeLessThan(0.6011 + 0.005);
  }
});

test("C2: in a loop longer than the cache LRU and FIFO find nothing, and Belady (C − 1)/(K − 1)", () => {
  const trace = traceOf(loopRequests(100, 100_000));
  for (const slots of [1, 10, 99]) {
    expect(hitRate("lru", slots, trace)).toBe(0);
    expect(hitRate("fifo", slots, trace)).toBe(0);
    expect(limitsOf(trace, slots).belady).toBeCloseTo((slots - 1) / 99, 2);
  }
  for (const policy of POLICIES) expect(hitRate(policy, 100, trace)).toBeCloseTo(0.999, 6);
});

test("C2: with no slot nothing is found, and with one each policy finds what comes twice in a row", () => {
  const trace = traceOf([1, 1, 2, 2, 2, 1, 3]);
  for (const policy of POLICIES) {
    expect(hitRate(policy, 0, trace)).toBe(0);
    expect([...replay(policy, 1, trace)]).toEqual([0, 1, 0, 1, 1, 0, 0]);
    expect(hitRate(policy, 3, trace)).toBeCloseTo(4 / 7, 10);
    expect(hitRate(policy, 1_000, trace)).toBeCloseTo(4 / 7, 10);
  }
});

test("C2: LRU equals lru-cache request by request, and the curve of all sizes equals each size alone", () => {
  fc.assert(
    fc.property(smallTrace, ({ requests, slots }) => {
      const other = new LRUCache<number, number>({ max: slots });
      const theirs = requests.map((key) => {
        const wasFound = other.get(key) !== undefined;
        if (!wasFound) other.set(key, 1);
        return Number(wasFound);
      });
      const trace = traceOf(requests);
      expect([...replay("lru", slots, trace)]).toEqual(theirs);
      expect(lruCurve(trace, [slots])[0]).toBeCloseTo(hitRate("lru", slots, trace), 12);
    }),
  );
});
