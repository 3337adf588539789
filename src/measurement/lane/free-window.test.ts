// A window without messages: what counts inside it, from where latency runs, and when overload ends.
import { expect, test } from "vitest";
import type { Participant } from "../../workloads/workload.ts";
import { FakeClock, fakeGroup, fakeParticipant, singleValues } from "../fixtures/fake-clock.ts";
import { type FreeWindow, runPacedFree, runSaturatedFree } from "./free-window.ts";
import { LatencyRecorder } from "./latency-recorder.ts";

function windowOf(clock: FakeClock, participants: readonly Participant[], parts: Partial<FreeWindow>): FreeWindow {
  return {
    group: fakeGroup(participants),
    share: { firstAgent: 0, agents: participants.length },
    totalAgents: participants.length,
    startAtMs: 0,
    durationMs: 100,
    clock,
    latency: new LatencyRecorder(),
    service: new LatencyRecorder(),
    ...parts,
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

test("paced: agent i of N starts at phase i/N of the period, and idles between", async () => {
  const clock = new FakeClock();
  const began: number[] = [];
  const agents = [0, 1].map(() =>
    fakeParticipant(clock, () => {
      began.push(clock.now());
      return 2;
    }),
  );
  const window = windowOf(clock, agents, { share: { firstAgent: 2, agents: 2 }, totalAgents: 4 });
  const report = await runPacedFree(window, 50);
  expect(began).toEqual([25, 37.5, 75, 87.5]);
  expect(clock.slept).toEqual([25, 37.5, 75, 87.5]);
  expect(report).toMatchObject({ completedOps: 4, elapsedMs: 100, lateOps: 0 });
  expect(singleValues(report.latencyCounts)).toEqual([2_000, 2_000, 2_000, 2_000]);
  expect(singleValues(report.serviceCounts)).toEqual([2_000, 2_000, 2_000, 2_000]);
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
