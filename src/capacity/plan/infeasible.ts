// Owns why no plan exists, as facts that say what would help.
import { roomOf } from "./machine-room.ts";
import type { PlanRequest } from "./plan.ts";
import { latencyMsAt, SIZE_LIMITS, type SizeChoice, type SizeLimit, wantedValue } from "./process-sizes.ts";

export type Infeasible =
  /** The curve has no throughput at any agent count that a process may have. */
  | { readonly reason: "no curve" }
  /** An efficiency was asked for, and the curve has no row of one agent to compare with. */
  | { readonly reason: "no single agent" }
  /** One limit rules out every size. `best` is the nearest that the curve has, in the limit's unit, at so many agents. */
  | {
      readonly reason: "limit";
      readonly limit: "latency" | "efficiency" | "rate";
      readonly best: number;
      readonly agents: number;
    }
  /** The smallest process is larger than the roomiest machine. */
  | { readonly reason: "machine memory"; readonly agents: number; readonly needMB: number; readonly roomMB: number }
  | { readonly reason: "machine cores"; readonly needVcpu: number }
  /** No machine type has a price, and the price is to be least. */
  | { readonly reason: "no price" }
  /** Each of these limits leaves some sizes, but none is left by all of them. */
  | { readonly reason: "contradiction"; readonly limits: readonly SizeLimit[] }
  /** The least that any plan needs is beyond the memory budget; one process of the smallest size alone needs `oneMB`. */
  | {
      readonly reason: "memory budget";
      readonly needMB: number;
      readonly budgetMB: number;
      readonly oneMB: number;
      readonly agents: number;
    }
  /** As many processes as allowed do not leave one beside the spare ones. */
  | { readonly reason: "spare"; readonly processesMost: number }
  /** Every size is too little: with all processes allowed this much is reached, of what is wanted, in the demand's unit. */
  | {
      readonly reason: "demand";
      readonly most: number;
      readonly wanted: number;
      readonly processes: number;
      readonly agents: number;
    };

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

function smallestSet(choice: SizeChoice): readonly SizeLimit[] {
  const ruling = SIZE_LIMITS.filter((limit) => choice.leftBy(limit).length < choice.known.length);
  for (const first of ruling) {
    for (const second of ruling) {
      const left = choice.leftBy(first).filter((size) => choice.leftBy(second).includes(size));
      if (left.length === 0) return [first, second];
    }
  }
  return ruling;
}

/** Why not even one process is allowed. */
export function whyNoSize(choice: SizeChoice, request: PlanRequest): Infeasible {
  const [smallest] = choice.known;
  if (smallest === undefined) return { reason: "no curve" };
  if (request.efficiencyLeast !== null && (request.throughput[1] ?? null) === null) {
    return { reason: "no single agent" };
  }
  const excluding = SIZE_LIMITS.find((limit) => choice.leftBy(limit).length === 0);
  switch (excluding) {
    case undefined:
      return { reason: "contradiction", limits: smallestSet(choice) };
    case "machine memory": {
      const rooms = request.machines.map((machine) => roomOf(machine, request.vcpuPerProcess).memoryMB);
      const { agents, memoryMB } = smallest;
      return { reason: "machine memory", agents, needMB: memoryMB, roomMB: Math.max(...rooms) };
    }
    case "machine cores":
      return { reason: "machine cores", needVcpu: request.vcpuPerProcess };
    case "latency":
    case "efficiency":
    case "rate":
      return bestOf(excluding, choice, request);
  }
}

/** Why sizes exist, but no number of them is enough. */
export function whyNotEnough(choice: SizeChoice, request: PlanRequest): Infeasible {
  const { processesMost, spare } = request;
  if (processesMost <= spare) return { reason: "spare", processesMost };
  const best = choice.sizes.reduce((a, b) => (b.value > a.value ? b : a));
  return {
    reason: "demand",
    most: (processesMost - spare) * best.value,
    wanted: wantedValue(request),
    processes: processesMost,
    agents: best.agents,
  };
}
