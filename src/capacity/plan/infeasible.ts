// Why there is no plan: the reason, with the figures that tell what would help.
import { roomOf } from "./machine-room.ts";
import { mostSurvivors } from "./losing-machines.ts";
import type { PlanRequest } from "./plan.ts";
import {
  type KnownSize,
  latencyMsAt,
  meets,
  SIZE_LIMITS,
  type SizeChoice,
  type SizeLimit,
  valueOf,
  wantedAgents,
  wantedValue,
} from "./process-sizes.ts";

export interface TooLarge {
  readonly agents: number;
  readonly needMB: number;
  /** What the roomiest machine leaves to processes. */
  readonly roomMB: number;
}

export type Infeasible =
  /** The curve has no throughput at any agent count. */
  | { readonly reason: "no curve" }
  /** A least efficiency was asked for, and the curve has no row of one agent to compare with. */
  | { readonly reason: "no single agent" }
  /** One limit rules out every size. `best` is the nearest figure of the curve, in the limit's unit, and `agents` where it is. */
  | {
      readonly reason: "limit";
      readonly limit: "latency" | "efficiency" | "rate";
      readonly best: number;
      readonly agents: number;
    }
  /** The smallest process is larger than the roomiest machine. */
  | { readonly reason: "machine memory"; readonly agents: number; readonly needMB: number; readonly roomMB: number }
  | { readonly reason: "machine cores"; readonly needVcpu: number }
  /** The lowest price was asked for, and no machine type has a price. */
  | { readonly reason: "no price" }
  /** Each of these limits allows some sizes, but no size is allowed by all of them. */
  | { readonly reason: "contradiction"; readonly limits: readonly SizeLimit[] }
  /** Every plan needs more than the memory budget: at least `needMB`. One process of the smallest size needs `oneMB`. */
  | {
      readonly reason: "memory budget";
      readonly needMB: number;
      readonly budgetMB: number;
      readonly oneMB: number;
      readonly agents: number;
    }
  /** A machine or a zone is to be survived, and there are no machine types. */
  | { readonly reason: "no machines" }
  /** No more processes are allowed than are spare. */
  | { readonly reason: "spare"; readonly processesMost: number }
  /** No size is enough: with all processes allowed, `most` is reached of what is wanted: in the demand's unit, or in agents beside op/s. */
  | {
      readonly reason: "demand" | "agents";
      readonly most: number;
      readonly wanted: number;
      readonly processes: number;
      readonly agents: number;
      /** The least size that would be enough and that no machine has the memory for; null where there is none. */
      readonly tooLarge: TooLarge | null;
    }
  /** Some sizes reach the op/s and others the agents, but none reaches both. */
  | { readonly reason: "both"; readonly processes: number };

/** @param known at least one */
function bestOf(limit: "latency" | "efficiency" | "rate", { known }: SizeChoice, request: PlanRequest): Infeasible {
  const single = request.throughput[1] ?? null;
  const figure = (agents: number, opsPerSecond: number): number => {
    switch (limit) {
      case "latency":
        return latencyMsAt(agents, opsPerSecond);
      case "efficiency":
        return opsPerSecond / (agents * (single ?? opsPerSecond));
      case "rate":
        return opsPerSecond / agents;
    }
  };
  const figures = known.map(({ agents, opsPerSecond }) => ({ agents, figure: figure(agents, opsPerSecond) }));
  const sign = limit === "latency" ? 1 : -1;
  const best = figures.reduce((a, b) => (sign * (b.figure - a.figure) < 0 ? b : a));
  return { reason: "limit", limit, best: best.figure, agents: best.agents };
}

function smallestContradiction(choice: SizeChoice): readonly SizeLimit[] {
  const ruling = SIZE_LIMITS.filter((limit) => choice.leftBy(limit).length < choice.known.length);
  for (const first of ruling) {
    for (const second of ruling) {
      const left = choice.leftBy(first).filter((size) => choice.leftBy(second).includes(size));
      if (left.length === 0) return [first, second];
    }
  }
  return ruling;
}

/** Why the limits allow no size of process. */
export function whyNoSize(choice: SizeChoice, request: PlanRequest): Infeasible {
  const [smallest] = choice.known;
  if (smallest === undefined) return { reason: "no curve" };
  if (request.efficiencyLeast !== null && (request.throughput[1] ?? null) === null) {
    return { reason: "no single agent" };
  }
  const excluding = SIZE_LIMITS.find((limit) => choice.leftBy(limit).length === 0);
  switch (excluding) {
    case undefined:
      return { reason: "contradiction", limits: smallestContradiction(choice) };
    case "machine memory": {
      const { agents, memoryMB } = smallest;
      return { reason: "machine memory", agents, needMB: memoryMB, roomMB: roomMostMB(request) };
    }
    case "machine cores":
      return { reason: "machine cores", needVcpu: request.vcpuPerProcess };
    case "latency":
    case "efficiency":
    case "rate":
      return bestOf(excluding, choice, request);
  }
}

function roomMostMB({ machines, vcpuPerProcess }: PlanRequest): number {
  return Math.max(...machines.map((machine) => roomOf(machine, vcpuPerProcess).memoryMB));
}

/** The least size that would be enough if only a machine had the memory for it. */
function largerSize(choice: SizeChoice, request: PlanRequest, isEnough: (size: KnownSize) => boolean): TooLarge | null {
  const held = choice.known.filter((size) =>
    SIZE_LIMITS.every((limit) => limit === "machine memory" || choice.leftBy(limit).includes(size)),
  );
  const size = held.find((one) => !choice.leftBy("machine memory").includes(one) && isEnough(one));
  return size === undefined ? null : { agents: size.agents, needMB: size.memoryMB, roomMB: roomMostMB(request) };
}

/** Why sizes are allowed, but even all processes together are not enough. */
export function whyNotEnough(choice: SizeChoice, request: PlanRequest): Infeasible {
  const { processesMost, spare } = request;
  const left = mostSurvivors(request.losing ?? "processes", processesMost, spare);
  if (left < 1) return { reason: "spare", processesMost };
  const best = choice.sizes.reduce((a, b) => (b.value > a.value ? b : a));
  const agentsLeast = wantedAgents(request);
  const agentsMost = Math.max(...choice.sizes.map(({ agents }) => agents));
  if (left * agentsMost < agentsLeast) {
    const most = left * agentsMost;
    const tooLarge = largerSize(choice, request, ({ agents }) => left * agents >= agentsLeast);
    return { reason: "agents", most, wanted: agentsLeast, processes: processesMost, agents: agentsMost, tooLarge };
  }
  if (agentsLeast > 0 && meets(left * best.value, wantedValue(request)))
    return { reason: "both", processes: processesMost };
  const wanted = wantedValue(request);
  return {
    reason: "demand",
    most: left * best.value,
    wanted,
    processes: processesMost,
    agents: best.agents,
    tooLarge: largerSize(choice, request, (size) => meets(left * valueOf(size, request), wanted)),
  };
}
