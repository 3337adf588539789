// Unfinished runs are taken in a moment after the tab that measured has gone, and not while one goes on.
import { expect, test } from "vitest";
import { onceFree } from "./once-free.ts";

/** A tab that measures for so long: what is taken in beside it, and when, ms. */
async function takenBeside(measuredMs: number) {
  let nowMs = 0;
  let takenAtMs: number | null = null;
  const taken = await onceFree(
    () => Promise.resolve(nowMs < measuredMs),
    () => {
      takenAtMs = nowMs;
      return Promise.resolve(["cut"]);
    },
    (durationMs) => {
      nowMs += durationMs;
      return Promise.resolve();
    },
  );
  return { taken, takenAtMs, endedAtMs: nowMs };
}

test("the lock of a tab that has gone is waited for", async () => {
  expect(await takenBeside(0)).toMatchObject({ taken: ["cut"], takenAtMs: 250 });
  expect(await takenBeside(1_200)).toMatchObject({ taken: ["cut"], takenAtMs: 1_250 });
});

test("while a tab goes on measuring nothing of it is taken, and waiting ends", async () => {
  expect(await takenBeside(3_600_000)).toEqual({ taken: [], takenAtMs: null, endedAtMs: 10_000 });
});
