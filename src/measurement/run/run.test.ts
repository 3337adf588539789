// Whole runs on scripted lanes: what is measured in which order, and what happens when lanes fail, or a person stops.
import { expect, test } from "vitest";
import { type Configuration, defaultConfiguration } from "./configuration.ts";
import { FakeLanes, type Script } from "../fixtures/fake-lanes.ts";
import { runBenchmark, type RunEvent, type RunOutcome, type RunSurroundings } from "./run.ts";
import { planTrials } from "./schedule.ts";
import type { Trial } from "./trial.ts";
import { orderOf, setupOf } from "./trial-setup.ts";

const small: Configuration = { ...defaultConfiguration, agents: [1, 4], repeats: 1 };

interface Seen {
  readonly outcome: RunOutcome;
  readonly events: readonly RunEvent[];
  readonly trials: readonly Trial[];
}

async function runOn(
  lanes: FakeLanes,
  configuration: Configuration = small,
  parts: Partial<RunSurroundings> = {},
): Promise<Seen> {
  const events: RunEvent[] = [];
  const outcome = await runBenchmark(configuration, lanes, {
    hardwareConcurrency: 2,
    canShareMemory: true,
    nowMs: () => lanes.nowMs,
    watch: () => () => null,
    untilMeasurable: () => Promise.resolve(),
    isStopped: () => false,
    report: (event) => events.push(event),
    ...parts,
  });
  return { outcome, events, trials: outcome.state === "broken" ? [] : outcome.trials };
}

function placeOf({ kind, agents, repeat }: { kind: string; agents: number; repeat: number }): string {
  return `${kind} ${agents}/${repeat}`;
}

/** Runs one script per measured window, in turn; windows beyond the list succeed. */
function windowsInTurn(...answers: readonly (ReturnType<NonNullable<Script["window"]>> | "done")[]): Script {
  let measured = 0;
  return {
    window: ({ durationMs }) => {
      if (durationMs === 60) return null;
      const answer = answers[measured] ?? "done";
      measured += 1;
      return answer === "done" ? null : answer;
    },
  };
}

const failure = { state: "failed", reason: "Worker 2 threw: out of memory" } as const;

test("a run measures exactly its plan, in order, and tells of every step", async () => {
  const lanes = new FakeLanes();
  const { outcome, events, trials } = await runOn(lanes);
  const plan = planTrials(small);
  expect(outcome.state).toBe("finished");
  expect(trials.map(placeOf)).toEqual(plan.map(placeOf));
  expect(trials.every(({ state, attempt }) => state === "valid" && attempt === 0)).toBe(true);
  const [first, ...others] = events.filter(({ type }) => type !== "prepared");
  expect(first?.type).toBe("calibrated");
  expect(others.map(({ type }) => type)).toEqual(plan.flatMap(() => ["trial-started", "trial-ended"]));
  const starts = others.flatMap((event) => (event.type === "trial-started" ? [event] : []));
  expect(starts.map(({ done, total }) => [done, total])).toEqual(plan.map((_, done) => [done, plan.length]));
  expect(lanes.resets).toBe(0);
});

test("the facts of a run are those of its lanes", async () => {
  const { outcome } = await runOn(new FakeLanes());
  expect(outcome).toMatchObject({
    facts: {
      calibration: { capacity: { cores: 2 }, timerStepUs: 5 },
      workers: 2,
      transport: "shared-memory",
      engineMemory: { perAgentBytes: 1_000, sharedPerWorkerBytes: 5_000 },
    },
  });
});

test("a run tells what an agent's memory is as soon as lanes are prepared, before their first trial ends", async () => {
  const { events } = await runOn(new FakeLanes());
  const at = events.findIndex(({ type }) => type === "prepared");
  expect(events[at]).toMatchObject({ facts: { engineMemory: { perAgentBytes: 1_000, sharedPerWorkerBytes: 5_000 } } });
  expect(at).toBeGreaterThan(0);
  expect(at).toBeLessThan(events.findIndex(({ type }) => type === "trial-ended"));
});

test("agents that do not speak have no transport", async () => {
  const { outcome } = await runOn(new FakeLanes(), { ...small, topology: "none" });
  expect(outcome).toMatchObject({ facts: { transport: null } });
});

