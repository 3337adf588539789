// An A/B window: both sides take turns, neither goes first always, and what each did is counted apart.
import { expect, test } from "vitest";
import { runAb, runAbOrder, type Steps } from "./ab-window.ts";
import type { LaneClock } from "./lane-clock.ts";

/** A clock that only steps move on. */
class SteppedClock implements LaneClock {
  nowMs = 0;

  now(): number {
    return this.nowMs;
  }

  sleepUntil(): undefined {
    return undefined;
  }
}

/** Agents whose op takes so long. */
function agentsThatTake(ms: number, clock: SteppedClock, log: number[], agents = 3): Steps {
  return {
    agents,
    step(from) {
      log.push(from);
      clock.nowMs += ms;
    },
  };
}

test("each side has its own ops and time, and a block ends with the op that completes after it", () => {
  const clock = new SteppedClock();
  const [a, b] = [agentsThatTake(2, clock, []), agentsThatTake(3, clock, [])];
  const pairs = runAb({ a, b, durationMs: 40, blockMs: 10, clock });
  expect(pairs).toEqual([
    { aOps: 5, aMs: 10, bOps: 4, bMs: 12 },
    { aOps: 5, aMs: 10, bOps: 4, bMs: 12 },
  ]);
});

test("C5: who goes first alternates, and there are as many pairs of either order", () => {
  const clock = new SteppedClock();
  const order: string[] = [];
  const named = (name: string): Steps => ({
    agents: 1,
    step() {
      if (order.at(-1) !== name) order.push(name);
      clock.nowMs += 1;
    },
  });
  const pairs = runAb({ a: named("a"), b: named("b"), durationMs: 50, blockMs: 10, clock });
  expect(pairs.length % 2).toBe(0);
  expect(order.slice(0, 5)).toEqual(["a", "b", "a", "b", "a"]);
});

test("agents take turns across blocks, so that all of them step as often", () => {
  const clock = new SteppedClock();
  const log: number[] = [];
  const [a, b] = [agentsThatTake(3, clock, log), agentsThatTake(1, clock, [])];
  runAb({ a, b, durationMs: 60, blockMs: 6, clock });
  expect(log.slice(0, 7)).toEqual([0, 1, 2, 0, 1, 2, 0]);
});

test("an order is carried out on agents made afresh, with the memory of both sides", () => {
  let now = 0;
  const clock: LaneClock = { now: () => (now += 0.25), sleepUntil: () => undefined };
  const variation = { kind: "cache", policy: "lru", slots: 64, scope: "worker", roundedTo: null } as const;
  const setup = { workload: { kind: "t-maze" }, totalAgents: 3 } as const;
  const order = { variation, seed: 7, warmMs: 5, durationMs: 50, blockMs: 5 };
  const report = runAbOrder({ order, setup, clock });
  if (report.variation.kind !== "cache") throw new Error("The window was of no cache.");
  expect(report.variation.hits).toBeLessThanOrEqual(report.variation.belady);
  expect(report.variation.belady).toBeLessThanOrEqual(report.variation.infinite);
  expect(report.variation.check.largestError).toBe(0);
  expect(report.bMemory.sharedPerWorkerBytes).toBeGreaterThan(
    report.aMemory.sharedPerWorkerBytes + report.variation.bytes,
  );
  now = 0;
  expect(runAbOrder({ order, setup, clock })).toEqual(report);
});
