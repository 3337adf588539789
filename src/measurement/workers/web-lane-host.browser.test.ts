// Lanes as real Web Workers in a real browser: consistent reports, failures as data, and a stop that takes effect.
import { afterEach, describe, expect, test } from "vitest";
import { TOPOLOGIES, type TopologyKind } from "../../workloads/hearing.ts";
import type { LaneAnswer, TrialSetup, WindowOrder, WindowReport } from "../lane/lane-host.ts";
import { shareAgents } from "../lane/placement.ts";
import { TRANSPORTS } from "../lane/transport.ts";
import { WebLaneHost } from "./web-lane-host.ts";

let host = new WebLaneHost();
afterEach(() => {
  host.reset();
  host = new WebLaneHost();
});

function setupOf(
  agents: number,
  lanes: number,
  transport: TrialSetup["transport"],
  topology: TopologyKind = "all-to-all",
): TrialSetup {
  return {
    workload: { kind: "explorer", gridSize: 5, policyLength: 1 },
    totalAgents: agents,
    shares: shareAgents(agents, lanes),
    seed: 7,
    topology,
    transport,
    barrierSpins: 0,
  };
}

/** The value of an answer that must be `done`; else the test fails with the reason. */
function done<Value>(answer: LaneAnswer<Value>): Value {
  if (answer.state !== "done") throw new Error(`${answer.state}: ${answer.state === "failed" ? answer.reason : ""}`);
  return answer.value;
}

async function windowOn(setup: TrialSetup, order: WindowOrder): Promise<readonly WindowReport[]> {
  done(await host.prepare(setup));
  return done(await host.window(order));
}

function observations(counts: Float64Array): number {
  return counts.reduce((sum, value, i) => (i % 2 === 1 ? sum + value : sum), 0);
}

/** What must hold of every report of one window. */
function expectConsistent(reports: readonly WindowReport[], setup: TrialSetup, order: WindowOrder): void {
  expect(reports).toHaveLength(setup.shares.length);
  for (const report of reports) {
    expect(report.completedOps).toBeGreaterThan(0);
    expect(observations(report.latencyCounts)).toBe(report.completedOps);
    // Instants since the epoch have steps of a quarter of a microsecond.
    expect(report.elapsedMs).toBeGreaterThan(order.durationMs - 0.01);
    const phases = [report.fuseMs, report.transportMs, report.waitMs];
    for (const phase of phases) expect(phase).toBeGreaterThanOrEqual(0);
    expect(phases.reduce((sum, phase) => sum + phase, 0)).toBeLessThanOrEqual(report.elapsedMs);
  }
}

test("the page is isolated, so that both transports are tested here", () => {
  expect(globalThis.crossOriginIsolated).toBe(true);
});

test("calibration gives a positive rate and the step of the timer, from the first window of fresh workers on", async () => {
  const one = done(await host.calibrate(1, 40));
  expect(one.iterationsPerSecond).toBeGreaterThan(0);
  expect(one.timerStepUs).toBeGreaterThanOrEqual(1);
  const two = done(await host.calibrate(2, 40));
  expect(two.iterationsPerSecond).toBeGreaterThan(0);
  expect(host.alive).toBe(2);
});

test("preparing tells the exact bytes of the engine", async () => {
  const memory = done(await host.prepare(setupOf(3, 2, "none")));
  expect(memory.perAgentBytes).toBeGreaterThan(0);
  expect(memory.perAgentBytes % 4).toBe(0);
  expect(memory.sharedPerWorkerBytes).toBeGreaterThan(memory.perAgentBytes);
});

test("agents that do not speak run free, without phases of a round", async () => {
  const setup = setupOf(5, 2, "none");
  const order: WindowOrder = { rhythm: "free", durationMs: 150, periodMs: null };
  const reports = await windowOn(setup, order);
  expectConsistent(reports, setup, order);
  for (const report of reports) {
    expect(report).toMatchObject({ elapsedMs: 150, lateOps: 0, fuseMs: 0, transportMs: 0, waitMs: 0 });
    expect(report.serviceCounts).toHaveLength(0);
  }
});

