// Shuffling by a seed, and several arms in turn.
import { describe, expect, test } from "vitest";
import { scalingWith } from "../../scenarios/fixtures/experiments.ts";
import { interleave, shuffled } from "./schedule.ts";

test("shuffling keeps every item and leaves the list as it was", () => {
  const items = [1, 2, 3, 4, 5, 6];
  expect(shuffled(items, 3).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(items).toEqual([1, 2, 3, 4, 5, 6]);
  expect(shuffled([], 1)).toEqual([]);
});

describe("arms in turn", () => {
  const plan = scalingWith({ topology: "none", agents: [1, 5], repeats: 4 }).plan;

  test("two equal arms alternate who goes first, each in its own order", () => {
    const order = interleave([plan, plan]);
    expect(order.slice(0, 8).map(({ arm }) => arm)).toEqual([0, 1, 1, 0, 0, 1, 1, 0]);
    for (const arm of [0, 1]) {
      expect(order.filter((one) => one.arm === arm).map(({ planned }) => planned)).toEqual(plan);
    }
  });

  test("a control stays right behind its row, and arms of different length end together", () => {
    const coupled = scalingWith({ agents: [1, 5, 10], repeats: 4 }).plan;
    const order = interleave([coupled, plan]);
    expect(order).toHaveLength(coupled.length + plan.length);
    for (const [at, { arm, planned }] of order.entries()) {
      if (planned.series !== "control") continue;
      expect(order[at - 1]).toEqual({ arm, planned: { ...planned, series: "row" } });
    }
    const lastOf = (arm: number) => order.findLastIndex((one) => one.arm === arm);
    expect(Math.abs(lastOf(0) - lastOf(1))).toBeLessThanOrEqual(2);
  });

  test("a single arm keeps its plan", () => {
    expect(interleave([plan]).map(({ planned }) => planned)).toEqual(plan);
  });
});
