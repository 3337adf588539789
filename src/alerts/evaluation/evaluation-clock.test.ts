// B6: the time of evaluations stands still while the load is paused, so that `for` does not run.
import { expect, test } from "vitest";
import { EvaluationClock } from "./evaluation-clock.ts";
import { benchOf, ruleOf } from "./fixtures/bench.ts";

test("B6: a pause takes no time, also when it is asked for twice", () => {
  const clock = new EvaluationClock();
  expect(clock.at(1000)).toBe(1000);
  clock.resume(1500);
  clock.pause(2000);
  clock.pause(2500);
  expect([clock.at(2000), clock.at(9000)]).toEqual([2000, 2000]);
  clock.resume(9000);
  expect(clock.at(10_000)).toBe(3000);
  clock.pause(10_000);
  clock.resume(20_000);
  expect(clock.at(20_500)).toBe(3500);
});

test("B6: `for` is frozen by a paused load, and a sample from before the pause still counts after it", () => {
  const clock = new EvaluationClock();
  const bench = benchOf([ruleOf("alert: a, expr: m > 0, for: 5s")]);
  bench.put(clock.at(0) / 1000, 1);
  expect(bench.at(clock.at(0) / 1000)).toEqual(["pending"]);
  clock.pause(1000);
  expect(bench.at(clock.at(600_000) / 1000)).toEqual(["pending"]);
  clock.resume(600_000);
  expect(bench.at(clock.at(603_000) / 1000)).toEqual(["pending"]);
  expect(bench.at(clock.at(604_000) / 1000)).toEqual(["firing"]);
});
