// What is left of a stopped run: exactly the points without a valid sample, in their order.
import fc from "fast-check";
import { expect, test } from "vitest";
import { scalingWith } from "../../scenarios/fixtures/experiments.ts";
import type { Measurable } from "./bench.ts";
import { placeOf, remaining } from "./remaining.ts";
import type { Planned, Sample } from "./sample.ts";

const { plan, ...rest } = scalingWith({ agents: [1, 4, 9], repeats: 3 });
const measurable: Measurable = { ...rest, plan };

function valid(planned: Planned): Sample {
  return { ...planned, attempt: 0, state: "valid", figures: { throughput: 1 } };
}

test("measured points and those that are left are the plan together, each once and in order, whatever was measured", () => {
  fc.assert(
    fc.property(fc.subarray([...plan]), fc.subarray([...plan]), (measured, failed) => {
      const samples = [
        ...failed.map((planned): Sample => ({ ...planned, attempt: 2, state: "failed", reason: "no" })),
        ...measured.map(valid),
      ];
      const left = remaining(measurable, samples).plan;
      const done = new Set(measured.map(placeOf));
      expect(left).toEqual(plan.filter((planned) => !done.has(placeOf(planned))));
    }),
  );
});

test("nothing measured leaves everything, and everything measured nothing", () => {
  expect(remaining(measurable, []).plan).toEqual(plan);
  expect(remaining(measurable, plan.map(valid)).plan).toEqual([]);
});

test("a search goes on from what it had seen", () => {
  const asked: number[] = [];
  const search: Measurable["search"] = {
    longest: [],
    next(samples) {
      asked.push(samples.length);
      return null;
    },
  };
  const before = plan.slice(0, 2).map(valid);
  const left = remaining({ ...measurable, search }, before);
  left.search?.next([], { engineMemory: null });
  left.search?.next(plan.slice(2, 5).map(valid), { engineMemory: null });
  expect(asked).toEqual([2, 5]);
});