test("a control runs free on the very lanes of its row, which are prepared once for both", async () => {
  const lanes = new FakeLanes();
  const { trials } = await runOn(lanes);
  const row = trials.findIndex(({ kind, agents }) => kind === "row" && agents === 4);
  expect(trials[row + 1]).toMatchObject({ kind: "control", agents: 4, loss: null });
  expect(lanes.orders[row]?.rhythm).toBe("lock-step");
  expect(lanes.orders[row + 1]?.rhythm).toBe("free");
  expect(lanes.setups.filter(({ totalAgents }) => totalAgents === 4)).toHaveLength(1);
});

test("without shared memory messages carry the rounds, and the facts say so", async () => {
  const lanes = new FakeLanes();
  const { outcome } = await runOn(lanes, small, { canShareMemory: false });
  expect(lanes.setups.map(({ transport }) => transport)).not.toContain("shared-memory");
  expect(outcome).toMatchObject({ facts: { transport: "message" } });
});

test("a lane that fails once costs one attempt: it is listed, repeated on fresh lanes, and the run goes on", async () => {
  const lanes = new FakeLanes(windowsInTurn("done", failure));
  const { outcome, trials } = await runOn(lanes);
  const plan = planTrials(small);
  expect(outcome.state).toBe("finished");
  expect(trials[1]).toMatchObject({ state: "failed", attempt: 0, reason: failure.reason });
  expect(trials[2]).toMatchObject({ state: "valid", attempt: 1 });
  expect(placeOf(trials[2]!)).toBe(placeOf(trials[1]!));
  expect(trials).toHaveLength(plan.length + 1);
  expect(lanes.resets).toBe(1);
});

test("lanes are prepared anew after a failure, although the setup is the same", async () => {
  const lanes = new FakeLanes(windowsInTurn(failure));
  await runOn(lanes);
  expect(lanes.setups[1]).toEqual(lanes.setups[0]);
});

test("a trial that always fails is given up after three attempts, and the others are still measured", async () => {
  const lanes = new FakeLanes({ window: (_, { totalAgents }) => (totalAgents === 4 ? failure : null) });
  const { outcome, trials } = await runOn(lanes);
  const ofFour = trials.filter(({ agents }) => agents === 4);
  expect(outcome.state).toBe("finished");
  expect(ofFour.map(({ kind, attempt }) => `${kind} ${attempt}`)).toEqual(
    ["row", "control"].flatMap((kind) => [0, 1, 2].map((attempt) => `${kind} ${attempt}`)),
  );
  expect(ofFour.every(({ state }) => state === "failed")).toBe(true);
  expect(trials.filter(({ agents }) => agents === 1).every(({ state }) => state === "valid")).toBe(true);
});

test("agents that cannot be prepared make failed trials with the reason", async () => {
  const lanes = new FakeLanes({ prepare: ({ totalAgents }) => (totalAgents === 4 ? failure : null) });
  const { outcome, trials } = await runOn(lanes);
  expect(outcome.state).toBe("finished");
  expect(trials.filter(({ agents }) => agents === 4)).toHaveLength(6);
  expect(trials.find(({ agents }) => agents === 4)).toMatchObject({ state: "failed", reason: failure.reason });
});

test("a disturbed window stays listed with its reason and is repeated, on the same lanes", async () => {
  const lanes = new FakeLanes();
  let windows = 0;
  const watch = () => () => {
    windows += 1;
    return windows === 2 ? "This tab was hidden for 1.0 s." : null;
  };
  const { trials } = await runOn(lanes, small, { watch });
  expect(trials[1]).toMatchObject({ state: "invalid", attempt: 0, reason: "This tab was hidden for 1.0 s." });
  expect(trials[2]).toMatchObject({ state: "valid", attempt: 1 });
  expect(lanes.resets).toBe(0);
});

test("a machine that paused inside a window makes that trial invalid", async () => {
  let measured = 0;
  const lanes: FakeLanes = new FakeLanes({
    window: ({ durationMs }) => {
      if (durationMs !== 60 && (measured += 1) === 1) lanes.nowMs += 60_000;
      return null;
    },
  });
  const { trials } = await runOn(lanes);
  expect(trials[0]).toMatchObject({ state: "invalid", attempt: 0 });
  expect(trials[1]).toMatchObject({ state: "valid", attempt: 1 });
});

test("a stop in mid-run keeps the trials that have finished, and no half one", async () => {
  const lanes = new FakeLanes(windowsInTurn("done", "done", { state: "stopped" }));
  const { outcome, trials, events } = await runOn(lanes);
  expect(outcome).toMatchObject({ state: "stopped", facts: { calibration: { timerStepUs: 5 } } });
  expect(trials).toHaveLength(2);
  expect(events.at(-1)?.type).toBe("trial-started");
});

