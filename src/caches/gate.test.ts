// Requirement C9: a cache that does not gain is hardly ever asked, and one that gains is asked always; costs of every synthetic trace are worked out.
import { expect, test } from "vitest";
import { ArenaCache } from "./arena-cache.ts";
import { breakEven, type Costs, DECIDED_REQUESTS, gainOf, Gate, TRIAL_REQUESTS } from "./gate.ts";
import { randomFrom, zipf } from "./offline/fixtures/traces.ts";
import {
  drawnRequests,
  loopRequests,
  phaseRequests,
  scanRequests,
  uniformRequests,
} from "./offline/synthetic-traces.ts";
import { NONE } from "./policies/slot-list.ts";

/** A lookup that costs a twentieth of the computing, and a store that costs a tenth. */
const costs: Costs = { compute: 1, lookup: 0.05, store: 0.1 };

/** Time of a trace with a gate before the cache, over that of computing everything. */
function timeShare(requests: readonly number[], slots: number, own: Costs): number {
  const gate = new Gate();
  const cache = new ArenaCache("selective", { slots, keyWords: 1, valueLength: 1 }, 1);
  const found = (key: number): boolean => {
    const words = Uint32Array.of(key);
    if (cache.find(words) !== NONE) return true;
    cache.store(words);
    return false;
  };
  let time = 0;
  for (const key of requests) {
    if (gate.isOpen) {
      const wasFound = found(key);
      time += own.lookup + (wasFound ? 0 : own.compute + own.store);
      gate.passed(wasFound, () => own);
    } else {
      time += own.compute;
      gate.passed(false, () => own);
    }
  }
  return time / (requests.length * own.compute);
}

test("C9: on no synthetic trace is it more than 2% slower than no cache, and where it gains it is faster", () => {
  const length = 3 * (TRIAL_REQUESTS + DECIDED_REQUESTS);
  const random = randomFrom(4);
  const traces = {
    zipf: drawnRequests(zipf, length, random),
    uniform: uniformRequests(5_000, length, random),
    loop: loopRequests(500, length),
    scan: scanRequests(length),
    phases: phaseRequests(1_000, length, 4, random),
  };
  for (const [name, requests] of Object.entries(traces))
    expect(timeShare(requests, 16, costs), name).toBeLessThan(1.02);
  expect(timeShare(traces.zipf, 16, costs)).toBeLessThan(0.9);
});

test("a cache that gains is asked always, and one that does not only in trials", () => {
  const openShare = (isFound: (at: number) => boolean): number => {
    const gate = new Gate();
    let open = 0;
    const all = 10 * (TRIAL_REQUESTS + DECIDED_REQUESTS);
    for (let at = 0; at < all; at += 1) {
      if (gate.isOpen) open += 1;
      gate.passed(isFound(at), () => costs);
    }
    return open / all;
  };
  expect(openShare((at) => at % 2 === 0)).toBe(1);
  expect(openShare(() => false)).toBeCloseTo(1 / 33, 10);
});

test("the break-even hit share is where the gain is 0", () => {
  expect(gainOf(breakEven(costs), costs)).toBeCloseTo(0, 12);
  expect(breakEven({ compute: 1, lookup: 2, store: 0 })).toBe(2);
});
