// Lanes whose agents step together in a kernel, as real Web Workers: what counts, what a lost worker costs, and what is left behind.
import { afterEach, expect, test } from "vitest";
import type { LaneAnswer, TrialSetup, WindowOrder } from "../lane/lane-host.ts";
import { shareAgents } from "../lane/placement.ts";
import { WebLaneHost } from "./web-lane-host.ts";

let host = new WebLaneHost();
afterEach(() => {
  host.reset();
  host = new WebLaneHost();
});

const saturated: WindowOrder = { rhythm: "free", durationMs: 60, periodMs: null };

function setupOf(agents: number, more: Partial<TrialSetup> = {}): TrialSetup {
  return {
    workload: { kind: "explorer", gridSize: 5, policyLength: 1 },
    totalAgents: agents,
    shares: shareAgents(agents, 2),
    seed: 7,
    topology: "none",
    transport: "none",
    barrierSpins: 0,
    batch: "f64",
    ...more,
  };
}

function done<Value>(answer: LaneAnswer<Value>): Value {
  if (answer.state !== "done") throw new Error(`${answer.state}: ${answer.state === "failed" ? answer.reason : ""}`);
  return answer.value;
}

test.each(["f64", "f32"] as const)("a kernel in %s steps them, and the report says so", async (batch) => {
  const memory = done(await host.prepare(setupOf(1_000, { batch })));
  expect(memory.perAgentBytes).toBeLessThanOrEqual(batch === "f64" ? 450 : 250);
  const reports = done(await host.window(saturated));
  for (const { steppedBy, completedOps } of reports) {
    expect(steppedBy).toMatch(new RegExp(`^${batch} (?:plain|relaxed)$`));
    expect(completedOps).toBeGreaterThan(0);
  }
});

test("paced, each agent gets its op in each period", async () => {
  done(await host.prepare(setupOf(500)));
  const reports = done(await host.window({ rhythm: "free", durationMs: 400, periodMs: 200, limitsMs: [1_000] }));
  expect(reports.reduce((sum, { completedOps }) => sum + completedOps, 0)).toBe(1_000);
  for (const { busyMs, elapsedMs } of reports) expect(busyMs).toBeLessThan(elapsedMs);
});

test.each(["shared-memory", "message"] as const)("agents in a ring hear each other by %s", async (transport) => {
  done(await host.prepare(setupOf(40, { topology: "ring", transport })));
  const reports = done(await host.window({ rhythm: "lock-step", durationMs: 60, periodMs: null }));
  for (const { rounds, messagesRead, completedOps } of reports) {
    expect(completedOps).toBe(rounds * 20);
    expect(messagesRead).toBe(rounds * 40);
  }
});

test("a model that no kernel takes is stepped by the engine, and the report says so", async () => {
  done(await host.prepare(setupOf(10, { workload: { kind: "t-maze" } })));
  expect(done(await host.window(saturated)).map(({ steppedBy }) => steppedBy)).toEqual(["engine", "engine"]);
});

test("a worker that is lost fails its window alone, and fresh lanes take over", async () => {
  done(await host.prepare(setupOf(1_000)));
  const lost = host.window({ ...saturated, durationMs: 300 });
  host.reset();
  expect((await lost).state).toBe("stopped");
  done(await host.prepare(setupOf(1_000)));
  expect(done(await host.window(saturated))).toHaveLength(2);
});

test("agents of one trial after the other take the same memory, whatever the first one took", async () => {
  const bytes: number[] = [];
  for (const agents of [20_000, 100, 20_000]) {
    const { perAgentBytes } = done(await host.prepare(setupOf(agents)));
    bytes.push(perAgentBytes);
    expect(done(await host.window(saturated))).toHaveLength(2);
  }
  expect(new Set(bytes).size).toBe(1);
  expect(host.alive).toBe(2);
});

test("H1: the probes of the roofline run on several lanes at once, and agents can be prepared again behind them", async () => {
  done(await host.prepare(setupOf(1_000)));
  for (const precision of ["f64", "f32"] as const) {
    const chains = done(await host.roof(2, { probe: "chains", precision, bytes: 1_000, durationMs: 20 }));
    const triad = done(await host.roof(2, { probe: "triad", precision, bytes: 100_000, durationMs: 20 }));
    expect(chains).toBeGreaterThan(1e6);
    expect(triad).toBeGreaterThan(1e6);
  }
  expect((await host.window(saturated)).state).toBe("failed");
  done(await host.prepare(setupOf(1_000)));
  expect(done(await host.window(saturated))).toHaveLength(2);
});