test("a stop between trials is heeded before the next begins", async () => {
  const lanes = new FakeLanes();
  const { outcome, trials } = await runOn(lanes, small, { isStopped: () => lanes.orders.length === 3 });
  expect(outcome.state).toBe("stopped");
  expect(trials).toHaveLength(3);
});

test("a stop while lanes are prepared leaves what was measured", async () => {
  const lanes = new FakeLanes({ prepare: ({ totalAgents }) => (totalAgents === 4 ? { state: "stopped" } : null) });
  const { outcome, trials } = await runOn(lanes);
  expect(outcome.state).toBe("stopped");
  expect(trials.every(({ agents }) => agents === 1)).toBe(true);
});

test("a stop before anything was measured is heeded before calibration", async () => {
  const lanes = new FakeLanes();
  const { outcome } = await runOn(lanes, small, { isStopped: () => true });
  expect(outcome).toEqual({ state: "stopped", trials: [], facts: null });
  expect(lanes.calibratedLanes).toEqual([]);
});

test("a stop during calibration leaves nothing", async () => {
  const { outcome } = await runOn(new FakeLanes({ calibrate: () => ({ state: "stopped" }) }));
  expect(outcome).toEqual({ state: "stopped", trials: [], facts: null });
});

test("calibration that fails once is repeated on fresh lanes", async () => {
  let calls = 0;
  const lanes = new FakeLanes({ calibrate: () => ((calls += 1) === 1 ? failure : null) });
  const { outcome } = await runOn(lanes);
  expect(outcome.state).toBe("finished");
  expect(lanes.resets).toBe(1);
});

test("calibration that fails three times breaks the run with its reason", async () => {
  const lanes = new FakeLanes({ calibrate: () => failure });
  const { outcome, events } = await runOn(lanes);
  expect(outcome).toEqual({ state: "broken", reason: failure.reason });
  expect(lanes.calibratedLanes).toHaveLength(3);
  expect(events).toEqual([]);
});

test("every trial waits until the page can be measured", async () => {
  let waits = 0;
  const untilMeasurable = async () => {
    waits += 1;
  };
  const { trials } = await runOn(new FakeLanes(), small, { untilMeasurable });
  expect(waits).toBe(1 + trials.length);
});

test.each([
  [500, 20, 10, 500],
  [510, 20, 11, 550],
  [100, 1, 1, 1_000],
  [1_000, 3, 3, 1_000],
])("a paced window of %i ms at %d op/s is widened to %i whole periods", (windowMs, rate, periods, durationMs) => {
  const paced: Configuration = { ...small, pacing: "paced", windowMs, opsPerSecondPerAgent: rate };
  const order = orderOf(paced, { kind: "row", agents: 4, repeat: 0 });
  expect(order.durationMs).toBeCloseTo(durationMs, 9);
  expect(order.durationMs / (order.periodMs ?? Number.NaN)).toBeCloseTo(periods, 9);
});

test("a saturated window is as long as asked, and has no period", () => {
  expect(orderOf({ ...small, windowMs: 500 }, { kind: "row", agents: 4, repeat: 0 })).toEqual({
    rhythm: "lock-step",
    durationMs: 500,
    periodMs: null,
  });
});

test("one agent alone sits on one lane without transport, whatever the placement", () => {
  const setup = setupOf({ ...small, placement: "pool", workers: 8 }, { kind: "solo", agents: 1, repeat: 0 }, 8, true);
  expect(setup).toMatchObject({ shares: [{ firstAgent: 0, agents: 1 }], transport: "none" });
});

test("an automatic pool has as many workers as measured cores, rounded, and one at least", () => {
  const lanesAt = (cores: number) => setupOf(small, { kind: "row", agents: 50, repeat: 0 }, cores, true).shares.length;
  expect([0.3, 1.4, 1.6, 7.9].map(lanesAt)).toEqual([1, 1, 2, 8]);
  const fixed = setupOf({ ...small, workers: 5 }, { kind: "row", agents: 50, repeat: 0 }, 2, true);
  expect(fixed.shares).toHaveLength(5);
});

test("lanes look for each other before sleeping only where each has a core", () => {
  const spinsOf = (workers: number) =>
    setupOf({ ...small, workers }, { kind: "row", agents: 50, repeat: 0 }, 2, true).barrierSpins;
  expect(spinsOf(2)).toBeGreaterThan(0);
  expect(spinsOf(3)).toBe(0);
});
