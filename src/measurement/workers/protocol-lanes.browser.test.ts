// Protocols on real Web Workers in a real browser, by both transports: what must balance balances, whatever the timing.
import { afterEach, expect, test } from "vitest";
import { NO_FAULTS } from "../../protocols/peer.ts";
import type { ProtocolSettings } from "../../protocols/protocols.ts";
import { type ProtocolReport, totalOf } from "../../protocols/tally.ts";
import type { LaneAnswer } from "../lane/lane-host.ts";
import { shareAgents } from "../lane/placement.ts";
import { BROKEN_ON_PURPOSE, type ProtocolOrder } from "../lane/protocol-window.ts";
import { TRANSPORTS } from "../lane/transport.ts";
import { WebLaneHost } from "./web-lane-host.ts";

let host = new WebLaneHost();
afterEach(() => {
  host.reset();
  host = new WebLaneHost();
});

function done<Value>(answer: LaneAnswer<Value>): Value {
  if (answer.state !== "done") throw new Error(`${answer.state}: ${answer.state === "failed" ? answer.reason : ""}`);
  return answer.value;
}

async function prepare(agents: number, lanes: number): Promise<void> {
  const setup = {
    workload: { kind: "explorer", gridSize: 5, policyLength: 1 },
    totalAgents: agents,
    shares: shareAgents(agents, lanes),
    seed: 7,
    topology: "none",
    transport: "none",
    barrierSpins: 0,
  } as const;
  done(await host.prepare(setup));
}

const plain = { faults: NO_FAULTS, seed: 3, durationMs: 400, drainMs: 300, breaksLaneAtMs: null } as const;

async function played(protocol: ProtocolSettings, order: Partial<ProtocolOrder>): Promise<readonly ProtocolReport[]> {
  return done(await host.protocol({ ...plain, transport: "shared-memory", protocol, ...order }));
}

/** Windows on a machine that others use may see nothing end. Then another one is played. */
const WINDOWS_MOST = 20;

/** Plays windows until something of this name was counted; the reports of that window. */
async function playedUntil(name: string, protocol: ProtocolSettings, order: Partial<ProtocolOrder>) {
  for (let windows = 1; windows < WINDOWS_MOST; windows += 1) {
    const reports = await played(protocol, order);
    if (totalOf(reports, name) > 0) return reports;
  }
  return played(protocol, order);
}

const handoff = { kind: "handoff", deadlineMs: 200, retryMs: 40 } as const;
const vote = { kind: "vote", quorum: 0.8, yes: 0.7, deadlineMs: 200 } as const;
const broadcast = { kind: "broadcast", retryMs: 40, deadlineMs: 200 } as const;
const supervision = { kind: "supervision", periodMs: 25, deadlineMs: 100, keepsBeliefs: false } as const;

/** Each thing is held once, or on its way. */
function expectThingsWhole(reports: readonly ProtocolReport[], agents: number): void {
  const holds = reports.flatMap(({ standing }) => standing.holds);
  const transit = reports.flatMap(({ standing }) => standing.transit);
  expect(new Set(holds).size).toBe(holds.length);
  expect(new Set([...holds, ...transit]).size).toBe(agents);
}

/** Whatever began has ended or is in flight. */
function expectBalanced(reports: readonly ProtocolReport[], began: string, ended: readonly string[]): void {
  const inFlight = reports.reduce((sum, { standing }) => sum + standing.inFlight, 0);
  expect(ended.reduce((sum, name) => sum + totalOf(reports, name), inFlight)).toBe(totalOf(reports, began));
}

for (const transport of TRANSPORTS) {
  for (const lanes of [1, 3]) {
    test(`handoffs, votes and broadcasts end on ${lanes} workers by ${transport}`, async () => {
      await prepare(6, lanes);
      const handed = await playedUntil("done", handoff, { transport });
      expect(totalOf(handed, "done")).toBeGreaterThan(0);
      expectThingsWhole(handed, 6);
      const voted = await playedUntil("passed", vote, { transport });
      expect(totalOf(voted, "passed")).toBeGreaterThan(0);
      expectBalanced(voted, "asked", ["passed", "rejected", "no quorum"]);
      const told = await playedUntil("complete", broadcast, { transport });
      expect(totalOf(told, "complete")).toBeGreaterThan(0);
      expect(totalOf(told, "read")).toBeGreaterThanOrEqual(5 * totalOf(told, "complete"));
    });
  }

  test(`G4: at 20% crash and 10% loss no thing is lost or doubled by ${transport}`, async () => {
    await prepare(10, 2);
    const faults = { loss: 0.1, crash: 0.2, downMs: 10 };
    const reports = await playedUntil("crashes", handoff, { transport, faults });
    expect(totalOf(reports, "crashes")).toBeGreaterThan(0);
    expect(totalOf(reports, "lost")).toBeGreaterThan(0);
    expectThingsWhole(reports, 10);
    expectBalanced(reports, "asked", ["done", "refused", "timed out"]);
  });

  test(`G8: a supervisor's accounts balance by ${transport} while agents crash and messages are lost`, async () => {
    await prepare(8, 2);
    const faults = { loss: 0.1, crash: 0.2, downMs: null };
    const reports = await playedUntil("lost beliefs", supervision, { transport, faults, durationMs: 2_500 });
    expect(totalOf(reports, "crashes")).toBeGreaterThan(0);
    expect(totalOf(reports, "seconds")).toBeGreaterThan(0);
    expect(totalOf(reports, "unbalanced seconds")).toBe(0);
    expect(totalOf(reports, "lost beliefs")).toBeGreaterThan(0);
    expectBalanced(reports, "offered", ["done", "failed"]);
  });

  test(`G5: resources never have two holders, and all who asked are served, by ${transport}`, async () => {
    await prepare(12, 3);
    const reports = await playedUntil("done", { kind: "contention", thinkMs: 2, holdMs: 1 }, { transport });
    expect(totalOf(reports, "done")).toBeGreaterThan(0);
    expectBalanced(reports, "asked", ["done"]);
    expect(totalOf(reports, "two holders")).toBe(0);
  });
}

test("a lane that is to die ends the window with its reason, and fresh lanes take over", async () => {
  await prepare(4, 2);
  const order = { ...plain, transport: "shared-memory", protocol: supervision, breaksLaneAtMs: 50 } as const;
  const answer = await host.protocol(order);
  expect(answer).toMatchObject({ state: "failed" });
  expect(answer.state === "failed" ? answer.reason : "").toContain(BROKEN_ON_PURPOSE);
  host.reset();
  await prepare(4, 2);
  expect(totalOf(await played(supervision, {}), "done")).toBeGreaterThan(0);
});
