// One attempt on scripted lanes: warm-up, the figures of a valid trial, and why a trial does not count.
import { expect, test } from "vitest";
import { type Attempt, attemptTrial, warmBlockMs, warmUp } from "./attempt.ts";
import { FakeLanes, reportWith, type Script } from "../fixtures/fake-lanes.ts";
import type { TrialSetup, WindowOrder } from "../lane/lane-host.ts";

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
const free: WindowOrder = { rhythm: "free", durationMs: 500, periodMs: null };
const planned = { kind: "row", agents: 4, repeat: 2 } as const;

async function preparedLanes(script: Script = {}): Promise<FakeLanes> {
  const lanes = new FakeLanes(script);
  await lanes.prepare(setup);
  return lanes;
}

function attemptOn(lanes: FakeLanes, parts: Partial<Attempt> = {}) {
  const quiet = () => () => null;
  return attemptTrial({
    planned,
    attempt: 0,
    order: free,
    host: lanes,
    blockMs: 60,
    nowMs: () => lanes.nowMs,
    watch: quiet,
    ...parts,
  });
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

test("a valid trial has its throughput over all lanes, and nothing that its rhythm does not have", async () => {
  const trial = await attemptOn(await preparedLanes(), { attempt: 1 });
  expect(trial).toEqual({
    ...planned,
    attempt: 1,
    state: "valid",
    opsPerSecond: 2_000,
    latency: { p50Us: 1_000, p95Us: 1_000, p99Us: 1_000 },
    service: null,
    lateOps: null,
    loss: null,
    warmupBlocks: 2,
  });
});

/** Lanes whose measured windows report this. */
function reporting(...reports: readonly Parameters<typeof reportWith>[0][]): Script {
  const value = reports.map((parts) => reportWith(parts));
  return { window: ({ durationMs }) => (durationMs === 60 ? null : { state: "done", value }) };
}

test("throughput is all ops over the longest lane's time, at four digits", async () => {
  const lanes = await preparedLanes(
    reporting({ completedOps: 1_000, elapsedMs: 500 }, { completedOps: 234, elapsedMs: 600 }),
  );
  expect(await attemptOn(lanes)).toMatchObject({ state: "valid", opsPerSecond: 2_057 });
});

test("percentiles are of single ops over all lanes, without p99 under a thousand of them", async () => {
  const lanes = await preparedLanes(
    reporting(
      { completedOps: 900, latencyCounts: Float64Array.of(100, 900) },
      { completedOps: 99, latencyCounts: Float64Array.of(5_004, 99) },
    ),
  );
  expect(await attemptOn(lanes)).toMatchObject({ latency: { p50Us: 100, p95Us: 5_000, p99Us: null } });
  const more = await preparedLanes(reporting({ completedOps: 1_000, latencyCounts: Float64Array.of(100, 1_000) }));
  expect(await attemptOn(more)).toMatchObject({ latency: { p99Us: 100 } });
});

test("a paced trial has its service times and late ops", async () => {
  const order: WindowOrder = { rhythm: "free", durationMs: 500, periodMs: 50 };
  const report = { completedOps: 20, serviceCounts: Float64Array.of(300, 20), lateOps: 3 };
  const trial = await attemptOn(await preparedLanes(reporting(report, report)), { order });
  expect(trial).toMatchObject({ service: { p50Us: 300, p95Us: 300, p99Us: null }, lateOps: 6, loss: null });
});

test("a lock-step trial has its loss as shares of all lane time", async () => {
  const order: WindowOrder = { rhythm: "lock-step", durationMs: 500, periodMs: null };
  const lanes = await preparedLanes(
    reporting(
      { completedOps: 5, fuseMs: 50, transportMs: 5, waitMs: 100 },
      { completedOps: 5, fuseMs: 25, transportMs: -0.001, waitMs: 0 },
    ),
  );
  expect(await attemptOn(lanes, { order })).toMatchObject({ loss: { fuse: 0.075, transport: 0.005, wait: 0.1 } });
});

test("a window that was disturbed is invalid with what disturbed it, whatever it measured", async () => {
  const trial = await attemptOn(await preparedLanes(), { watch: () => () => "This tab was hidden for 0.3 s." });
  expect(trial).toEqual({ ...planned, attempt: 0, state: "invalid", reason: "This tab was hidden for 0.3 s." });
});

test("only the measured window is watched, not the warm-up", async () => {
  const lanes = await preparedLanes();
  let warmBlocksBefore = 0;
  await attemptOn(lanes, {
    watch: () => {
      warmBlocksBefore = lanes.warmBlocks;
      return () => {
        expect(lanes.orders).toHaveLength(1);
        return null;
      };
    },
  });
  expect(warmBlocksBefore).toBe(2);
});

test("a window that took far longer from outside than its lanes say is invalid", async () => {
  const slept: Script = {
    window: ({ durationMs }) => {
      if (durationMs !== 60) lanes.nowMs += 7_500;
      return null;
    },
  };
  const lanes: FakeLanes = await preparedLanes(slept);
  const trial = await attemptOn(lanes);
  expect(trial).toMatchObject({ state: "invalid" });
  expect(trial?.state === "invalid" ? trial.reason : "").toContain("8.0 s");
});

test("a window without a single op is invalid, with the way out", async () => {
  const trial = await attemptOn(await preparedLanes(reporting({ completedOps: 0 })));
  expect(trial).toMatchObject({ state: "invalid" });
  expect(trial?.state === "invalid" ? trial.reason : "").toContain("Choose a longer window");
});

test.each(["warm-up", "window"])("lanes that fail in the %s make the trial failed", async (where) => {
  const fails: Script = {
    window: ({ durationMs }) =>
      (durationMs === 60) === (where === "warm-up") ? { state: "failed", reason: "Worker 2 threw: no" } : null,
  };
  const trial = await attemptOn(await preparedLanes(fails));
  expect(trial).toEqual({ ...planned, attempt: 0, state: "failed", reason: "Worker 2 threw: no" });
});

test.each(["warm-up", "window"])("a stop in the %s leaves no trial", async (where) => {
  const stops: Script = {
    window: ({ durationMs }) => ((durationMs === 60) === (where === "warm-up") ? { state: "stopped" } : null),
  };
  expect(await attemptOn(await preparedLanes(stops))).toBeNull();
});

test("a reason longer than a result may hold is cut", async () => {
  const fails: Script = { window: () => ({ state: "failed", reason: "x".repeat(5_000) }) };
  const trial = await attemptOn(await preparedLanes(fails));
  expect(trial?.state === "failed" ? trial.reason : "").toHaveLength(300);
});

test("blocks grow with lanes beyond four a core, up to three seconds", () => {
  expect(warmBlockMs(1, 2)).toBe(60);
  expect(warmBlockMs(8, 2)).toBe(60);
  expect(warmBlockMs(50, 2)).toBe(375);
  expect(warmBlockMs(400, 1)).toBe(3_000);
});
