// What a plan has left when a part of it fails: the part that it was asked to survive, and one machine or process in any case.
import type { Plan, PlanRequest } from "../plan/plan.ts";
import { meets } from "../plan/process-sizes.ts";

export interface Loss {
  readonly what: "process" | "machine" | "zone";
  readonly count: 1 | 2;
  /** Whether the plan has no more of them, so that nothing is left. */
  readonly isAll: boolean;
  /** What is left, where the part with the most throughput or the most agents fails. */
  readonly opsPerSecond: number;
  readonly agents: number;
  /** Whether that still meets the demand; headroom is there to be used then. */
  readonly isEnough: boolean;
}

type Left = Pick<Loss, "opsPerSecond" | "agents">;

function isEnough({ opsPerSecond, agents }: Left, { demand }: PlanRequest): boolean {
  return demand.kind === "agents"
    ? agents >= demand.agents
    : meets(opsPerSecond, demand.opsPerSecond) && agents >= (demand.agentsLeast ?? 0);
}

/** What is left without the machine that has the most. */
function withoutMachine(plan: Plan, { throughput }: PlanRequest): Left {
  const held = plan.machines?.placement ?? [];
  const rates = held.map((sizes) => sizes.reduce((sum, agents) => sum + (throughput[agents] ?? 0), 0));
  const agents = held.map((sizes) => sizes.reduce((sum, count) => sum + count, 0));
  return held.length === 1
    ? { opsPerSecond: 0, agents: 0 }
    : { opsPerSecond: plan.opsPerSecond - Math.max(...rates), agents: plan.agents - Math.max(...agents) };
}

/** What is left without the largest process. */
function withoutProcess(plan: Plan, { throughput }: PlanRequest): Left {
  const sizes = plan.groups.map(({ agents }) => agents);
  return plan.processes === 1
    ? { opsPerSecond: 0, agents: 0 }
    : {
        opsPerSecond: plan.opsPerSecond - Math.max(...sizes.map((agents) => throughput[agents] ?? 0)),
        agents: plan.agents - Math.max(...sizes),
      };
}

/** What was asked to be survived comes first. A machine that fails takes its processes with it, so it is told too. */
export function lossesOf(plan: Plan, request: PlanRequest): readonly Loss[] {
  const { losing = "processes", spare } = request;
  const loss = (what: Loss["what"], count: 1 | 2, left: Left, isAll = false): Loss => ({
    what,
    count,
    isAll,
    ...left,
    isEnough: isEnough(left, request),
  });
  const survived = { opsPerSecond: plan.survivingOpsPerSecond, agents: plan.survivingAgents };
  if (losing !== "processes") return [loss(losing, 1, survived)];
  const machine = () => loss("machine", 1, withoutMachine(plan, request), plan.machines?.count === 1);
  if (spare > 0)
    return [loss("process", spare === 1 ? 1 : 2, survived), ...(plan.machines === null ? [] : [machine()])];
  return [plan.machines === null ? loss("process", 1, withoutProcess(plan, request), plan.processes === 1) : machine()];
}
