// Several arms on scripted lanes of their own: who is measured when, and what one arm's failure does to the other.
import { expect, test } from "vitest";
import { scalingWith } from "../../scenarios/fixtures/experiments.ts";
import { FakeLanes } from "../fixtures/fake-lanes.ts";
import { type RunEvent, runInterleaved, type RunSurroundings } from "./run.ts";
import { FakeMemory } from "../fixtures/fake-memory.ts";

const small = { topology: "none", agents: [1, 4], repeats: 2 } as const;

async function runOn(first: FakeLanes, second: FakeLanes, parts: Partial<RunSurroundings> = {}) {
  const events: RunEvent[] = [];
  const outcome = await runInterleaved(
    [
      { measurable: scalingWith(small), host: first },
      { measurable: scalingWith({ ...small, placement: "single-lane" }), host: second },
    ],
    {
      hardwareConcurrency: 2,
      canShareMemory: true,
      nowMs: () => first.nowMs + second.nowMs,
      watch: () => () => null,
      memory: new FakeMemory(),
      untilMeasurable: () => Promise.resolve(),
      isStopped: () => false,
      report: (event) => events.push(event),
      ...parts,
    },
  );
  return { outcome, events, arms: outcome.state === "broken" ? [] : outcome.arms };
}

test("arms share one calibration, keep their own lanes, and take turns", async () => {
  const [first, second] = [new FakeLanes(), new FakeLanes()];
  const { outcome, events, arms } = await runOn(first, second);
  expect(outcome.state).toBe("finished");
  expect(second.calibratedLanes).toEqual([]);
  expect(first.calibratedLanes.length).toBeGreaterThan(0);
  const plan = scalingWith(small).plan;
  for (const { samples } of arms) expect(samples.map(({ at }) => at)).toEqual(plan.map(({ at }) => at));
  const starts = events.flatMap((event) => (event.type === "attempt-started" ? [event] : []));
  expect(starts.slice(0, 4).map(({ arm }) => arm)).toEqual([0, 1, 1, 0]);
  expect(starts.map(({ done, total }) => [done, total])).toEqual(
    Array.from({ length: 2 * plan.length }, (_, done) => [done, 2 * plan.length]),
  );
  expect(arms.map(({ facts }) => facts.workers)).toEqual([2, 1]);
});

test("a failure in one arm is repeated there and leaves the other's lanes alone", async () => {
  let failures = 0;
  const first = new FakeLanes({
    window: ({ durationMs }) => {
      if (durationMs === 60 || failures > 0) return null;
      failures += 1;
      return { state: "failed", reason: "Worker 1 threw: out of memory" };
    },
  });
  const second = new FakeLanes();
  const { outcome, arms } = await runOn(first, second);
  expect(outcome.state).toBe("finished");
  expect([first.resets, second.resets]).toEqual([1, 0]);
  expect(arms[0]?.samples.filter(({ state }) => state === "failed")).toHaveLength(1);
  expect(arms[1]?.samples.every(({ state }) => state === "valid")).toBe(true);
});

test("a stop keeps what both arms have measured", async () => {
  let asked = 0;
  const { outcome, arms } = await runOn(new FakeLanes(), new FakeLanes(), { isStopped: () => (asked += 1) > 5 });
  expect(outcome.state).toBe("stopped");
  expect(arms.map(({ samples }) => samples.length)).toEqual([2, 2]);
});

test("lanes that cannot be calibrated measure nothing, and say why", async () => {
  const broken = new FakeLanes({ calibrate: () => ({ state: "failed", reason: "No worker: refused" }) });
  const { outcome } = await runOn(broken, new FakeLanes());
  expect(outcome).toEqual({ state: "broken", reason: "No worker: refused" });
});
