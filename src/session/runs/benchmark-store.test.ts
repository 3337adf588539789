// Back to the start: what the library holds is shown no more, and nothing is lost.
import { expect, test } from "vitest";
import { realisticResult } from "../../results/fixtures/realistic-result.ts";
import { type FinishedRun, leaveKeptRun, setRun, useBenchmark } from "./benchmark-store.ts";

const finished: FinishedRun = {
  state: "finished",
  result: realisticResult({ seed: 3 }),
  stopped: false,
  notice: null,
  kept: { state: "kept" },
};

test("a run that the library holds is left", () => {
  setRun(finished);
  leaveKeptRun();
  expect(useBenchmark.getState().run).toEqual({ state: "idle" });
});

test.each([{ state: "keeping" }, { state: "not-kept", reason: "The storage is full." }] as const)(
  "a run of which the library has nothing stays: $state",
  (kept) => {
    const run = { ...finished, kept };
    setRun(run);
    leaveKeptRun();
    expect(useBenchmark.getState().run).toBe(run);
  },
);
