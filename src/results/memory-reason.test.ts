// A stored result never says that something is still being measured.
import { expect, test } from "vitest";
import { unavailable } from "../measurement/run/process-memory.ts";
import { measuredOn } from "./experiment.ts";
import { realisticResult } from "./fixtures/realistic-result.ts";
import { MEMORY_NOT_YET, shownMemory } from "./memory-reason.ts";

test("what an earlier Headroom stored of a measurement that went on is said in the past", () => {
  const still = unavailable("The browser is still measuring it, 10 to 20 s after the run.");
  expect(shownMemory(still)).toEqual(unavailable(MEMORY_NOT_YET));
  const { environment } = realisticResult({ seed: 1 });
  expect(measuredOn({ ...environment, processMemory: still }).processMemory).toEqual(unavailable(MEMORY_NOT_YET));
});

test("other reasons and measured memory stay as they are", () => {
  const measured = { state: "measured", agents: 4, workers: 2, totalBytes: 9, workersBytes: 8 } as const;
  for (const memory of [measured, unavailable("The run was stopped."), unavailable(MEMORY_NOT_YET)]) {
    expect(shownMemory(memory)).toEqual(memory);
  }
});
