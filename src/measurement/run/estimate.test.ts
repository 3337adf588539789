// The time estimate follows what a run does.
import { expect, test } from "vitest";
import { experimentFrom } from "../../scenarios/experiments.ts";
import { scalingWith } from "../../scenarios/fixtures/experiments.ts";
import { realTime } from "../../scenarios/real-time/real-time.ts";
import type { ScalingSettings } from "../../scenarios/scaling/fields.ts";
import { estimateRange, estimateSeconds } from "./estimate.ts";

const cores = 2;
const seconds = (part: Partial<ScalingSettings>) => estimateSeconds([scalingWith(part)], cores);

test("three repeats of seven agent counts take about half a minute on two cores", () => {
  expect(Math.round(seconds({}) / 5) * 5).toBe(35);
});

test("two experiments in turn share one calibration", () => {
  const both = estimateSeconds([scalingWith(), scalingWith()], cores);
  expect(both).toBeGreaterThan(1.7 * seconds({}));
  expect(both).toBeLessThan(2 * seconds({}));
});

test("a search takes two to four minutes, and what is planned takes as long as it takes", () => {
  const [typical, most] = estimateRange([experimentFrom(realTime.standard())], cores);
  expect(typical).toBeGreaterThan(105);
  expect(typical).toBeLessThan(150);
  expect(most).toBeGreaterThan(typical + 60);
  expect(most).toBeLessThanOrEqual(240);
  expect(estimateRange([scalingWith()], cores)).toEqual([seconds({}), seconds({})]);
});

test("paced windows are widened to whole periods", () => {
  const paced: Partial<ScalingSettings> = {
    pacing: "paced",
    topology: "none",
    agents: [50],
    repeats: 2,
    windowMs: 400,
  };
  const slow = seconds({ ...paced, opsPerSecondPerAgent: 0.1 });
  const fast = seconds({ ...paced, opsPerSecondPerAgent: 20 });
  expect(slow - fast).toBeCloseTo(2 * (10 * 0.98 - (0.4 - 0.05 / 50)), 6);
});

test("paced lock-step ends with its last round, a period before the window's end", () => {
  const paced: Partial<ScalingSettings> = { pacing: "paced", agents: [50], repeats: 1, windowMs: 400 };
  const slow = seconds({ ...paced, opsPerSecondPerAgent: 0.1 });
  const fast = seconds({ ...paced, opsPerSecondPerAgent: 20 });
  expect(slow - fast).toBeCloseTo(0 - 0.35, 6);
});

test("many workers take longer to start and to warm, and longer still where they are ended and started again", () => {
  const pool = { agents: [200], repeats: 1, windowMs: 100 };
  const each = { ...pool, placement: "worker-per-agent" } as const;
  expect(seconds(each) - seconds(pool)).toBeGreaterThan(200 * 0.012 + 2 * 2 * 1.4);
  const once = seconds({ ...each, agents: [100, 150, 200] });
  const again = seconds({ ...each, agents: [1, 100, 2, 150, 3, 200] });
  expect(again - once).toBeGreaterThan(3 * 2 * 0.3);
});
