// The scaling scenario: what its points ask of lanes, what a window gives, and what cannot run.
import { expect, test } from "vitest";
import { FakeLanes, reportWith, type Script } from "../../measurement/fixtures/fake-lanes.ts";
import type { WindowOrder } from "../../measurement/lane/lane-host.ts";
import { WORKERS_MOST } from "../../measurement/lane/placement.ts";
import { ArmRunner } from "../../measurement/run/arm.ts";
import type { Planned, Sample } from "../../measurement/run/sample.ts";
import type { MeasuredOn } from "../contract/rows.ts";
import { scalingWith } from "../fixtures/experiments.ts";
import type { ScalingSettings } from "./fields.ts";
import { FakeMemory } from "../../measurement/fixtures/fake-memory.ts";

const on: MeasuredOn = {
  capacity: { cores: 2, low: 2, high: 2 },
  timerStepUs: 5,
  engineMemory: null,
  processMemory: null,
};

const four: Planned = { series: "row", at: 4, repeat: 0 };

async function attemptedOn(lanes: FakeLanes, settings: Partial<ScalingSettings>, planned = four, cores = 2) {
  const calibration = {
    capacity: { cores, low: cores, high: cores },
    timerStepUs: 5,
    measured: [],
    poolWorkers: Math.max(1, Math.round(cores)),
  };
  const around = {
    canShareMemory: true,
    nowMs: () => lanes.nowMs,
    watch: () => () => null,
    isStopped: () => false,
    memory: new FakeMemory(),
  };
  const runner = new ArmRunner(
    { measurable: scalingWith(settings), host: lanes },
    calibration,
    around,
    () => undefined,
  );
  const sample = await runner.attempt(planned, 0);
  return { sample, order: lanes.orders[0], setup: lanes.setups[0] };
}

async function setupOf(settings: Partial<ScalingSettings>, planned: Planned, cores: number) {
  return (await attemptedOn(new FakeLanes(), settings, planned, cores)).setup;
}

/** Lanes whose measured windows report this. */
function reporting(...reports: readonly Parameters<typeof reportWith>[0][]): FakeLanes {
  const value = reports.map((parts) => reportWith(parts));
  const script: Script = { window: ({ durationMs }) => (durationMs === 60 ? null : { state: "done", value }) };
  return new FakeLanes(script);
}

function figuresOf(sample: Sample | null) {
  return sample?.state === "valid" ? sample.figures : null;
}

test.each([
  [500, 20, 10, 500],
  [510, 20, 11, 550],
  [100, 1, 1, 1_000],
  [1_000, 3, 3, 1_000],
])("a paced window of %i ms at %d op/s is widened to %i whole periods", async (windowMs, rate, periods, durationMs) => {
  const { order } = await attemptedOn(new FakeLanes(), { pacing: "paced", windowMs, opsPerSecondPerAgent: rate });
  expect(order?.durationMs).toBeCloseTo(durationMs, 9);
  expect((order?.durationMs ?? 0) / (order?.periodMs ?? Number.NaN)).toBeCloseTo(periods, 9);
});

test("a saturated window is as long as asked, and has no period", async () => {
  const { order } = await attemptedOn(new FakeLanes(), { windowMs: 500 });
  expect(order).toEqual({ rhythm: "lock-step", durationMs: 500, periodMs: null } satisfies WindowOrder);
});

test("one agent alone sits on one lane without transport, whatever the placement", async () => {
  const setup = await setupOf({ placement: "pool", workers: 8 }, { series: "solo", at: 1, repeat: 0 }, 8);
  expect(setup).toMatchObject({ shares: [{ firstAgent: 0, agents: 1 }], transport: "none" });
});

test("an automatic pool has as many workers as measured cores, rounded, and one at least", async () => {
  const fifty: Planned = { series: "row", at: 50, repeat: 0 };
  const lanes = await Promise.all(
    [0.3, 1.4, 1.6, 7.9].map(async (cores) => (await setupOf({}, fifty, cores))?.shares.length),
  );
  expect(lanes).toEqual([1, 1, 2, 8]);
  expect((await setupOf({ workers: 5 }, fifty, 2))?.shares).toHaveLength(5);
});

