// Warm-up on scripted lanes: it ends when lanes are stable, and never goes on forever.
import { expect, test } from "vitest";
import { FakeLanes, reportWith, type Script } from "../fixtures/fake-lanes.ts";
import type { TrialSetup, WindowOrder } from "../lane/lane-host.ts";
import { warmBlockMs, warmUp } from "./warm-up.ts";

const setup: TrialSetup = {
  workload: { kind: "t-maze" },
  totalAgents: 4,
  shares: [
    { firstAgent: 0, agents: 2 },
    { firstAgent: 2, agents: 2 },
  ],
  seed: 1,
  topology: "none",
  transport: "none",
  barrierSpins: 0,
};
async function preparedLanes(script: Script = {}): Promise<FakeLanes> {
  const lanes = new FakeLanes(script);
  await lanes.prepare(setup);
  return lanes;
}

/** Warm-up blocks do so many ops each, in turn; the last number stays. */
function warmingWith(ops: readonly number[]): Script {
  let block = 0;
  return {
    window: ({ durationMs }) => {
      if (durationMs !== 60) return null;
      const completedOps = ops[Math.min(block, ops.length - 1)] ?? 0;
      block += 1;
      return { state: "done", value: [reportWith({ completedOps, elapsedMs: 60 })] };
    },
  };
}

test("warm-up ends with the first block that gains less than 5 %", async () => {
  const lanes = await preparedLanes(warmingWith([100, 150, 180, 188]));
  expect(await warmUp(lanes, "free", 60)).toEqual({ state: "done", value: 4 });
  expect(lanes.warmBlocks).toBe(4);
});

test("warm-up takes two blocks at least, since one alone says nothing of gain", async () => {
  const lanes = await preparedLanes(warmingWith([100]));
  expect(await warmUp(lanes, "free", 60)).toEqual({ state: "done", value: 2 });
});

test("warm-up ends after twelve blocks where the pace never settles", async () => {
  const lanes = await preparedLanes(warmingWith(Array.from({ length: 20 }, (_, i) => 2 ** i)));
  expect(await warmUp(lanes, "lock-step", 60)).toEqual({ state: "done", value: 12 });
});

test("warm-up runs saturated, in the rhythm of the trial", async () => {
  const orders: WindowOrder[] = [];
  const lanes = await preparedLanes({
    window: (order) => {
      orders.push(order);
      return null;
    },
  });
  await warmUp(lanes, "lock-step", 60);
  expect(orders[0]).toEqual({ rhythm: "lock-step", durationMs: 60, periodMs: null });
});

test("blocks grow with lanes beyond four a core, up to three seconds", () => {
  expect(warmBlockMs(1, 2)).toBe(60);
  expect(warmBlockMs(8, 2)).toBe(60);
  expect(warmBlockMs(50, 2)).toBe(375);
  expect(warmBlockMs(400, 1)).toBe(3_000);
});
