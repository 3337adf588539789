// Requirement C1: no policy finds more than Belady's optimum, and that no more than a cache that never drops anything.
import fc from "fast-check";
import { expect, test } from "vitest";
import { POLICIES } from "../policies/policy-names.ts";
import { beladyHits } from "./belady.ts";
import { randomFrom, smallTrace, zipfTrace } from "./fixtures/traces.ts";
import { limitsOf } from "./fixtures/limits-of.ts";
import { traceOf } from "./next-use.ts";
import { hitRate } from "./replay.ts";
import { loopRequests, phaseRequests, scanRequests, uniformRequests } from "./synthetic-traces.ts";

/** All ways to replace, tried one by one. */
function bestByTrying(requests: readonly number[], slots: number, mayPass: boolean): number {
  const memory = new Map<string, number>();
  const best = (at: number, held: readonly number[]): number => {
    const key = requests[at];
    if (key === undefined) return 0;
    const name = `${at}:${held.join()}`;
    const known = memory.get(name);
    if (known !== undefined) return known;
    const sorted = (list: readonly number[]): number[] => [...list].sort((a, b) => a - b);
    let hits: number;
    if (held.includes(key)) hits = 1 + best(at + 1, held);
    else if (held.length < slots) hits = best(at + 1, sorted([...held, key]));
    else {
      const ways = held.map((gone) => best(at + 1, sorted([...held.filter((one) => one !== gone), key])));
      hits = Math.max(...ways, mayPass ? best(at + 1, held) : 0);
    }
    memory.set(name, hits);
    return hits;
  };
  return best(0, []);
}

test("C1: Belady equals the best of all ways to replace, with and without leaving entries out", () => {
  const tiny = fc.record({
    requests: fc.array(fc.nat(5), { minLength: 1, maxLength: 14 }),
    slots: fc.integer({ min: 1, max: 3 }),
  });
  fc.assert(
    fc.property(tiny, fc.boolean(), ({ requests, slots }, mayPass) => {
      expect(beladyHits(traceOf(requests), slots, mayPass)).toBe(bestByTrying(requests, slots, mayPass));
    }),
  );
});

test("C1: every policy finds at most what Belady does, and Belady at most what an infinite cache does", () => {
  const random = randomFrom(3);
  const traces = [
    traceOf(uniformRequests(300, 20_000, random)),
    traceOf(loopRequests(120, 20_000)),
    traceOf(scanRequests(20_000)),
    traceOf(phaseRequests(300, 20_000, 5, random)),
  ];
  for (const trace of [zipfTrace(1), ...traces]) {
    for (const slots of [1, 7, 64, 500]) {
      const { belady, beladyPassing, infinite } = limitsOf(trace, slots);
      for (const policy of POLICIES) expect(hitRate(policy, slots, trace)).toBeLessThanOrEqual(belady);
      expect(belady).toBeLessThanOrEqual(beladyPassing);
      expect(beladyPassing).toBeLessThanOrEqual(infinite);
    }
  }
});

test("C1: the same holds for traces of any shape", () => {
  fc.assert(
    fc.property(smallTrace, fc.constantFrom(...POLICIES), ({ requests, slots }, policy) => {
      const trace = traceOf(requests);
      const { belady, infinite } = limitsOf(trace, slots);
      expect(hitRate(policy, slots, trace)).toBeLessThanOrEqual(belady);
      expect(belady).toBeLessThanOrEqual(infinite);
    }),
  );
});
