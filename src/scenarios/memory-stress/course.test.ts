// Requirement D7: the first fifth is left out, and a step that happens once is told from a slope that goes on.
import { expect, test } from "vitest";
import { seededRandom } from "../../workloads/chance.ts";
import { type Course, courseOf, type Reading } from "./course.ts";

const READINGS = 60;

/** Readings every 5 s with noise of so much either side. */
function series(seed: number, noise: number, of: (at: number) => number): Reading[] {
  const random = seededRandom(seed);
  return Array.from({ length: READINGS }, (_, at) => ({
    seconds: at * 5,
    value: of(at) + noise * (2 * random() - 1),
  }));
}

function countOf(state: Course["state"], of: (at: number) => number): number {
  return Array.from({ length: 100 }, (_, seed) => courseOf(series(seed, 1, of)).state).filter((one) => one === state)
    .length;
}

test("D7: noise around a level is called level in 95 of 100 series, whatever warms up in the first fifth", () => {
  expect(countOf("level", () => 40)).toBeGreaterThanOrEqual(95);
  expect(countOf("level", (at) => (at < READINGS / 5 ? 20 + at : 40))).toBeGreaterThanOrEqual(95);
});

test("D7: a step that happens once is a step, with its place and its height, and no growth", () => {
  expect(countOf("steps", (at) => (at < 35 ? 40 : 44))).toBeGreaterThanOrEqual(95);
  const course = courseOf(series(1, 0.5, (at) => (at < 35 ? 40 : 44)));
  expect(course).toMatchObject({ state: "steps", atSeconds: 175 });
  expect(course.state === "steps" ? course.by : 0).toBeCloseTo(4, 0);
});

test("D7: growth that goes on is growth, and its interval holds the true slope", () => {
  expect(countOf("grows", (at) => 40 + at * 0.1)).toBeGreaterThanOrEqual(95);
  const held = Array.from({ length: 100 }, (_, seed) => courseOf(series(seed, 1, (at) => 40 + at * 0.1))).filter(
    (course) => course.state === "grows" && course.perSecond.low <= 0.02 && course.perSecond.high >= 0.02,
  );
  expect(held.length).toBeGreaterThanOrEqual(85);
  expect(courseOf(series(1, 0.1, (at) => 40 - at * 0.1)).state).toBe("falls");
});

test("what never changes is level, and too few readings tell nothing", () => {
  expect(courseOf(series(1, 0, () => 40))).toEqual({ state: "level", value: 40, perSecond: { low: 0, high: 0 } });
  expect(courseOf(series(1, 1, () => 40).slice(0, 11))).toEqual({ state: "too few", needed: 13 });
});
