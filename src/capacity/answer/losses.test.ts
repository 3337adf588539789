// What is left of a plan when a part of it fails.
import { expect, test } from "vitest";
import { machinePresets } from "../asked/machine-presets.ts";
import { request } from "../plan/fixtures/requests.ts";
import type { PlanRequest } from "../plan/plan.ts";
import { equalPlan } from "../plan/planner.ts";
import { lossesOf } from "./losses.ts";

function losses(changes: Partial<PlanRequest>) {
  const asked = request(changes);
  const outcome = equalPlan(asked);
  if (outcome.state === "infeasible") throw new Error(outcome.why.reason);
  return { plan: outcome.plan, all: lossesOf(outcome.plan, asked) };
}

const gke = { machines: machinePresets.gke, objective: "price" } as const;

test("a machine or a zone that may fail leaves what the plan says that it does", () => {
  for (const losing of ["machine", "zone"] as const) {
    const { plan, all } = losses({ ...gke, losing, headroomShare: 0.25 });
    expect(all).toEqual([
      {
        what: losing,
        count: 1,
        isAll: false,
        opsPerSecond: plan.survivingOpsPerSecond,
        agents: plan.survivingAgents,
        isEnough: true,
      },
    ]);
    expect(plan.survivingOpsPerSecond).toBeGreaterThanOrEqual(625);
  }
});

test("processes that may fail are told, and beside them the machine that takes all of its processes along", () => {
  const { all } = losses({ ...gke, spare: 1 });
  expect(all).toMatchObject([
    { what: "process", count: 1, isEnough: true },
    { what: "machine", count: 1, isAll: true, opsPerSecond: 0, agents: 0, isEnough: false },
  ]);
  expect(losses({ spare: 2 }).all).toMatchObject([{ what: "process", count: 2, isEnough: true }]);
});

test("where nothing is to be survived, what one process or machine leaves is told all the same", () => {
  // 3 processes of 16 agents with 168 op/s each.
  const [process] = losses({}).all;
  expect(process).toMatchObject({ what: "process", isAll: false, agents: 32, isEnough: false });
  expect(process?.opsPerSecond).toBeCloseTo(336, 9);
  expect(losses(gke).all).toMatchObject([{ what: "machine", isAll: true, isEnough: false }]);
});

test("of several machines the one with the most is lost", () => {
  const [machine] = machinePresets.gke;
  if (machine === undefined) throw new Error("no machines");
  const { plan, all } = losses({ ...gke, machines: [machine] });
  const fullest = Math.max(...(plan.machines?.placement ?? []).map((held) => held.length));
  expect(plan.machines?.count).toBeGreaterThan(1);
  expect(all).toMatchObject([{ what: "machine", isAll: false, isEnough: false }]);
  expect(all[0]?.opsPerSecond).toBeCloseTo(plan.opsPerSecond * (1 - fullest / plan.processes), 6);
});

test("headroom may be used up by a failure, and agents are counted where agents are asked", () => {
  const { all } = losses({ headroomShare: 1 });
  expect(all).toMatchObject([{ what: "process", isAll: false, isEnough: true }]);
  expect(all[0]?.opsPerSecond).toBeLessThan(1_000);
  const agents = losses({ demand: { kind: "agents", agents: 40, opsPerSecondPerAgent: 4 }, spare: 1 });
  expect(agents.all).toMatchObject([{ what: "process", agents: agents.plan.survivingAgents, isEnough: true }]);
});
