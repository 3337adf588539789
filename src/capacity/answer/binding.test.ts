// What binds, and which plans are not chosen, in the published example.
import { expect, test } from "vitest";
import { alternativesTo } from "./alternatives.ts";
import { bindingOf, type LimitName } from "./binding.ts";
import { request } from "../plan/fixtures/requests.ts";
import type { MachineType } from "../plan/machine-type.ts";
import type { Plan, PlanRequest } from "../plan/plan.ts";
import { cheapestPlan } from "../plan/planner.ts";

function planOf(asked: PlanRequest): Plan {
  const outcome = cheapestPlan(asked, "equal");
  if (outcome.state === "infeasible") throw new Error(outcome.why.reason);
  return outcome.plan;
}

function slackOf(asked: PlanRequest, limit: LimitName) {
  return bindingOf(planOf(asked), asked, "equal").slacks.find((slack) => slack.limit === limit);
}

test("with nothing but a demand throughput binds, with 4 op/s to spare", () => {
  const asked = request();
  expect(bindingOf(planOf(asked), asked, "equal").binds).toBe("throughput");
  const slack = slackOf(asked, "throughput");
  expect(slack?.reached).toBeCloseTo(504, 9);
  expect(slack).toMatchObject({ bound: 500, saves: null });
  expect(slack?.slackShare).toBeCloseTo(0.008, 9);
});

test("a latency limit that forces smaller processes binds, and its cost is known", () => {
  const asked = request({ latencyMsMost: 60 });
  const plan = planOf(asked);
  const binding = bindingOf(plan, asked, "equal");
  expect(binding.binds).toBe("latency");
  expect(binding.slacks.find(({ limit }) => limit === "latency")?.saves).toBeCloseTo(plan.memoryMB - 5_724, 9);
});

test("redundancy and headroom cost on purpose: they are listed, and do not bind", () => {
  const asked = request({ spare: 1, headroomShare: 0.1 });
  const binding = bindingOf(planOf(asked), asked, "equal");
  expect(binding.binds).toBe("throughput");
  expect(binding.slacks.map(({ limit }) => limit)).toEqual(["throughput", "processes", "redundancy", "headroom"]);
  expect(binding.slacks.find(({ limit }) => limit === "redundancy")?.saves).toBeGreaterThan(0);
});

test("where machines are counted, what fills them binds", () => {
  const machine: MachineType = {
    name: "two cores",
    platform: "whole",
    memoryGiB: 64,
    vcpu: 2,
    podsMost: 110,
    pricePerHour: null,
  };
  const asked = request({ machines: [machine], objective: "machines" });
  expect(planOf(asked).machines?.count).toBe(1);
  const more = request({ ...asked, demand: { kind: "throughput", opsPerSecond: 1_000 } });
  const binding = bindingOf(planOf(more), more, "equal");
  expect(binding.binds).toBe("machine cores");
  expect(binding.slacks.find(({ limit }) => limit === "machine memory")?.saves).toBe(0);
});

test("no slack of a plan is negative", () => {
  for (const spare of [0, 1, 2] as const) {
    for (const opsPerSecond of [20, 333, 500, 1_200, 5_000]) {
      const asked = request({ spare, demand: { kind: "throughput", opsPerSecond }, efficiencyLeast: 0.4 });
      for (const { reached, bound, limit } of bindingOf(planOf(asked), asked, "equal").slacks) {
        const isFloor = ["throughput", "efficiency", "redundancy", "headroom"].includes(limit);
        expect(isFloor ? reached - bound : bound - reached, limit).toBeGreaterThanOrEqual(-1e-6);
      }
    }
  }
});

test("the next cheapest plan and the cheaper one that falls short are named", () => {
  const asked = request();
  const { next, nearMiss } = alternativesTo(planOf(asked), asked);
  expect(next?.plan.groups).not.toEqual([{ processes: 3, agents: 16 }]);
  expect(next?.more).toBeGreaterThan(0);
  expect(nearMiss).toMatchObject({ processes: 3, agents: 15, wanted: 500 });
  expect(nearMiss?.figure).toBeCloseTo(5_535, 9);
  expect(nearMiss?.reached).toBeCloseTo(495, 9);
});
