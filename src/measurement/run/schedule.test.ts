// The order of a run: the same for the same seed, controls with their rows, one agent alone at start, middle and end.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Configuration, defaultConfiguration } from "./configuration.ts";
import { interleave, isLockStep, type PlannedTrial, planTrials, shuffled } from "./schedule.ts";

const lockStep: Configuration = { ...defaultConfiguration, agents: [1, 5, 10], repeats: 4 };
const free: Configuration = { ...lockStep, topology: "none" };

function rowsIn(plan: readonly PlannedTrial[]): PlannedTrial[] {
  return plan.filter(({ kind }) => kind === "row");
}

function soloPlaces(plan: readonly PlannedTrial[]): number[] {
  return plan.flatMap(({ kind }, place) => (kind === "solo" ? [place] : []));
}

test("the same seed gives the same order, another seed another", () => {
  expect(planTrials(lockStep)).toEqual(planTrials(lockStep));
  expect(planTrials({ ...lockStep, seed: 8 })).not.toEqual(planTrials(lockStep));
});

test("agent counts are shuffled rather than ascending", () => {
  const counts = rowsIn(planTrials(free)).map(({ agents }) => agents);
  expect(counts).not.toEqual([...counts].sort((a, b) => a - b));
});

test("every count is planned once per repeat, whatever the seed", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2_147_483_647 }), (seed) => {
      const planned = rowsIn(planTrials({ ...free, seed })).map(({ agents, repeat }) => `${agents}/${repeat}`);
      expect(planned.sort()).toEqual(
        [1, 5, 10].flatMap((agents) => [0, 1, 2, 3].map((repeat) => `${agents}/${repeat}`)).sort(),
      );
    }),
    { numRuns: 50 },
  );
});

test("a saturated lock-step row is followed at once by its control", () => {
  const plan = planTrials(lockStep);
  for (const [place, planned] of plan.entries()) {
    if (planned.kind === "row") expect(plan[place + 1]).toEqual({ ...planned, kind: "control" });
  }
  expect(plan.filter(({ kind }) => kind === "control")).toHaveLength(12);
});

test("agents that do not speak need no control", () => {
  expect(isLockStep(free)).toBe(false);
  expect(planTrials(free).some(({ kind }) => kind === "control")).toBe(false);
});

test("one agent alone is measured at start, middle and end, as often as a third of the repeats", () => {
  const plan = planTrials(free);
  expect(soloPlaces(plan)).toEqual([0, 1, 8, 9, 16, 17]);
  const solos = plan.filter(({ kind }) => kind === "solo");
  expect(solos.every(({ agents }) => agents === 1)).toBe(true);
  expect(solos.map(({ repeat }) => repeat % 3)).toEqual([0, 0, 1, 1, 2, 2]);
  expect(new Set(solos.map(({ repeat }) => repeat)).size).toBe(6);
});

test("the middle does not part a row from its control", () => {
  const plan = planTrials({ ...lockStep, agents: [1, 2, 3], repeats: 1 });
  expect(plan.map(({ kind }) => kind).join(" ")).toBe("solo row control row control solo row control solo");
});

test("a single trial still has one agent alone around it", () => {
  const plan = planTrials({ ...free, agents: [7], repeats: 1 });
  expect(plan.map(({ kind }) => kind)).toEqual(["solo", "row", "solo", "solo"]);
});

test("a paced run is measured against its offered rate, so it has neither solos nor controls", () => {
  const plan = planTrials({ ...lockStep, pacing: "paced" });
  expect(plan).toHaveLength(12);
  expect(plan.every(({ kind }) => kind === "row")).toBe(true);
});

test("shuffling keeps every item and leaves the list as it was", () => {
  const items = [1, 2, 3, 4, 5, 6];
  expect(shuffled(items, 3).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(items).toEqual([1, 2, 3, 4, 5, 6]);
  expect(shuffled([], 1)).toEqual([]);
});

describe("arms in turn", () => {
  const plan = planTrials({ ...defaultConfiguration, topology: "none", agents: [1, 5], repeats: 4 });

  test("two equal arms alternate who goes first, each in its own order", () => {
    const order = interleave([plan, plan]);
    expect(order.slice(0, 8).map(({ arm }) => arm)).toEqual([0, 1, 1, 0, 0, 1, 1, 0]);
    for (const arm of [0, 1]) {
      expect(order.filter((one) => one.arm === arm).map(({ planned }) => planned)).toEqual(plan);
    }
  });

  test("a control stays right behind its row, and arms of different length end together", () => {
    const coupled = planTrials({ ...defaultConfiguration, agents: [1, 5, 10], repeats: 4 });
    const order = interleave([coupled, plan]);
    expect(order).toHaveLength(coupled.length + plan.length);
    for (const [at, { arm, planned }] of order.entries()) {
      if (planned.kind !== "control") continue;
      expect(order[at - 1]).toEqual({ arm, planned: { ...planned, kind: "row" } });
    }
    const lastOf = (arm: number) => order.findLastIndex((one) => one.arm === arm);
    expect(Math.abs(lastOf(0) - lastOf(1))).toBeLessThanOrEqual(2);
  });

  test("a single arm keeps its plan", () => {
    expect(interleave([plan]).map(({ planned }) => planned)).toEqual(plan);
  });
});
