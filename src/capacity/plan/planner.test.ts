// The planner's answers to the published example, and under limits made by hand.
import { expect, test } from "vitest";
import { request } from "./fixtures/requests.ts";
import type { MachineType } from "./machine-type.ts";
import { type Plan, type PlanRequest, type Split, sizesOf } from "./plan.ts";
import { cheapestPlan, equalPlan, equalPlans } from "./planner.ts";

function planned(asked: PlanRequest, split: Split): Plan {
  const outcome = cheapestPlan(asked, split);
  if (outcome.state === "infeasible") throw new Error(JSON.stringify(outcome.why));
  return outcome.plan;
}

test("one process cannot reach 500 op/s: 284 is the most that the published curve has", () => {
  expect(cheapestPlan(request({ processesMost: 1 }), "equal")).toEqual({
    state: "infeasible",
    why: { reason: "demand", most: 284, wanted: 500, processes: 1, agents: 50, tooLarge: null },
  });
});

test("500 op/s on the published curve: 3×16 with 5,724 MB is the cheapest equal split", () => {
  const plan = planned(request(), "equal");
  expect(plan.groups).toEqual([{ processes: 3, agents: 16 }]);
  expect(plan.memoryMB).toBeCloseTo(5_724, 9);
  expect(plan.opsPerSecond).toBeCloseTo(504, 9);
});

test("47 agents in three processes with 5,661 MB are the cheapest mixed split, the most equal way", () => {
  const plan = planned(request(), "mixed");
  expect(sizesOf(plan.groups)).toEqual([16, 16, 15]);
  expect(plan.memoryMB).toBeCloseTo(5_661, 9);
  expect(plan.opsPerSecond).toBeCloseTo(501, 9);
});

test("with N+1 the equal split is 5×9 with 7,335 MB, the mixed one 8+9+9+9+9 with 7,272 MB", () => {
  const equal = planned(request({ spare: 1 }), "equal");
  expect(sizesOf(equal.groups)).toEqual([9, 9, 9, 9, 9]);
  expect(equal.memoryMB).toBeCloseTo(7_335, 9);
  const mixed = planned(request({ spare: 1 }), "mixed");
  expect(sizesOf(mixed.groups)).toEqual([9, 9, 9, 9, 8]);
  expect(mixed.memoryMB).toBeCloseTo(7_272, 9);
  expect(mixed.survivingOpsPerSecond).toBeGreaterThanOrEqual(500);
});

test("the equal plans are in order of cost", () => {
  const plans = equalPlans(request(), 4);
  const costs = plans.map(({ memoryMB }) => memoryMB);
  expect(costs).toEqual([...costs].sort((a, b) => a - b));
  expect(plans[0]?.groups).toEqual([{ processes: 3, agents: 16 }]);
});

test("a memory budget is kept, and mixed sizes may be within one that equal ones exceed", () => {
  const asked = request({ memoryMBMost: 5_700 });
  expect(cheapestPlan(asked, "equal")).toEqual({
    state: "infeasible",
    why: { reason: "memory budget", needMB: 5_724, budgetMB: 5_700, oneMB: 963, agents: 1 },
  });
  expect(planned(asked, "mixed").memoryMB).toBeCloseTo(5_661, 9);
  expect(cheapestPlan(request({ memoryMBMost: 900 }), "mixed")).toMatchObject({
    why: { reason: "memory budget", needMB: 5_661, budgetMB: 900, oneMB: 963 },
  });
});

test("headroom is reached beyond the demand", () => {
  expect(planned(request({ headroomShare: 0.2 }), "equal").opsPerSecond).toBeGreaterThanOrEqual(600);
});

test("agents at a rate are in processes where each reaches its rate", () => {
  const demand = { kind: "agents", agents: 100, opsPerSecondPerAgent: 14 } as const;
  const plan = planned(request({ demand }), "equal");
  expect(plan.groups).toEqual([{ processes: 10, agents: 10 }]);
  const fast = { kind: "agents", agents: 100, opsPerSecondPerAgent: 21 } as const;
  expect(cheapestPlan(request({ demand: fast }), "equal")).toEqual({
    state: "infeasible",
    why: { reason: "limit", limit: "rate", best: 20, agents: 1 },
  });
});

test.each([
  [{ latencyMsMost: 40 }, { reason: "limit", limit: "latency", best: 50, agents: 1 }],
  [{ efficiencyLeast: 1.1 }, { reason: "limit", limit: "efficiency", best: 1, agents: 1 }],
  [
    { spare: 2, processesMost: 2 },
    { reason: "spare", processesMost: 2 },
  ],
  [{ throughput: [null, null] }, { reason: "no curve" }],
  [{ throughput: [null, null, 30, 40], efficiencyLeast: 0.5 }, { reason: "no single agent" }],
] as const)("%j is infeasible, with the reason", (changes, why) => {
  expect(cheapestPlan(request(changes), "mixed")).toEqual({ state: "infeasible", why });
});

