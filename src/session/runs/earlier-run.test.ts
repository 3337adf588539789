// An earlier result survives a run that measures nothing.
import { expect, test } from "vitest";
import { realisticResult } from "../../results/fixtures/realistic-result.ts";
import { scalingWith } from "../../scenarios/fixtures/experiments.ts";
import type { FinishedRun, RunState } from "./benchmark-store.ts";
import { broughtBack, earlierOf, idOf, withFinished, withMemory } from "./earlier-run.ts";

const finished: FinishedRun = {
  state: "finished",
  result: realisticResult({ seed: 3 }),
  stopped: false,
  notice: null,
  kept: { state: "kept" },
};

const running: RunState = {
  state: "running",
  id: "new",
  experiment: scalingWith(),
  samples: [],
  calibration: null,
  engineMemory: null,
  progress: { done: 0, total: 1, current: null, secondsLeft: null },
  earlier: finished,
};
const broken: RunState = { state: "broken", message: "No workers." };

test("the earlier result is the one shown, or the one behind a run in progress", () => {
  expect(earlierOf(finished)).toBe(finished);
  expect(earlierOf(running)).toBe(finished);
  expect(earlierOf({ ...running, earlier: null })).toBeNull();
  expect(earlierOf({ state: "idle" })).toBeNull();
  expect(earlierOf(broken)).toBeNull();
});

test("a run has the id of its result from its beginning", () => {
  expect(idOf(running)).toBe("new");
  expect(idOf(finished)).toBe(finished.result.id);
  expect(idOf(broken)).toBeNull();
  expect(idOf({ state: "idle" })).toBeNull();
});

test("it comes back with the reason, and a second reason replaces the first", () => {
  const once = broughtBack(finished, "Another tab measures.");
  expect(once).toEqual({
    ...finished,
    notice: "Nothing new was measured. Another tab measures. The result below is the earlier one.",
  });
  expect(broughtBack(earlierOf(once), "The run was stopped.")).toMatchObject({
    notice: "Nothing new was measured. The run was stopped. The result below is the earlier one.",
  });
});

test("without an earlier result the reason stands alone", () => {
  expect(broughtBack(null, "Another tab measures.")).toEqual({ state: "broken", message: "Another tab measures." });
});

test("a finished result changes where it is shown and where it waits, and no other does", () => {
  const { id } = finished.result;
  const change = (before: FinishedRun): FinishedRun => ({ ...before, kept: { state: "keeping" } });
  expect(withFinished(finished, id, change)).toMatchObject({ kept: { state: "keeping" } });
  expect(withFinished(running, id, change)).toMatchObject({ id: "new", earlier: { kept: { state: "keeping" } } });
  expect(withFinished(running, "new", change)).toBe(running);
  expect(withFinished(broken, id, change)).toBe(broken);
});

test("process memory changes nothing else", () => {
  const memory = { state: "unavailable", reason: "A new run began." } as const;
  const result = withMemory(finished.result, memory);
  expect(result.environment.processMemory).toEqual(memory);
  const { processMemory: _, ...rest } = finished.result.environment;
  expect(result).toMatchObject({ ...finished.result, environment: rest });
});
