// One attempt on scripted lanes: why it does not count, and what is watched meanwhile.
import { expect, test } from "vitest";
import { scalingWith } from "../../scenarios/fixtures/experiments.ts";
import { FakeLanes, type Script } from "../fixtures/fake-lanes.ts";
import { ArmRunner, type ArmSurroundings } from "./arm.ts";
import type { Planned } from "./sample.ts";
import { FakeMemory } from "../fixtures/fake-memory.ts";

const planned: Planned = { series: "row", at: 4, repeat: 2 };

function attemptOn(lanes: FakeLanes, parts: Partial<ArmSurroundings> = {}) {
  const calibration = { capacity: { cores: 2, low: 2, high: 2 }, timerStepUs: 5, measured: [], poolWorkers: 2 };
  const around = {
    canShareMemory: true,
    nowMs: () => lanes.nowMs,
    watch: () => () => null,
    isStopped: () => false,
    memory: new FakeMemory(),
    ...parts,
  };
  const measurable = scalingWith({ topology: "none", windowMs: 500 });
  return new ArmRunner({ measurable, host: lanes }, calibration, around, () => undefined).attempt(planned, 0);
}

test("a window that was disturbed is invalid with what disturbed it, whatever it measured", async () => {
  const sample = await attemptOn(new FakeLanes(), { watch: () => () => "This tab was hidden for 0.3 s." });
  expect(sample).toEqual({ ...planned, attempt: 0, state: "invalid", reason: "This tab was hidden for 0.3 s." });
});

test("only the measured window is watched, not the warm-up", async () => {
  const lanes = new FakeLanes();
  let warmBlocksBefore = 0;
  await attemptOn(lanes, {
    watch: () => {
      warmBlocksBefore = lanes.warmBlocks;
      return () => {
        expect(lanes.orders).toHaveLength(1);
        return null;
      };
    },
  });
  expect(warmBlocksBefore).toBe(2);
});

test("a window that took far longer from outside than its lanes say is invalid", async () => {
  const slept: Script = {
    window: ({ durationMs }) => {
      if (durationMs !== 60) lanes.nowMs += 7_500;
      return null;
    },
  };
  const lanes: FakeLanes = new FakeLanes(slept);
  const sample = await attemptOn(lanes);
  expect(sample).toMatchObject({ state: "invalid" });
  expect(sample?.state === "invalid" ? sample.reason : "").toContain("8.0 s");
});

test.each(["warm-up", "window"])("lanes that fail in the %s make the attempt failed", async (where) => {
  const fails: Script = {
    window: ({ durationMs }) =>
      (durationMs === 60) === (where === "warm-up") ? { state: "failed", reason: "Worker 2 threw: no" } : null,
  };
  const sample = await attemptOn(new FakeLanes(fails));
  expect(sample).toEqual({ ...planned, attempt: 0, state: "failed", reason: "Worker 2 threw: no" });
});

test.each(["warm-up", "window"])("a stop in the %s leaves no sample", async (where) => {
  const stops: Script = {
    window: ({ durationMs }) => ((durationMs === 60) === (where === "warm-up") ? { state: "stopped" } : null),
  };
  expect(await attemptOn(new FakeLanes(stops))).toBeNull();
});

test("a reason longer than a result may hold is cut", async () => {
  const fails: Script = { window: () => ({ state: "failed", reason: "x".repeat(5_000) }) };
  const sample = await attemptOn(new FakeLanes(fails));
  expect(sample?.state === "failed" ? sample.reason : "").toHaveLength(300);
});
