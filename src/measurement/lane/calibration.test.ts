// What a calibrating lane counts: whole iterations until its end, and the gaps in which something else had its core.
import { expect, test } from "vitest";
import { createCalibrationKernel, runCalibration } from "./calibration.ts";
import type { LaneClock } from "./lane-clock.ts";

/** Each look at the clock takes 0.02 ms, and those from some instants on as long as a theft. */
function clockWith(thefts: readonly { readonly atMs: number; readonly forMs: number }[]): LaneClock {
  let nowMs = 0;
  const left = [...thefts];
  return {
    now() {
      nowMs += 0.02;
      const [next] = left;
      if (next !== undefined && nowMs >= next.atMs) {
        left.shift();
        nowMs += next.forMs;
      }
      return nowMs;
    },
    sleepUntil: () => undefined,
  };
}

const window = { startAtMs: 5, durationMs: 20 };

test("a lane that nobody disturbs counts iterations to its end, and no time as stolen", () => {
  const { iterations, stolenMs, timerStepUs } = runCalibration(clockWith([]), createCalibrationKernel(), window);
  expect(stolenMs).toBe(0);
  expect(timerStepUs).toBe(20);
  expect(iterations).toBeGreaterThan(16 * 990);
  expect(iterations).toBeLessThanOrEqual(16 * 1_001);
});

test("time in which something else had the core is counted, and what is past the end is not", () => {
  const clock = clockWith([
    { atMs: 10, forMs: 3 },
    { atMs: 24, forMs: 7 },
  ]);
  const { stolenMs } = runCalibration(clock, createCalibrationKernel(), window);
  expect(stolenMs).toBeGreaterThan(3.9);
  expect(stolenMs).toBeLessThan(4.1);
});

test("a kernel that loses its numbers is an error", () => {
  expect(() => runCalibration(clockWith([]), () => Number.NaN, window)).toThrow(/lost its numbers/);
});
