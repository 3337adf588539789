// A window of lock-step rounds: when it ends, from where latency runs, and how its time is split.
import { expect, test } from "vitest";
import type { Participant } from "../../workloads/workload.ts";
import { FakeClock, fakeGroup, fakeLink, fakeParticipant, singleValues } from "../fixtures/fake-clock.ts";
import { LatencyRecorder } from "./latency-recorder.ts";
import { type LockStepWindow, runLockStep } from "./lock-step-window.ts";
import type { RoundLink } from "./round-link.ts";

function windowOf(
  clock: FakeClock,
  participants: readonly Participant[],
  link: RoundLink,
  parts: Partial<LockStepWindow>,
): LockStepWindow {
  return {
    group: fakeGroup(participants),
    share: { firstAgent: 0, agents: participants.length },
    totalAgents: participants.length,
    lane: 0,
    lanes: 1,
    startAtMs: 0,
    durationMs: 100,
    clock,
    latency: new LatencyRecorder(),
    service: new LatencyRecorder(),
    link,
    periodMs: null,
    ...parts,
  };
}

const noTime = { exchangeMs: 0, carryMs: 0, finishMs: 0 };

test("saturated: rounds go on until one has ended beyond the window, and that time counts", async () => {
  const clock = new FakeClock();
  const agents = [fakeParticipant(clock, () => 20), fakeParticipant(clock, () => 10)];
  const report = await runLockStep(windowOf(clock, agents, fakeLink(clock, 2, noTime), {}));
  expect(report).toMatchObject({ completedOps: 8, elapsedMs: 120, lateOps: 0, waitMs: 0 });
  expect(agents.map(({ steps }) => steps)).toEqual([4, 4]);
  expect(report.serviceCounts).toHaveLength(0);
});

test("saturated: latency runs from the round's opening to publish", async () => {
  const clock = new FakeClock();
  const agents = [fakeParticipant(clock, () => 20), fakeParticipant(clock, () => 10)];
  const link = fakeLink(clock, 2, { exchangeMs: 5, carryMs: 0, finishMs: 15 });
  const report = await runLockStep(windowOf(clock, agents, link, {}));
  expect(report).toMatchObject({ completedOps: 6, elapsedMs: 150 });
  expect(singleValues(report.latencyCounts)).toEqual([20_000, 20_000, 20_000, 30_000, 30_000, 30_000]);
});

test("time at the barriers is wait, except what the link says it spent carrying rows", async () => {
  const clock = new FakeClock();
  const link = fakeLink(clock, 1, { exchangeMs: 12, carryMs: 4, finishMs: 3 });
  const report = await runLockStep(windowOf(clock, [fakeParticipant(clock, () => 90)], link, {}));
  expect(link.exchanges).toBe(1);
  expect(report).toMatchObject({ transportMs: 4, waitMs: 11, fuseMs: 0, elapsedMs: 105 });
});

test("the phases and inference together are no more than the window", async () => {
  const clock = new FakeClock(0.5);
  const link = fakeLink(clock, 1, { exchangeMs: 6, carryMs: 2, finishMs: 1 });
  const report = await runLockStep(windowOf(clock, [fakeParticipant(clock, () => 20)], link, {}));
  const rounds = report.completedOps;
  expect(report.fuseMs).toBe(rounds * 0.5);
  expect(report.fuseMs + report.transportMs + report.waitMs + rounds * 20).toBeLessThanOrEqual(report.elapsedMs);
});

test("a lane that holds all agents carries nothing, one of several what its link carried", async () => {
  const carried = async (totalAgents: number) => {
    const clock = new FakeClock();
    const link = fakeLink(clock, totalAgents, noTime);
    const report = await runLockStep(windowOf(clock, [fakeParticipant(clock, () => 50)], link, { totalAgents }));
    expect(report.rounds).toBe(2);
    return report.bytesCarried;
  };
  expect(await carried(1)).toBe(0);
  expect(await carried(3)).toBe(2 * 16);
});

