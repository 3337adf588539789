// Plans that survive the loss of a machine or a zone: no layout is cheaper by trying all, and what is left is enough.
import fc from "fast-check";
import { expect, test } from "vitest";
import { request } from "./fixtures/requests.ts";
import { evenly, layoutsLosing, placementOf } from "./losing-machines.ts";
import type { MachineType } from "./machine-type.ts";
import type { Plan, PlanRequest } from "./plan.ts";
import { cheapestPlan } from "./planner.ts";

const machine: MachineType = {
  name: "four cores",
  platform: "whole",
  memoryGiB: 16,
  vcpu: 4,
  podsMost: 110,
  pricePerHour: 1,
};

function planned(asked: PlanRequest): Plan {
  const outcome = cheapestPlan(asked, "equal");
  if (outcome.state === "infeasible") throw new Error(JSON.stringify(outcome.why));
  return outcome.plan;
}

/** The least processes on exactly so many machines of which any one may be lost, by trying all numbers. */
function fewestByTrying(survivors: number, machines: number): number {
  for (let processes = survivors; ; processes += 1) {
    if (processes - Math.max(...evenly(processes, machines)) >= survivors) return processes;
  }
}

test("for each number of machines a layout has the fewest processes, and its fullest machine may be lost", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 12 }), (survivors, perMachine) => {
      const layouts = layoutsLosing("machine", survivors, perMachine, Number.POSITIVE_INFINITY);
      expect(layouts.length).toBeGreaterThan(0);
      for (const layout of layouts) {
        const held = placementOf(layout, perMachine);
        expect(held).toHaveLength(layout.machines);
        expect(Math.max(...held)).toBe(layout.lost);
        expect(layout.lost).toBeLessThanOrEqual(perMachine);
        expect(layout.processes - layout.lost).toBe(survivors);
        expect(layout.processes).toBe(fewestByTrying(survivors, layout.machines));
      }
    }),
  );
});

test("no zone of a layout holds more than may be lost, and no machine more than it has room for", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 12 }), (survivors, perMachine) => {
      for (const layout of layoutsLosing("zone", survivors, perMachine, Number.POSITIVE_INFINITY)) {
        const held = placementOf(layout, perMachine);
        expect(held).toHaveLength(layout.machines);
        expect(Math.max(...held)).toBeLessThanOrEqual(perMachine);
        expect(held.reduce((sum, count) => sum + count, 0)).toBe(layout.processes);
        expect(Math.max(...evenly(layout.processes, layout.groups))).toBe(layout.lost);
        expect(layout.processes - layout.lost).toBe(survivors);
      }
    }),
  );
});

test.each(["memory", "machines", "price"] as const)("by %s the demand is met without any one machine", (objective) => {
  const plan = planned(request({ machines: [machine], losing: "machine", objective }));
  const rates = request().throughput;
  const perMachine = (plan.machines?.placement ?? []).map((held) =>
    held.reduce((sum, agents) => sum + (rates[agents] ?? 0), 0),
  );
  expect(perMachine.length).toBeGreaterThan(1);
  expect(plan.opsPerSecond - Math.max(...perMachine)).toBeGreaterThanOrEqual(500 - 1e-6);
  expect(plan.survivingOpsPerSecond).toBeCloseTo(plan.opsPerSecond - Math.max(...perMachine), 6);
});

test("fewest machines for a lost machine are two, each with all that the demand needs", () => {
  const plan = planned(request({ machines: [machine], losing: "machine", objective: "machines" }));
  expect(plan.machines?.count).toBe(2);
  expect(plan.lost * 2).toBe(plan.processes);
});

test("a lost zone leaves the demand met with a machine in each of two or three zones", () => {
  const plan = planned(request({ machines: [machine], losing: "zone", objective: "memory" }));
  expect(plan.machines?.count).toBeGreaterThanOrEqual(2);
  expect(plan.survivingOpsPerSecond).toBeGreaterThanOrEqual(500 - 1e-6);
  expect(plan.lost).toBeGreaterThanOrEqual(Math.ceil(plan.processes / 3));
});

test("without machine types, and with one process allowed, there is no such plan, and the reason is told", () => {
  expect(cheapestPlan(request({ losing: "zone" }), "mixed")).toEqual({
    state: "infeasible",
    why: { reason: "no machines" },
  });
  expect(cheapestPlan(request({ losing: "machine", machines: [machine], processesMost: 1 }), "equal")).toEqual({
    state: "infeasible",
    why: { reason: "spare", processesMost: 1 },
  });
});

test("of all layouts those are made that the processes allowed are enough for", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("machine", "zone"),
      fc.integer({ min: 1, max: 80 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 64 }),
      (losing, survivors, perMachine, processesMost) => {
        const all = layoutsLosing(losing, survivors, perMachine, Number.POSITIVE_INFINITY);
        expect(layoutsLosing(losing, survivors, perMachine, processesMost)).toEqual(
          all.filter(({ processes }) => processes <= processesMost),
        );
      },
    ),
  );
});

test.each(["machine", "zone"] as const)(
  "a curve of next to nothing is told at once, whatever %s may be lost",
  (losing) => {
    // Trying every number of groups would be 500 × 10¹⁸ layouts.
    const throughput = [null, 1e-18, 2e-18];
    expect(cheapestPlan(request({ losing, machines: [machine], throughput }), "mixed")).toMatchObject({
      state: "infeasible",
      why: { reason: "demand", wanted: 500, processes: 64, agents: 2 },
    });
  },
);
