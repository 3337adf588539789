// A window without messages: what counts inside it, from where latency runs, and when overload ends.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Group } from "../../workloads/group.ts";
import type { Participant } from "../../workloads/workload.ts";
import { FakeClock, fakeGroup, fakeParticipant, singleValues } from "../fixtures/fake-clock.ts";
import { type FreeWindow, runPacedFree, runSaturatedFree } from "./free-window.ts";
import { LatencyRecorder } from "./latency-recorder.ts";
import { shareAgents } from "./placement.ts";

function windowOf(clock: FakeClock, participants: readonly Participant[], parts: Partial<FreeWindow>): FreeWindow {
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
    ...parts,
  };
}

/** Agents that step together, so many for the price of one. */
function together(count: number, participants: readonly Participant[]): Group {
  const group = fakeGroup(participants);
  const { agents, steppedBy, messageLength, perAgentBytes, posteriors } = group;
  return {
    agents,
    together: count,
    steppedBy,
    messageLength,
    perAgentBytes,
    posteriors,
    step: (from, to) => group.step(from, to),
    partsOf: () => [],
    renew: () => undefined,
    hear: () => 0,
  };
}

test("saturated: only ops that complete inside the window count", () => {
  const clock = new FakeClock();
  const participant = fakeParticipant(clock, () => 30);
  const report = runSaturatedFree(windowOf(clock, [participant], {}));
  expect(participant.steps).toBe(4);
  expect(report).toMatchObject({ completedOps: 3, elapsedMs: 100, lateOps: 0, fuseMs: 0, transportMs: 0, waitMs: 0 });
  expect(report).toMatchObject({ rounds: 0, messagesRead: 0, bytesCarried: 0 });
  expect(singleValues(report.latencyCounts)).toEqual([30_000, 30_000, 30_000]);
  expect(report.serviceCounts).toHaveLength(0);
});

test("saturated: an op that completes exactly at the end counts", () => {
  const clock = new FakeClock();
  const report = runSaturatedFree(windowOf(clock, [fakeParticipant(clock, () => 25)], {}));
  expect(report.completedOps).toBe(4);
});

test("saturated: an agent's latency runs from its own last completion, so it holds its neighbours' turns", () => {
  const clock = new FakeClock();
  const agents = [fakeParticipant(clock, () => 10), fakeParticipant(clock, () => 20)];
  const report = runSaturatedFree(windowOf(clock, agents, { durationMs: 60 }));
  expect(report.completedOps).toBe(4);
  expect(singleValues(report.latencyCounts)).toEqual([10_000, 30_000, 30_000, 30_000]);
});

test("saturated: nobody steps before the common start", () => {
  const clock = new FakeClock(1);
  const began: number[] = [];
  const participant = fakeParticipant(clock, () => {
    began.push(clock.now());
    return 40;
  });
  runSaturatedFree(windowOf(clock, [participant], { startAtMs: 50, durationMs: 60 }));
  expect(began[0]).toBeGreaterThanOrEqual(50);
});

test("saturated: an op longer than the window leaves a window without ops", () => {
  const clock = new FakeClock();
  const report = runSaturatedFree(windowOf(clock, [fakeParticipant(clock, () => 500)], {}));
  expect(report).toMatchObject({ completedOps: 0, elapsedMs: 100 });
  expect(report.latencyCounts).toHaveLength(0);
});

test("paced: the slots of N agents lie evenly in the period, and so do those of each lane, which idles between", async () => {
  const clock = new FakeClock();
  const began: number[] = [];
  const agents = [0, 1].map(() =>
    fakeParticipant(clock, () => {
      began.push(clock.now());
      return 2;
    }),
  );
  const window = windowOf(clock, agents, { share: { firstAgent: 2, agents: 2 }, totalAgents: 4, lane: 1, lanes: 2 });
  const report = await runPacedFree(window, 50);
  expect(began).toEqual([12.5, 37.5, 62.5, 87.5]);
  expect(clock.slept).toEqual([12.5, 37.5, 62.5, 87.5]);
  expect(report).toMatchObject({ completedOps: 4, elapsedMs: 100, lateOps: 0 });
  expect(singleValues(report.latencyCounts)).toEqual([2_000, 2_000, 2_000, 2_000]);
  expect(singleValues(report.serviceCounts)).toEqual([2_000, 2_000, 2_000, 2_000]);
});

