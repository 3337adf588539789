// Whole runs on scripted lanes: what is measured in which order, and what happens when lanes fail, or a person stops.
import { expect, test } from "vitest";
import { scalingWith } from "../../scenarios/fixtures/experiments.ts";
import type { ScalingSettings } from "../../scenarios/scaling/fields.ts";
import { FakeLanes, type Script } from "../fixtures/fake-lanes.ts";
import { runBenchmark, type RunEvent, type RunOutcome, type RunSurroundings } from "./run.ts";
import type { Sample } from "./sample.ts";
import { FakeMemory } from "../fixtures/fake-memory.ts";

const small = { agents: [1, 4], repeats: 1 } as const;

interface Seen {
  readonly outcome: RunOutcome;
  readonly events: readonly RunEvent[];
  readonly samples: readonly Sample[];
}

async function runOn(
  lanes: FakeLanes,
  settings: Partial<ScalingSettings> = small,
  parts: Partial<RunSurroundings> = {},
): Promise<Seen> {
  const events: RunEvent[] = [];
  const outcome = await runBenchmark(scalingWith(settings), lanes, {
    hardwareConcurrency: 2,
    canShareMemory: true,
    nowMs: () => lanes.nowMs,
    watch: () => () => null,
    memory: new FakeMemory(),
    untilMeasurable: () => Promise.resolve(),
    isStopped: () => false,
    report: (event) => events.push(event),
    ...parts,
  });
  return { outcome, events, samples: outcome.state === "broken" ? [] : outcome.samples };
}

function placeOf({ series, at, repeat }: { series: string; at: number; repeat: number }): string {
  return `${series} ${at}/${repeat}`;
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
  const { outcome, events, samples } = await runOn(lanes);
  const plan = scalingWith(small).plan;
  expect(outcome.state).toBe("finished");
  expect(samples.map(placeOf)).toEqual(plan.map(placeOf));
  expect(samples.every(({ state, attempt }) => state === "valid" && attempt === 0)).toBe(true);
  const [first, ...others] = events.filter(({ type }) => type !== "prepared");
  expect(first?.type).toBe("calibrated");
  expect(others.map(({ type }) => type)).toEqual(plan.flatMap(() => ["attempt-started", "attempt-ended"]));
  const starts = others.flatMap((event) => (event.type === "attempt-started" ? [event] : []));
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
  expect(at).toBeLessThan(events.findIndex(({ type }) => type === "attempt-ended"));
});

test("agents that do not speak have no transport", async () => {
  const { outcome } = await runOn(new FakeLanes(), { ...small, topology: "none" });
  expect(outcome).toMatchObject({ facts: { transport: null } });
});

test("a control runs free on the very lanes of its row, which are prepared once for both", async () => {
  const lanes = new FakeLanes();
  const { samples } = await runOn(lanes);
  const row = samples.findIndex(({ series, at }) => series === "row" && at === 4);
  expect(samples[row + 1]).toMatchObject({ series: "control", at: 4 });
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
  const { outcome, samples } = await runOn(lanes);
  const plan = scalingWith(small).plan;
  expect(outcome.state).toBe("finished");
  expect(samples[1]).toMatchObject({ state: "failed", attempt: 0, reason: failure.reason });
  expect(samples[2]).toMatchObject({ state: "valid", attempt: 1 });
  expect(placeOf(samples[2]!)).toBe(placeOf(samples[1]!));
  expect(samples).toHaveLength(plan.length + 1);
  expect(lanes.resets).toBe(1);
});

test("lanes are prepared again after a failure, although the setup is the same", async () => {
  const lanes = new FakeLanes(windowsInTurn(failure));
  await runOn(lanes);
  expect(lanes.setups[1]).toEqual(lanes.setups[0]);
});

test("a trial that always fails is given up after three attempts, and the others are still measured", async () => {
  const lanes = new FakeLanes({ window: (_, { totalAgents }) => (totalAgents === 4 ? failure : null) });
  const { outcome, samples } = await runOn(lanes);
  const ofFour = samples.filter(({ at }) => at === 4);
  expect(outcome.state).toBe("finished");
  expect(ofFour.map(({ series, attempt }) => `${series} ${attempt}`)).toEqual(
    ["row", "control"].flatMap((series) => [0, 1, 2].map((attempt) => `${series} ${attempt}`)),
  );
  expect(ofFour.every(({ state }) => state === "failed")).toBe(true);
  expect(samples.filter(({ at }) => at === 1).every(({ state }) => state === "valid")).toBe(true);
});

test("agents that cannot be prepared make failed samples with the reason", async () => {
  const lanes = new FakeLanes({ prepare: ({ totalAgents }) => (totalAgents === 4 ? failure : null) });
  const { outcome, samples } = await runOn(lanes);
  expect(outcome.state).toBe("finished");
  expect(samples.filter(({ at }) => at === 4)).toHaveLength(6);
  expect(samples.find(({ at }) => at === 4)).toMatchObject({ state: "failed", reason: failure.reason });
});

test("a disturbed window stays listed with its reason and is repeated, on the same lanes", async () => {
  const lanes = new FakeLanes();
  let windows = 0;
  const watch = () => () => {
    windows += 1;
    return windows === 2 ? "This tab was hidden for 1.0 s." : null;
  };
  const { samples } = await runOn(lanes, small, { watch });
  expect(samples[1]).toMatchObject({ state: "invalid", attempt: 0, reason: "This tab was hidden for 1.0 s." });
  expect(samples[2]).toMatchObject({ state: "valid", attempt: 1 });
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
  const { samples } = await runOn(lanes);
  expect(samples[0]).toMatchObject({ state: "invalid", attempt: 0 });
  expect(samples[1]).toMatchObject({ state: "valid", attempt: 1 });
});

test("a stop in mid-run keeps the samples that have finished, and no half one", async () => {
  const lanes = new FakeLanes(windowsInTurn("done", "done", { state: "stopped" }));
  const { outcome, samples, events } = await runOn(lanes);
  expect(outcome).toMatchObject({ state: "stopped", facts: { calibration: { timerStepUs: 5 } } });
  expect(samples).toHaveLength(2);
  expect(events.at(-1)?.type).toBe("attempt-started");
});

test("a stop between samples is heeded before the next begins", async () => {
  const lanes = new FakeLanes();
  const { outcome, samples } = await runOn(lanes, small, { isStopped: () => lanes.orders.length === 3 });
  expect(outcome.state).toBe("stopped");
  expect(samples).toHaveLength(3);
});

test("a stop while lanes are prepared leaves what was measured", async () => {
  const lanes = new FakeLanes({ prepare: ({ totalAgents }) => (totalAgents === 4 ? { state: "stopped" } : null) });
  const { outcome, samples } = await runOn(lanes);
  expect(outcome.state).toBe("stopped");
  expect(samples.every(({ at }) => at === 1)).toBe(true);
});

test("a stop before anything was measured is heeded before calibration", async () => {
  const lanes = new FakeLanes();
  const { outcome } = await runOn(lanes, small, { isStopped: () => true });
  expect(outcome).toEqual({ state: "stopped", samples: [], facts: null });
  expect(lanes.calibratedLanes).toEqual([]);
});

test("a stop during calibration leaves nothing", async () => {
  const { outcome } = await runOn(new FakeLanes({ calibrate: () => ({ state: "stopped" }) }));
  expect(outcome).toEqual({ state: "stopped", samples: [], facts: null });
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
  const { samples } = await runOn(new FakeLanes(), small, { untilMeasurable });
  // C is measured at start, middle and end.
  expect(waits).toBe(3 + samples.length);
});
