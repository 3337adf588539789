// What binds, and which plans are not chosen, in the published example.
import { expect, test } from "vitest";
import { alternativesTo } from "./alternatives.ts";
import { machinePresets } from "../asked/machine-presets.ts";
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
  expect(bindingOf(planOf(asked), asked, "equal").binds).toMatchObject({ state: "limit", limit: "throughput" });
  const slack = slackOf(asked, "throughput");
  expect(slack?.reached).toBeCloseTo(504, 9);
  expect(slack).toMatchObject({ bound: 500, saves: null });
  expect(slack?.slackShare).toBeCloseTo(0.008, 9);
});

test("a latency limit that forces smaller processes binds, and its cost is known", () => {
  const asked = request({ latencyMsMost: 60 });
  const plan = planOf(asked);
  const binding = bindingOf(plan, asked, "equal");
  expect(binding.binds).toMatchObject({ state: "limit", limit: "latency" });
  expect(binding.slacks.find(({ limit }) => limit === "latency")?.saves).toBeCloseTo(plan.memoryMB - 5_724, 9);
});

test("redundancy and headroom cost on purpose: they are listed, and do not bind", () => {
  const asked = request({ spare: 1, headroomShare: 0.1 });
  const binding = bindingOf(planOf(asked), asked, "equal");
  expect(binding.binds).toMatchObject({ state: "limit", limit: "throughput" });
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
  expect(binding.binds).toMatchObject({ state: "limit", limit: "machine cores" });
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

const fast = [null, 12_270, 13_000, 13_500, 13_800, 14_000];

test("where the smallest plan carries more than is asked, nothing binds, and the factor is told", () => {
  const asked = request({ throughput: fast });
  const { binds } = bindingOf(planOf(asked), asked, "equal");
  expect(binds).toEqual({ state: "nothing", times: 12_270 / 500 });
  const spare = request({ throughput: fast, spare: 1, headroomShare: 1 });
  expect(bindingOf(planOf(spare), spare, "equal").binds).toEqual({ state: "nothing", times: 12.27 });
});

test("a plan that is the smallest but has nothing to spare is bound by the demand", () => {
  const asked = request({ throughput: fast, demand: { kind: "throughput", opsPerSecond: 12_200 } });
  expect(bindingOf(planOf(asked), asked, "equal").binds).toMatchObject({ state: "limit", limit: "throughput" });
});

test("agents that are asked for beside op/s bind where they alone make the plan larger", () => {
  const asked = request({ throughput: fast, demand: { kind: "throughput", opsPerSecond: 500, agentsLeast: 4 } });
  const { binds, slacks } = bindingOf(planOf(asked), asked, "equal");
  expect(binds).toMatchObject({ state: "limit", limit: "agents" });
  expect(slacks.find(({ limit }) => limit === "agents")).toMatchObject({ reached: 4, bound: 4 });
});

test("a machine that lacks a little vCPU is named, with what it lacks", () => {
  const machine = (name: string, vcpu: number, pricePerHour: number): MachineType => ({
    name,
    platform: "gke",
    memoryGiB: vcpu * 4,
    vcpu,
    podsMost: 110,
    pricePerHour,
  });
  const asked = request({
    machines: [machine("e2-standard-4", 4, 0.15), machine("e2-standard-8", 8, 0.3)],
    objective: "price",
    vcpuPerProcess: 4,
    demand: { kind: "throughput", opsPerSecond: 100 },
  });
  const { binds } = bindingOf(planOf(asked), asked, "equal");
  expect(binds).toMatchObject({
    state: "limit",
    limit: "machine cores",
    near: { machine: { name: "e2-standard-4" }, count: 1 },
  });
  expect(binds.state === "limit" ? binds.near?.lacks : null).toBeCloseTo(0.08, 9);
});

test("a machine that lacks more than a tenth is no near one, and is not named", () => {
  const asked = request({
    machines: machinePresets.eks,
    objective: "price",
    vcpuPerProcess: 4,
    demand: { kind: "throughput", opsPerSecond: 100 },
  });
  // An m5.large leaves 1.93 of its 2 vCPU, which is 2.07 too few.
  const { binds } = bindingOf(planOf(asked), asked, "equal");
  expect(binds).toEqual({ state: "limit", limit: "machine cores", near: null });
});