test.each(["shared-memory", "message"] as const)(
  "lock-step rounds by %s give every agent as many ops, window after window",
  async (transport) => {
    const setup = setupOf(5, 2, transport);
    const order: WindowOrder = { rhythm: "lock-step", durationMs: 150, periodMs: null };
    const first = await windowOn(setup, order);
    const second = done(await host.window(order));
    for (const reports of [first, second]) {
      expectConsistent(reports, setup, order);
      const perAgent = reports.map((report, lane) => report.completedOps / (setup.shares[lane]?.agents ?? 0));
      expect(Number.isInteger(perAgent[0])).toBe(true);
      expect(new Set(perAgent).size).toBe(1);
    }
  },
);

const messagesOfFive: Readonly<Record<TopologyKind, number>> = { none: 0, ring: 10, star: 8, "all-to-all": 20 };

describe.each(TRANSPORTS)("a round by %s", (transport) => {
  test.each(TOPOLOGIES)(
    "%s: agents read the messages of each round, and every lane does the same rounds",
    async (topology) => {
      const setup = setupOf(5, 3, transport, topology);
      const order: WindowOrder = { rhythm: "lock-step", durationMs: 150, periodMs: null };
      for (const reports of [await windowOn(setup, order), done(await host.window(order))]) {
        expectConsistent(reports, setup, order);
        const [rounds = 0, ...others] = new Set(reports.map((report) => report.rounds));
        expect(others).toEqual([]);
        const sum = (part: (report: WindowReport) => number): number =>
          reports.reduce((all, each) => all + part(each), 0);
        expect(sum((report) => report.completedOps)).toBe(5 * rounds);
        expect(sum((report) => report.messagesRead)).toBe(messagesOfFive[topology] * rounds);
        // Rows of 25 cells. Shares are two, two and one agent, with the hub in the first.
        const rowsSent = { none: 0, ring: 6, star: 2 + 3, "all-to-all": 10 }[topology];
        const rows = transport === "message" ? rowsSent : 5;
        expect(sum((report) => report.bytesCarried)).toBe(rows * 25 * 8 * rounds);
      }
    },
  );
});

test("six lanes on a ring by messages meet although most exchange nothing", async () => {
  const setup = setupOf(6, 6, "message", "ring");
  const order: WindowOrder = { rhythm: "lock-step", durationMs: 150, periodMs: null };
  const reports = await windowOn(setup, order);
  expectConsistent(reports, setup, order);
  for (const report of reports) expect(report.messagesRead).toBe(2 * report.rounds);
  expect(new Set(reports.map((report) => report.rounds)).size).toBe(1);
});

test("a control runs free on linked lanes, and lock-step goes on after it", async () => {
  const setup = setupOf(4, 2, "shared-memory");
  const lockStep: WindowOrder = { rhythm: "lock-step", durationMs: 100, periodMs: null };
  const free: WindowOrder = { rhythm: "free", durationMs: 100, periodMs: null };
  expectConsistent(await windowOn(setup, lockStep), setup, lockStep);
  expectConsistent(done(await host.window(free)), setup, free);
  expectConsistent(done(await host.window(lockStep)), setup, lockStep);
});

test("a paced window without messages completes what was offered, with service times apart", async () => {
  const setup = setupOf(4, 2, "none");
  const order: WindowOrder = { rhythm: "free", durationMs: 200, periodMs: 50 };
  const reports = await windowOn(setup, order);
  expectConsistent(reports, setup, order);
  for (const report of reports) {
    expect(report.completedOps).toBeLessThanOrEqual(8);
    expect(observations(report.serviceCounts)).toBe(report.completedOps);
    expect(report.lateOps).toBeLessThanOrEqual(report.completedOps);
  }
});

