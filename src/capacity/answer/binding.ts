// Which limit binds a plan: the slack of each limit, and what the plan would save without it.
import { allocatableOf } from "../plan/allocatable.ts";
import type { MachineType } from "../plan/machine-type.ts";
import { memoryFor } from "../memory/memory.ts";
import { costOf, objectiveOf } from "../plan/plan-cost.ts";
import { type Demand, PLAN_LIMITS, sizesOf, type Plan, type PlanRequest, type Split } from "../plan/plan.ts";
import { reservedMB } from "../plan/machine-room.ts";
import { comparePlans } from "../plan/plan-of-sizes.ts";
import { cheapestPlan } from "../plan/planner.ts";
import { latencyMsAt, wantedAgents, wantedValue } from "../plan/process-sizes.ts";

export type LimitName =
  | "throughput"
  | "agents"
  | "rate"
  | "latency"
  | "efficiency"
  | "machine memory"
  | "machine cores"
  | "memory budget"
  | "processes"
  | "redundancy"
  | "headroom";

export interface LimitSlack {
  readonly limit: LimitName;
  /** What the plan reaches, and what it may or must reach: in op/s, agents, ms, shares, MB, cores or processes. */
  readonly reached: number;
  readonly bound: number;
  /** The room left, as a share of the bound. Never negative. */
  readonly slackShare: number;
  /** How much less of the objective the plan needs without the limit; null where it cannot be left out. */
  readonly saves: number | null;
}

/** The machines on which a plan would fit if a machine had a little more of what binds. */
export interface NearFit {
  readonly machine: MachineType;
  readonly count: number;
  /** What its busiest or fullest machine lacks: vCPU, or MB. Above 0. */
  readonly lacks: number;
}

export type Bound =
  /** The limit without which the plan would be cheapest; throughput where only the demand costs anything. */
  | { readonly state: "limit"; readonly limit: LimitName; readonly near: NearFit | null }
  /** The smallest deployment there is carries so many times what is asked, headroom included. */
  | { readonly state: "nothing"; readonly times: number };

export interface Binding {
  readonly binds: Bound;
  readonly slacks: readonly LimitSlack[];
}

/** More than any plan asks for. */
const BOUNDLESS = 1e6;

/** A plan of the smallest size that carries less than this many times what is asked is bound by the demand all the same. */
const LEAST_TIMES = 1.05;

/** A machine that lacks more than this share of what it has is another machine, and no near one. */
const NEAR_SHARE = 0.1;

/** A machine with one of its limits only: pods get just as much of that as before. */
function boundedBy(what: "memory" | "cores", machine: MachineType): MachineType {
  const { memoryMB, millicores, pods } = allocatableOf(machine);
  return what === "memory"
    ? { ...machine, platform: "whole", memoryGiB: (memoryMB * 1e6) / 2 ** 30, vcpu: BOUNDLESS, podsMost: BOUNDLESS }
    : { ...machine, platform: "whole", memoryGiB: BOUNDLESS, vcpu: millicores / 1_000, podsMost: pods };
}

/** The request without a limit; null where there is no such limit, or where it is the demand itself. */
function without(limit: LimitName, request: PlanRequest): PlanRequest | null {
  const { machines } = request;
  switch (limit) {
    case "throughput":
    case "rate":
      return null;
    case "agents":
      return request.demand.kind === "throughput"
        ? { ...request, demand: { ...request.demand, agentsLeast: 0 } }
        : null;
    case "latency":
      return request.latencyMsMost === null ? null : { ...request, latencyMsMost: null };
    case "efficiency":
      return request.efficiencyLeast === null ? null : { ...request, efficiencyLeast: null };
    case "machine memory":
      return machines.length === 0
        ? null
        : { ...request, machines: machines.map((machine) => boundedBy("cores", machine)) };
    case "machine cores":
      return machines.length === 0
        ? null
        : { ...request, machines: machines.map((machine) => boundedBy("memory", machine)) };
    case "memory budget":
      return request.memoryMBMost === null ? null : { ...request, memoryMBMost: null };
    case "processes":
      return request.processesMost === PLAN_LIMITS.processesMost
        ? null
        : { ...request, processesMost: PLAN_LIMITS.processesMost };
    case "redundancy":
      return request.spare === 0 && (request.losing ?? "processes") === "processes"
        ? null
        : { ...request, spare: 0, losing: "processes" };
    case "headroom":
      return request.headroomShare === 0 ? null : { ...request, headroomShare: 0 };
  }
}

interface Reach {
  readonly limit: LimitName;
  readonly reached: number;
  readonly bound: number;
  /** Whether more is better. */
  readonly isFloor: boolean;
}

