// An earlier result survives a run that measures nothing.
import { expect, test } from "vitest";
import type { Trial } from "../../measurement/run/trial.ts";
import { realisticResult } from "../../results/fixtures/realistic-result.ts";
import type { FinishedRun, RunState } from "./benchmark-store.ts";
import { broughtBack, earlierOf, hasRow, withProcessMemory } from "./earlier-run.ts";

const finished: FinishedRun = {
  state: "finished",
  result: realisticResult({ seed: 3 }),
  stopped: false,
  notice: null,
};

const running: RunState = {
  state: "running",
  configuration: finished.result.configuration,
  trials: [],
  capacity: null,
  timerStepUs: 0,
  perAgentBytes: null,
  progress: { done: 0, total: 1, current: null, secondsLeft: null },
  earlier: finished,
};

test("the earlier result is the one shown, or the one behind a run in progress", () => {
  expect(earlierOf(finished)).toBe(finished);
  expect(earlierOf(running)).toBe(finished);
  expect(earlierOf({ ...running, earlier: null })).toBeNull();
  expect(earlierOf({ state: "idle" })).toBeNull();
  expect(earlierOf({ state: "broken", message: "No workers." })).toBeNull();
});

test("it comes back with the reason, and a second reason replaces the first", () => {
  const once = broughtBack(finished, "Another tab measures.");
  expect(once).toEqual({
    ...finished,
    notice: "Nothing new was measured. Another tab measures. The result below is the earlier one.",
  });
  expect(broughtBack(once, "The run was stopped.")?.notice).toBe(
    "Nothing new was measured. The run was stopped. The result below is the earlier one.",
  );
  expect(broughtBack(null, "Another tab measures.")).toBeNull();
});

test("only a counted trial of a row is news", () => {
  const place = { agents: 1, repeat: 0, attempt: 0 } as const;
  const failed: Trial = { ...place, kind: "row", state: "failed", reason: "A worker died." };
  const rows = finished.result.trials.filter((trial) => trial.kind === "row" && trial.state === "valid");
  const solos = finished.result.trials.filter((trial) => trial.kind === "solo");
  expect(rows.length * solos.length).toBeGreaterThan(0);
  expect(hasRow([])).toBe(false);
  expect(hasRow([failed, ...solos])).toBe(false);
  expect(hasRow([failed, ...rows.slice(0, 1)])).toBe(true);
});

test("process memory changes nothing else", () => {
  const memory = { state: "unavailable", reason: "A new run began." } as const;
  const { result, ...rest } = withProcessMemory(finished, memory);
  expect(rest).toEqual({ state: "finished", stopped: false, notice: null });
  expect(result.environment.processMemory).toEqual(memory);
  expect(result.trials).toBe(finished.result.trials);
});