test("lanes look for each other before sleeping only where each has a core", async () => {
  const spinsOf = async (workers: number) => (await setupOf({ workers }, { ...four, at: 50 }, 2))?.barrierSpins;
  expect(await spinsOf(2)).toBeGreaterThan(0);
  expect(await spinsOf(3)).toBe(0);
});

test("a free window has throughput and latency, and nothing that its rhythm does not have", async () => {
  const { sample } = await attemptedOn(new FakeLanes(), { topology: "none", windowMs: 500 });
  expect(sample).toEqual({
    ...four,
    attempt: 0,
    state: "valid",
    figures: { throughput: 2_000, p50: 1_000, p95: 1_000, p99: 1_000, "warmup-blocks": 2 },
  });
});

test("throughput is all ops over the longest lane's time, at four digits", async () => {
  const lanes = reporting({ completedOps: 1_000, elapsedMs: 500 }, { completedOps: 234, elapsedMs: 600 });
  expect(figuresOf((await attemptedOn(lanes, { topology: "none" })).sample)).toMatchObject({ throughput: 2_057 });
});

test("percentiles are of single ops over all lanes, without p99 under a thousand of them", async () => {
  const few = reporting(
    { completedOps: 900, latencyCounts: Float64Array.of(100, 900) },
    { completedOps: 99, latencyCounts: Float64Array.of(5_004, 99) },
  );
  const many = reporting({ completedOps: 1_000, latencyCounts: Float64Array.of(100, 1_000) });
  const free = { topology: "none" } as const;
  expect(figuresOf((await attemptedOn(few, free)).sample)).toMatchObject({ p50: 100, p95: 5_000, p99: null });
  expect(figuresOf((await attemptedOn(many, free)).sample)).toMatchObject({ p99: 100 });
});

test("a paced window has its service times and late ops", async () => {
  const report = { completedOps: 20, serviceCounts: Float64Array.of(300, 20), lateOps: 3 };
  const { sample } = await attemptedOn(reporting(report, report), { pacing: "paced", topology: "none" });
  expect(figuresOf(sample)).toMatchObject({
    "service-p50": 300,
    "service-p95": 300,
    "service-p99": null,
    "late-ops": 6,
  });
  expect(figuresOf(sample)).not.toHaveProperty("fuse");
});

test("a lock-step window has its loss as shares of all lane time, and what a round carried", async () => {
  const lanes = reporting(
    { completedOps: 5, fuseMs: 50, transportMs: 5, waitMs: 100, rounds: 5, messagesRead: 40, bytesCarried: 160 },
    { completedOps: 5, fuseMs: 25, transportMs: -0.001, waitMs: 0, rounds: 5, messagesRead: 20, bytesCarried: 240 },
  );
  const { sample } = await attemptedOn(lanes, {});
  const round = { messages: 12, "carried-bytes": 80 };
  expect(figuresOf(sample)).toMatchObject({ fuse: 0.075, transport: 0.005, wait: 0.1, ...round });
});

test("a window without a single op is invalid, with the way out", async () => {
  const { sample } = await attemptedOn(reporting({ completedOps: 0 }), {});
  expect(sample).toMatchObject({ state: "invalid" });
  expect(sample?.state === "invalid" ? sample.reason : "").toContain("Choose a longer window");
});

test("a worker for each of more than 400 agents is refused, with the cost and the way out", () => {
  const { refusal } = scalingWith({ placement: "worker-per-agent", agents: [1, 401] });
  expect(refusal).toContain("401 workers");
  expect(refusal).toContain("about 1003 MB");
  expect(refusal).toContain("400 or fewer");
  expect(refusal).toContain("pool");
});

test("the same many agents run on a pool, and 400 workers are still allowed", () => {
  expect(scalingWith({ placement: "pool", agents: [2_000] }).refusal).toBeNull();
  expect(scalingWith({ placement: "worker-per-agent", agents: [WORKERS_MOST] }).refusal).toBeNull();
});