test("paced: no two agents have one slot, whatever lane they sit on", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 9 }), (agents, most) => {
      const lanes = Math.min(agents, most);
      const slots = shareAgents(agents, lanes).flatMap((share, lane) =>
        Array.from({ length: share.agents }, (_, agent) => agent * lanes + lane),
      );
      expect(slots.toSorted((a, b) => a - b)).toEqual(Array.from({ length: agents }, (_, slot) => slot));
    }),
  );
});

test("saturated: a batch steps together, and each of its ops has the latency of the batch", () => {
  const clock = new FakeClock();
  const agents = [0, 1, 2].map(() => fakeParticipant(clock, () => 10));
  const report = runSaturatedFree(windowOf(clock, agents, { group: together(8, agents) }));
  expect(report.completedOps).toBe(9);
  expect(singleValues(report.latencyCounts)).toEqual(Array(9).fill(30_000));
});

test("paced: a batch starts when its last agent is due, and counts from when its first one was", async () => {
  const clock = new FakeClock();
  const began: number[] = [];
  const agents = Array.from({ length: 200 }, () =>
    fakeParticipant(clock, () => {
      began.push(clock.now());
      return 0.125;
    }),
  );
  const latency = new LatencyRecorder();
  latency.watch([0.7]);
  const report = await runPacedFree(
    windowOf(clock, agents, { group: together(8, agents), durationMs: 100, latency }),
    100,
  );
  // Two agents to a batch, 0.5 ms apart.
  expect(began.slice(0, 4)).toEqual([0.5, 0.625, 1.5, 1.625]);
  expect(report).toMatchObject({ completedOps: 200, lateOps: 0, overLimits: [200] });
  expect(report.busyMs).toBeCloseTo(25, 9);
  expect(new Set(singleValues(report.latencyCounts))).toEqual(new Set([750]));
  expect(new Set(singleValues(report.serviceCounts))).toEqual(new Set([250]));
});

test("paced: a late op is charged its delay, counted as late, and its service time stays its own", async () => {
  const clock = new FakeClock();
  const agent = fakeParticipant(clock, (step) => (step === 0 ? 35 : 4));
  const report = await runPacedFree(windowOf(clock, [agent], { durationMs: 60 }), 20);
  expect(report).toMatchObject({ completedOps: 3, lateOps: 1, elapsedMs: 60 });
  expect(singleValues(report.latencyCounts).sort((a, b) => a - b)).toEqual([4_000, 19_000, 35_000]);
  expect(singleValues(report.serviceCounts).sort((a, b) => a - b)).toEqual([4_000, 4_000, 35_000]);
});

test("paced: a stall of 200 ms is charged to every op behind it, and is the longest lag", async () => {
  const clock = new FakeClock();
  const agent = fakeParticipant(clock, (step) => (step === 3 ? 200 : 1));
  const latency = new LatencyRecorder();
  latency.watch([10, 100]);
  const report = await runPacedFree(windowOf(clock, [agent], { durationMs: 1_000, latency }), 50);
  // The op of 200 ms is due at 150 ms. Those due at 200, 250 and 300 ms begin at 350, 351 and 352 ms.
  expect(report).toMatchObject({ completedOps: 20, lagMs: 150 });
  expect(report.overLimits).toEqual([4, 3]);
});

test("paced: overload is worked off for one period beyond the window, and that time counts", async () => {
  const clock = new FakeClock();
  const agent = fakeParticipant(clock, () => 30);
  const report = await runPacedFree(windowOf(clock, [agent], { durationMs: 100 }), 10);
  // Ten ops are intended; the fifth begins at 120 ms and is beyond the extra period.
  expect(report.completedOps).toBe(4);
  expect(report.elapsedMs).toBe(120);
  expect(report.lateOps).toBe(3);
  expect(agent.steps).toBe(4);
});

test("paced: ops worked off inside the extra period lengthen the window by as much", async () => {
  const clock = new FakeClock();
  const agent = fakeParticipant(clock, (step) => (step === 4 ? 25 : 1));
  const report = await runPacedFree(windowOf(clock, [agent], { durationMs: 100 }), 20);
  expect(report).toMatchObject({ completedOps: 5, elapsedMs: 105 });
});

test("paced: an op never begins before its intended start, even where the sleep ends early", async () => {
  const clock = new FakeClock(0.25, 1);
  const began: number[] = [];
  const agent = fakeParticipant(clock, () => {
    began.push(clock.now());
    return 2;
  });
  const report = await runPacedFree(windowOf(clock, [agent], { durationMs: 40 }), 20);
  expect(began).toHaveLength(2);
  expect(began[1]).toBeGreaterThanOrEqual(20);
  expect(Math.min(...singleValues(report.latencyCounts))).toBeGreaterThanOrEqual(2_000);
});
