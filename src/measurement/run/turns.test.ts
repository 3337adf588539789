// Whose turn it is: plans share turns as before, and searches are asked one by one.
import { expect, test } from "vitest";
import type { Measurable, Search } from "./bench.ts";
import { interleave } from "./schedule.ts";
import type { Planned, Sample } from "./sample.ts";
import { turnsOf } from "./turns.ts";

function measurable(plan: readonly Planned[], search: Search | null = null): Measurable {
  return {
    plan,
    search,
    costOf: () => ({ lanes: 1, key: "", windowMs: 0 }),
    attempt: () => Promise.resolve({ state: "stopped" }),
  };
}

const point = (at: number): Planned => ({ series: "row", at, repeat: 0 });
const valid = (at: number): Sample => ({ ...point(at), attempt: 0, state: "valid", figures: {} });
const nothing = { samples: [], engineMemory: null };

test("plans alone are interleaved", () => {
  const plans = [
    [point(1), point(2)],
    [point(3), point(4)],
  ];
  const turns = turnsOf(
    plans.map((plan) => measurable(plan)),
    () => nothing,
  );
  expect([...turns.points()]).toEqual(interleave(plans));
  expect(turns.total).toBe(4);
});

test("a search is asked when its turn comes, with what was taken until then, and ends by itself", () => {
  const samples: Sample[] = [];
  const search: Search = {
    longest: [],
    next: (taken, { engineMemory }) =>
      taken.length === 3 ? null : point(10 * (taken.length + 1) + (engineMemory?.perAgentBytes ?? 0)),
  };
  const turns = turnsOf([measurable([point(1)], search)], () => ({
    samples,
    engineMemory: { perAgentBytes: 5, sharedPerWorkerBytes: 0 },
  }));
  const asked: number[] = [];
  for (const { planned } of turns.points()) {
    asked.push(planned.at);
    samples.push(valid(planned.at));
  }
  expect(asked).toEqual([15, 25, 35]);
});

test("a plan beside a search, and searches that end at different times, take turns until both have ended", () => {
  const taken: Sample[][] = [[], []];
  const upTo = (most: number): Search => ({
    longest: [],
    next: (own) => (own.length < most ? point(own.length) : null),
  });
  const turns = turnsOf([measurable([], upTo(1)), measurable([point(7), point(8), point(9)])], (arm) => ({
    samples: taken[arm] ?? [],
    engineMemory: null,
  }));
  const order: string[] = [];
  for (const { arm, planned } of turns.points()) {
    taken[arm]?.push(valid(planned.at));
    order.push(`${arm}:${planned.at}`);
  }
  expect(order).toEqual(["0:0", "1:7", "1:8", "1:9"]);
});