const small: MachineType = {
  name: "small",
  platform: "whole",
  memoryGiB: 0.5,
  vcpu: 2,
  podsMost: 110,
  pricePerHour: null,
};

test("machines that hold no process, have too few cores or no price are the reason", () => {
  expect(cheapestPlan(request({ machines: [small] }), "equal")).toMatchObject({
    why: { reason: "machine memory", agents: 1, needMB: 963 },
  });
  const roomy = { ...small, memoryGiB: 16 };
  expect(cheapestPlan(request({ machines: [roomy], vcpuPerProcess: 3 }), "equal")).toMatchObject({
    why: { reason: "machine cores", needVcpu: 3 },
  });
  expect(cheapestPlan(request({ machines: [roomy], objective: "price" }), "mixed")).toMatchObject({
    why: { reason: "no price" },
  });
  const apart = [roomy, { ...small, vcpu: 8 }];
  expect(cheapestPlan(request({ machines: apart, vcpuPerProcess: 4 }), "mixed")).toMatchObject({
    why: { reason: "contradiction", limits: ["machine memory", "machine cores"] },
  });
});

test("limits that leave no common size are named", () => {
  const throughput = [null, 10, 30, 60];
  const machines = [{ ...small, memoryGiB: 1 }];
  expect(cheapestPlan(request({ throughput, latencyMsMost: 60, machines }), "equal")).toMatchObject({
    why: { reason: "contradiction", limits: ["latency", "machine memory"] },
  });
});

test("7,614 MB do not fit on an m5.large, whose node has 7,350 MB left", () => {
  const machine = {
    name: "m5.large",
    platform: "eks",
    memoryGiB: 8,
    vcpu: 2,
    podsMost: 29,
    pricePerHour: 0.096,
  } as const;
  const asked = request({
    throughput: Array.from({ length: 191 }, (_, n) => (n === 0 ? null : 10 * n)),
    demand: { kind: "throughput", opsPerSecond: 1_665 },
    constants: { ...request().constants, bufferShare: 0 },
    machines: [machine],
    processesMost: 1,
  });
  const outcome = equalPlan(asked);
  expect(outcome).toMatchObject({
    state: "infeasible",
    why: { reason: "demand", agents: 160, most: 1_600, tooLarge: { agents: 167, needMB: 7_614, roomMB: 7_349.534_72 } },
  });
  // The same on a machine that keeps nothing for itself: this is what is asked.
  const whole = equalPlan({ ...asked, machines: [{ ...machine, platform: "whole" }] });
  expect(whole.state === "planned" ? Math.round(whole.plan.memoryMB) : 0).toBe(7_614);
});

/** A fast engine: one agent does 12,270 op/s, and more agents in a process add little. */
const fastRates = [null, 12_270, 13_000, 13_500, 13_800, 14_000];

test("agents that are asked for beside op/s are all there, though one would do for the op/s", () => {
  const alone = planned(request({ throughput: fastRates }), "equal");
  expect(alone.agents).toBe(1);
  for (const split of ["equal", "mixed"] as const) {
    for (const spare of [0, 1, 2] as const) {
      const demand = { kind: "throughput", opsPerSecond: 500, agentsLeast: 12 } as const;
      const plan = planned(request({ throughput: fastRates, demand, spare }), split);
      expect(plan.survivingAgents).toBeGreaterThanOrEqual(12);
      expect(plan.survivingOpsPerSecond).toBeGreaterThanOrEqual(500);
    }
  }
});

test("where the agents are enough for more than the op/s, the op/s hold too", () => {
  const demand = { kind: "throughput", opsPerSecond: 500, agentsLeast: 20 } as const;
  expect(planned(request({ demand }), "equal").survivingOpsPerSecond).toBeGreaterThanOrEqual(500);
});

test("agents out of reach, and op/s and agents that no size reaches together, are told apart", () => {
  const asked = (agentsLeast: number, opsPerSecond: number, throughput: readonly (number | null)[]) =>
    request({ throughput, processesMost: 1, demand: { kind: "throughput", opsPerSecond, agentsLeast } });
  expect(cheapestPlan(asked(6, 500, fastRates), "equal")).toEqual({
    state: "infeasible",
    why: { reason: "agents", most: 5, wanted: 6, processes: 1, agents: 5, tooLarge: null },
  });
  expect(cheapestPlan(asked(3, 50, [null, 60, 50, 40]), "equal")).toEqual({
    state: "infeasible",
    why: { reason: "both", processes: 1 },
  });
});

test("where only mixed sizes reach op/s and agents together, they are found", () => {
  const demand = { kind: "throughput", opsPerSecond: 110, agentsLeast: 3 } as const;
  const asked = request({ throughput: [null, 60, 50, 10], processesMost: 2, demand });
  expect(cheapestPlan(asked, "equal")).toMatchObject({ why: { reason: "both" } });
  expect(sizesOf(planned(asked, "mixed").groups)).toEqual([2, 1]);
});
