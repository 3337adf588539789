// The order of a run: the same for the same seed, controls with their rows, one agent alone at start, middle and end.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Planned } from "../../measurement/run/sample.ts";
import { scalingDefaults, type ScalingSettings } from "./fields.ts";
import { isLockStep } from "../agents/agent-form.ts";
import { planScaling } from "./plan.ts";

const lockStep: ScalingSettings = { ...scalingDefaults, agents: [1, 5, 10], repeats: 4 };
const free: ScalingSettings = { ...lockStep, topology: "none" };

function rowsIn(plan: readonly Planned[]): Planned[] {
  return plan.filter(({ series }) => series === "row");
}

function soloPlaces(plan: readonly Planned[]): number[] {
  return plan.flatMap(({ series }, place) => (series === "solo" ? [place] : []));
}

test("the same seed gives the same order, another seed another", () => {
  expect(planScaling(lockStep)).toEqual(planScaling(lockStep));
  expect(planScaling({ ...lockStep, seed: 8 })).not.toEqual(planScaling(lockStep));
});

test("agent counts are shuffled rather than ascending", () => {
  const counts = rowsIn(planScaling(free)).map(({ at }) => at);
  expect(counts).not.toEqual([...counts].sort((a, b) => a - b));
});

test("every count is planned once per repeat, whatever the seed", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2_147_483_647 }), (seed) => {
      const planned = rowsIn(planScaling({ ...free, seed })).map(({ at, repeat }) => `${at}/${repeat}`);
      expect(planned.sort()).toEqual(
        [1, 5, 10].flatMap((agents) => [0, 1, 2, 3].map((repeat) => `${agents}/${repeat}`)).sort(),
      );
    }),
    { numRuns: 50 },
  );
});

test("a saturated lock-step row is followed at once by its control", () => {
  const plan = planScaling(lockStep);
  for (const [place, planned] of plan.entries()) {
    if (planned.series === "row") expect(plan[place + 1]).toEqual({ ...planned, series: "control" });
  }
  expect(plan.filter(({ series }) => series === "control")).toHaveLength(12);
});

test("agents that do not speak need no control", () => {
  expect(isLockStep(free)).toBe(false);
  expect(planScaling(free).some(({ series }) => series === "control")).toBe(false);
});

test("one agent alone is measured at start, middle and end, as often as a third of the repeats", () => {
  const plan = planScaling(free);
  expect(soloPlaces(plan)).toEqual([0, 1, 8, 9, 16, 17]);
  const solos = plan.filter(({ series }) => series === "solo");
  expect(solos.every(({ at }) => at === 1)).toBe(true);
  expect(solos.map(({ repeat }) => repeat % 3)).toEqual([0, 0, 1, 1, 2, 2]);
  expect(new Set(solos.map(({ repeat }) => repeat)).size).toBe(6);
});

test("the middle does not part a row from its control", () => {
  const plan = planScaling({ ...lockStep, agents: [1, 2, 3], repeats: 1 });
  expect(plan.map(({ series }) => series).join(" ")).toBe("solo row control row control solo row control solo");
});

test("a single trial still has one agent alone around it", () => {
  const plan = planScaling({ ...free, agents: [7], repeats: 1 });
  expect(plan.map(({ series }) => series)).toEqual(["solo", "row", "solo", "solo"]);
});

test("a paced run is measured against its offered rate, so it has neither solos nor controls", () => {
  const plan = planScaling({ ...lockStep, pacing: "paced" });
  expect(plan).toHaveLength(12);
  expect(plan.every(({ series }) => series === "row")).toBe(true);
});