test("agents that step together sit on the pool's workers in a kernel, and are held against a full batch on one", async () => {
  const batched = { placement: "batched", precision: "f32", topology: "none" } as const;
  const row = await setupOf(batched, { series: "row", at: 50_000, repeat: 0 }, 2);
  expect(row).toMatchObject({ batch: "f32", totalAgents: 50_000, transport: "none" });
  expect(row?.shares).toHaveLength(2);
  const solo = await setupOf(batched, { series: "solo", at: 256, repeat: 0 }, 2);
  expect(solo).toMatchObject({ batch: "f32", shares: [{ firstAgent: 0, agents: 256 }], topology: "none" });
  expect(
    scalingWith(batched)
      .plan.filter(({ series }) => series === "solo")
      .every(({ at }) => at === 256),
  ).toBe(true);
});

test("what stepped a batch is kept with it, and other placements have no such figure", async () => {
  const { sample } = await attemptedOn(new FakeLanes(), { placement: "batched", topology: "none" });
  expect(figuresOf(sample)).toHaveProperty("stepped-by", 0);
  const [note] = scalingWith({ placement: "batched" }).notesOf({ rows: [], samples: [], on, quality: "steady" });
  expect(note?.text).toContain("a full batch of 256 agents alone");
});

test("lanes that were prepared for a kernel are not taken for those of the engine", () => {
  const machine = { cores: 2, low: 2, high: 2 };
  const keyOf = (settings: Partial<ScalingSettings>) =>
    scalingWith({ topology: "none", ...settings }).costOf({ series: "row", at: 256, repeat: 0 }, machine.cores).key;
  expect(keyOf({ placement: "batched" })).not.toBe(keyOf({ placement: "pool" }));
  expect(keyOf({ placement: "batched", precision: "f32" })).not.toBe(keyOf({ placement: "batched" }));
});

test("more agents than 2,000 have to step together, and the message names the way out", () => {
  expect(scalingWith({ placement: "pool", agents: [1, 2_001] }).refusal).toBe(
    "Keep agents at 2,000 or fewer, or choose the placement batched.",
  );
  const million = { placement: "batched", topology: "none", agents: [1, 1_000_000] } as const;
  expect(scalingWith(million).refusal).toContain("Keep agents at 612,745 or fewer");
  expect(scalingWith({ ...million, precision: "f32" }).refusal).toBeNull();
  expect(scalingWith({ ...million, gridSize: 5 }).refusal).toBeNull();
  expect(scalingWith({ placement: "batched", topology: "ring", agents: [500_000] }).refusal).toContain("248,015");
});

test("in all-to-all there are as many as can read each other in a round", () => {
  const batched = { placement: "batched", topology: "all-to-all" } as const;
  expect(scalingWith({ ...batched, gridSize: 5, agents: [5_000] }).refusal).toBeNull();
  expect(scalingWith({ ...batched, gridSize: 5, agents: [5_001] }).refusal).toBe(
    "In topology all-to-all 5,001 agents read too much a round. Keep agents at 5,000 or fewer, or choose the topology ring.",
  );
  expect(scalingWith({ ...batched, gridSize: 10, agents: [2_501] }).refusal).toContain("2,500 or fewer");
});

test("a workload whose world is no part of the kernel cannot be batched", () => {
  expect(scalingWith({ placement: "batched", workload: "search" }).refusal).toMatch(
    /^Agents of the workload search cannot be batched\. Choose the workload explorer, or the placement pool\.$/,
  );
});

test("without shared memory the form shows messages, and cannot change them", () => {
  expect(scalingWith().fixedOn({ canShareMemory: false })).toEqual({ transport: "message" });
  expect(scalingWith().fixedOn({ canShareMemory: true })).toEqual({});
});

test("fields that change nothing among the others are not shown", () => {
  const shown = (settings: Partial<ScalingSettings>) => scalingWith(settings).shownFields;
  expect(shown({ workload: "t-maze" })).not.toContain("gridSize");
  expect(shown({ topology: "none" })).not.toContain("transport");
  expect(shown({ pacing: "saturated" })).not.toContain("opsPerSecondPerAgent");
  expect(shown({ pacing: "paced", topology: "ring" })).toEqual(
    expect.arrayContaining(["opsPerSecondPerAgent", "transport", "gridSize"]),
  );
  expect(shown({ placement: "single-lane" })).not.toContain("workers");
});
