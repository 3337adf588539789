// The scale from a measured curve to pymdp's speed: its step times are those that ship, and the product is its rate.
import { expect, test } from "vitest";
import shipped from "../../public/reference/pymdp-threads.json";
import { PYMDP_STEP_MS } from "../workloads/pymdp-steps.ts";
import { pymdpStepOf, scaleToPymdp } from "./pymdp-steps.ts";

const explorer = { workload: "explorer", gridSize: 10, policyLength: 2 };

test("the step times are those of the reference that ships", () => {
  const { note: _, ...recorded } = shipped.stepMs;
  expect(PYMDP_STEP_MS).toEqual(recorded);
});

test("a scaled single agent has pymdp's rate", () => {
  expect(229_000 * scaleToPymdp(explorer, 229_000)).toBeCloseTo(1_000 / 17.7, 0);
  expect(scaleToPymdp({ workload: "t-maze" }, 357_000)).toBe(0.000329);
});

test("an example has its own step time, also where a result leaves the usual one out", () => {
  expect(pymdpStepOf({ workload: "custom", model: "example:d_grid10x4_pl2" })).toBe(67.7);
  expect(pymdpStepOf({ workload: "custom" })).toBe(PYMDP_STEP_MS.b_grid5_pl1_noisy);
});

test("without a recorded step of the model, or without one agent, nothing is scaled", () => {
  expect(pymdpStepOf({ ...explorer, policyLength: 3 })).toBeNull();
  expect(scaleToPymdp({ ...explorer, policyLength: 3 }, 100)).toBe(1);
  expect(scaleToPymdp(explorer, null)).toBe(1);
  expect(scaleToPymdp({ workload: "another" }, 100)).toBe(1);
  expect(pymdpStepOf({ workload: "custom", model: `sha256:${"0".repeat(64)}` })).toBeNull();
});