test("every agent publishes its row where its number says, and hears all others but itself", async () => {
  const clock = new FakeClock();
  const link = fakeLink(clock, 3, noTime);
  link.messages.set([0.1, 0.9], 0);
  const agents = [fakeParticipant(clock, () => 100), fakeParticipant(clock, () => 1)];
  await runLockStep(
    windowOf(clock, agents, link, { group: fakeGroup(agents, 1, 3), share: { firstAgent: 1, agents: 2 } }),
  );
  expect([...link.messages]).toEqual([0.1, 0.9, 0.25, 0.75, 0.25, 0.75]);
  for (const agent of agents) {
    expect(agent.heard[0]).toBeCloseTo(0.35, 12);
    expect(agent.heard[1]).toBeCloseTo(1.65, 12);
  }
});

test("a lane ends when lane 0 says so, not when it sees the end itself", async () => {
  const clock = new FakeClock();
  let rounds = 0;
  const link: RoundLink = {
    messages: new Float64Array(2),
    takeTransportMs: () => 0,
    takeCarriedBytes: () => 0,
    exchange: () => undefined,
    finish() {
      rounds += 1;
      return undefined;
    },
    get isLast() {
      return rounds === 6;
    },
  };
  const report = await runLockStep(windowOf(clock, [fakeParticipant(clock, () => 50)], link, {}));
  expect(report).toMatchObject({ completedOps: 6, elapsedMs: 300 });
});

test("paced: rounds open with the period, agents idle between, and latency runs from the opening", async () => {
  const clock = new FakeClock();
  const agents = [fakeParticipant(clock, () => 3), fakeParticipant(clock, () => 2)];
  const link = fakeLink(clock, 2, noTime);
  const report = await runLockStep(windowOf(clock, agents, link, { periodMs: 25 }));
  expect(clock.slept).toEqual([25, 50, 75]);
  expect(report).toMatchObject({ completedOps: 8, elapsedMs: 100 });
  expect(new Set(singleValues(report.latencyCounts))).toEqual(new Set([3_000, 5_000]));
  expect(new Set(singleValues(report.serviceCounts))).toEqual(new Set([2_000, 3_000]));
});

test("paced: an agent that waits its turn for a millisecond or more is late", async () => {
  const clock = new FakeClock();
  const agents = [fakeParticipant(clock, () => 1), fakeParticipant(clock, () => 1)];
  const report = await runLockStep(windowOf(clock, agents, fakeLink(clock, 2, noTime), { periodMs: 25 }));
  expect(report.lateOps).toBe(4);
});

test("paced: a late round is charged its delay from the intended opening", async () => {
  const clock = new FakeClock();
  const agent = fakeParticipant(clock, (step) => (step === 0 ? 40 : 4));
  const report = await runLockStep(windowOf(clock, [agent], fakeLink(clock, 1, noTime), { periodMs: 25 }));
  expect(report).toMatchObject({ completedOps: 4, lateOps: 1, lagMs: 15, elapsedMs: 100 });
  expect(singleValues(report.latencyCounts)).toEqual([4_000, 4_000, 19_000, 40_000]);
});

test("paced: overload ends one period beyond the window, and the time counts", async () => {
  const clock = new FakeClock();
  const agent = fakeParticipant(clock, () => 60);
  const report = await runLockStep(windowOf(clock, [agent], fakeLink(clock, 1, noTime), { periodMs: 20 }));
  expect(report).toMatchObject({ completedOps: 2, elapsedMs: 120, lateOps: 1 });
});

test("paced: a round never opens before its time, even where the sleep ends early", async () => {
  const clock = new FakeClock(0.125, 1);
  const began: number[] = [];
  const agent = fakeParticipant(clock, () => {
    began.push(clock.now());
    return 2;
  });
  await runLockStep(windowOf(clock, [agent], fakeLink(clock, 1, noTime), { durationMs: 40, periodMs: 20 }));
  expect(began).toHaveLength(2);
  expect(began[1]).toBeGreaterThanOrEqual(20);
});