test.each(["shared-memory", "message"] as const)("paced rounds by %s are no more than offered", async (transport) => {
  const setup = setupOf(4, 2, transport);
  const order: WindowOrder = { rhythm: "lock-step", durationMs: 200, periodMs: 50 };
  const reports = await windowOn(setup, order);
  expectConsistent(reports, setup, order);
  for (const report of reports) {
    expect(report.completedOps).toBeLessThanOrEqual(8);
    expect(observations(report.serviceCounts)).toBe(report.completedOps);
  }
});

test("fifty workers with an agent each meet in lock-step", async () => {
  const setup = setupOf(50, 50, "shared-memory");
  const order: WindowOrder = { rhythm: "lock-step", durationMs: 150, periodMs: null };
  const reports = await windowOn(setup, order);
  expect(host.alive).toBe(50);
  expectConsistent(reports, setup, order);
  expect(new Set(reports.map((report) => report.completedOps)).size).toBe(1);
});

test("fewer lanes after more: those that are left over stay silent", async () => {
  done(await host.prepare(setupOf(4, 4, "message")));
  const setup = setupOf(3, 2, "message");
  const order: WindowOrder = { rhythm: "lock-step", durationMs: 100, periodMs: null };
  expectConsistent(await windowOn(setup, order), setup, order);
  expect(host.alive).toBe(4);
});

test("what throws inside a worker is answered with its message, and the worker lives on", async () => {
  const answer = await host.prepare({ ...setupOf(2, 2, "message"), totalAgents: -1 });
  expect(answer.state).toBe("failed");
  expect(answer.state === "failed" ? answer.reason : "").toMatch(/invalid typed array length/i);
  expect(done(await host.calibrate(2, 40)).iterationsPerSecond).toBeGreaterThan(0);
});

test("memory that the browser refuses is answered as a failure, since no call of a host throws", async () => {
  const answer = await host.prepare({ ...setupOf(2, 2, "shared-memory"), totalAgents: -100 });
  expect(answer.state).toBe("failed");
  expect(answer.state === "failed" ? answer.reason : "").toContain("could not be linked");
});

test("a lock-step window on lanes without links is answered with what is missing", async () => {
  done(await host.prepare(setupOf(2, 2, "none")));
  const answer = await host.window({ rhythm: "lock-step", durationMs: 100, periodMs: null });
  expect(answer).toEqual({ state: "failed", reason: "A lock-step window needs linked lanes." });
  const free = done(await host.window({ rhythm: "free", durationMs: 60, periodMs: null }));
  expect(free).toHaveLength(2);
});

test("without lanes there is a reason instead of a wait", async () => {
  expect(await host.window({ rhythm: "free", durationMs: 60, periodMs: null })).toEqual({
    state: "failed",
    reason: "No lanes are prepared.",
  });
  expect(await host.prepare({ ...setupOf(1, 1, "none"), shares: [] })).toEqual({
    state: "failed",
    reason: "The setup has no lanes.",
  });
});

test.each(["none", "shared-memory", "message"] as const)(
  "a reset in mid-window answers stopped at once (%s), and fresh lanes work",
  async (transport) => {
    const rhythm = transport === "none" ? "free" : "lock-step";
    const setup = setupOf(4, 2, transport);
    done(await host.prepare(setup));
    const running = host.window({ rhythm, durationMs: 8_000, periodMs: null });
    await new Promise((resolve) => setTimeout(resolve, 150));
    let answer: Awaited<typeof running> | null = null;
    void running.then((answered) => (answer = answered));
    host.reset();
    // At once: before the page does anything else.
    await new Promise((resolve) => setTimeout(resolve));
    expect(answer).toEqual({ state: "stopped" });
    expect(host.alive).toBe(0);
    const order: WindowOrder = { rhythm, durationMs: 300, periodMs: null };
    expectConsistent(await windowOn(setup, order), setup, order);
  },
);