function reachOf(plan: Plan, request: PlanRequest): readonly Reach[] {
  const { demand, headroomShare, latencyMsMost, efficiencyLeast, processesMost } = request;
  const sizes = sizesOf(plan.groups);
  const rateOf = (agents: number) => request.throughput[agents] ?? 0;
  const reaches: Reach[] = [];
  if (demand.kind === "throughput") {
    const reached = plan.survivingOpsPerSecond;
    reaches.push({ limit: "throughput", reached, bound: wantedValue(request), isFloor: true });
    const agentsLeast = wantedAgents(request);
    if (agentsLeast > 0)
      reaches.push({ limit: "agents", reached: plan.survivingAgents, bound: agentsLeast, isFloor: true });
  } else {
    reaches.push({ limit: "throughput", reached: plan.survivingAgents, bound: demand.agents, isFloor: true });
    const slowest = Math.min(...sizes.map((agents) => rateOf(agents) / agents));
    reaches.push({
      limit: "rate",
      reached: slowest,
      bound: demand.opsPerSecondPerAgent * (1 + headroomShare),
      isFloor: true,
    });
  }
  if (latencyMsMost !== null) {
    const slowest = Math.max(...sizes.map((agents) => latencyMsAt(agents, rateOf(agents))));
    reaches.push({ limit: "latency", reached: slowest, bound: latencyMsMost, isFloor: false });
  }
  if (efficiencyLeast !== null) {
    const single = request.throughput[1] ?? 1;
    const least = Math.min(...sizes.map((agents) => rateOf(agents) / (agents * single)));
    reaches.push({ limit: "efficiency", reached: least, bound: efficiencyLeast, isFloor: true });
  }
  if (plan.machines !== null) {
    const { memoryMB, millicores } = allocatableOf(plan.machines.machine);
    const needMB = (agents: number) => memoryFor(agents, request.constants, request.reading).totalMB;
    const fullest = Math.max(
      ...plan.machines.placement.map((held) => held.reduce((sum, agents) => sum + needMB(agents), 0)),
    );
    const busiest = Math.max(...plan.machines.placement.map((held) => held.length)) * request.vcpuPerProcess;
    reaches.push({ limit: "machine memory", reached: fullest, bound: memoryMB, isFloor: false });
    reaches.push({ limit: "machine cores", reached: busiest, bound: millicores / 1_000, isFloor: false });
  }
  if (request.memoryMBMost !== null) {
    reaches.push({ limit: "memory budget", reached: plan.memoryMB, bound: request.memoryMBMost, isFloor: false });
  }
  reaches.push({ limit: "processes", reached: plan.processes, bound: processesMost, isFloor: false });
  if (plan.lost > 0) reaches.push({ limit: "redundancy", reached: plan.lost, bound: plan.lost, isFloor: true });
  if (headroomShare > 0)
    reaches.push({ limit: "headroom", reached: headroomShare, bound: headroomShare, isFloor: true });
  return reaches;
}

/** Safety margins. They cost something on purpose, so they are listed but never bind. */
const margins: ReadonlySet<LimitName> = new Set(["redundancy", "headroom"]);

/** What a demand asks at the least: the same kind of it, next to nothing. */
function askingLittle({ demand }: PlanRequest): Demand {
  return demand.kind === "throughput"
    ? { kind: "throughput", opsPerSecond: Number.MIN_VALUE }
    : { kind: "agents", agents: 1, opsPerSecondPerAgent: Number.MIN_VALUE };
}

/** How many times what is asked the plan carries, where asking less would not make it cheaper in anything; else null. */
function timesCarried(plan: Plan, request: PlanRequest, split: Split, slacks: readonly LimitSlack[]): number | null {
  const demanded = slacks.filter(({ limit }) => limit === "throughput" || limit === "agents" || limit === "rate");
  const times = Math.min(...demanded.map(({ reached, bound }) => reached / bound));
  if (times < LEAST_TIMES) return null;
  const least = cheapestPlan({ ...request, demand: askingLittle(request) }, split);
  return least.state === "infeasible" || comparePlans(least.plan, plan, request) < 0 ? null : times;
}

/** By how much the plan without a limit of machines misses the machines as they are. */
function nearFitOf(limit: LimitName, request: PlanRequest, relaxed: Plan | null): NearFit | null {
  if (relaxed === null || relaxed.machines === null || (limit !== "machine cores" && limit !== "machine memory"))
    return null;
  const { machine, count, placement } = relaxed.machines;
  const own = request.machines.find(({ name }) => name === machine.name);
  if (own === undefined) return null;
  const { memoryMB, millicores } = allocatableOf(own);
  const needMB = (agents: number) => reservedMB(memoryFor(agents, request.constants, request.reading).totalMB);
  const needs =
    limit === "machine cores"
      ? Math.max(...placement.map((held) => held.length)) * request.vcpuPerProcess
      : Math.max(...placement.map((held) => held.reduce((sum, agents) => sum + needMB(agents), 0)));
  const has = limit === "machine cores" ? millicores / 1_000 : memoryMB;
  const lacks = needs - has;
  return lacks > 1e-9 && lacks <= NEAR_SHARE * has ? { machine: own, count, lacks } : null;
}

/**
 * Plans again without each limit in turn. The limit whose absence saves the most of the objective binds. Where none saves
 * anything, the demand itself binds, unless the plan is the smallest there is and carries more than is asked.
 */
export function bindingOf(plan: Plan, request: PlanRequest, split: Split): Binding {
  const figure = objectiveOf(costOf(plan), request.objective);
  let limit: LimitName = "throughput";
  let near: NearFit | null = null;
  let most = 1e-9 * figure;
  const slacks = reachOf(plan, request).map(({ limit: name, reached, bound, isFloor }): LimitSlack => {
    const relaxed = without(name, request);
    const outcome = relaxed === null ? null : cheapestPlan(relaxed, split);
    const other = outcome === null || outcome.state === "infeasible" ? null : outcome.plan;
    const saves = other === null ? null : Math.max(0, figure - objectiveOf(costOf(other), request.objective));
    if (saves !== null && !margins.has(name) && saves > most) {
      limit = name;
      near = nearFitOf(name, request, other);
      most = saves;
    }
    const room = isFloor ? reached - bound : bound - reached;
    return { limit: name, reached, bound, slackShare: Math.max(0, room / bound), saves };
  });
  const times = limit === "throughput" ? timesCarried(plan, request, split, slacks) : null;
  return { binds: times === null ? { state: "limit", limit, near } : { state: "nothing", times }, slacks };
}
