// Which agent counts one process may have, and which limit rules out the others.
import { reservedMB, roomOf } from "./machine-room.ts";
import { memoryFor } from "../memory/memory.ts";
import type { PlanRequest } from "./plan.ts";

/** A size for which the curve has a throughput. */
export interface KnownSize {
  readonly agents: number;
  readonly opsPerSecond: number;
  /** With the buffer. */
  readonly memoryMB: number;
}

/** A size that a process may have. */
export interface ProcessSize extends KnownSize {
  /** What it contributes to the demand: op/s, or agents at their rate. */
  readonly value: number;
}

/** What may rule out a size. `rate`: its agents would not reach the rate that the demand asks of each. */
export const SIZE_LIMITS = ["rate", "latency", "efficiency", "machine memory", "machine cores"] as const;
export type SizeLimit = (typeof SIZE_LIMITS)[number];

export interface SizeChoice {
  readonly sizes: readonly ProcessSize[];
  readonly known: readonly KnownSize[];
  /** The sizes that one limit alone would leave. */
  readonly leftBy: (limit: SizeLimit) => readonly KnownSize[];
}

/** Sums of op/s are compared with this relative precision. A smaller shortfall is a rounding error. */
const ROUNDING = 1e-9;

export function meets(reached: number, wanted: number): boolean {
  return reached >= enough(wanted);
}

/** The least figure that counts as meeting what is wanted. */
export function enough(wanted: number): number {
  return wanted * (1 - ROUNDING);
}

/** What the plan must reach, in the unit of the demand: op/s with headroom, or agents. */
export function wantedValue({ demand, headroomShare }: PlanRequest): number {
  return demand.kind === "throughput" ? demand.opsPerSecond * (1 + headroomShare) : demand.agents;
}

/** The least number of agents that must be left beside the op/s; 0 where none is asked for, and where agents are the demand. */
export function wantedAgents({ demand }: PlanRequest): number {
  return demand.kind === "throughput" ? (demand.agentsLeast ?? 0) : 0;
}

/** Mean time of one op with n agents in a process, ms: n / X(n), Little's law for a closed loop without think time. */
export function latencyMsAt(agents: number, opsPerSecond: number): number {
  return (agents / opsPerSecond) * 1_000;
}

/** What a process of this size contributes, in the unit of the demand. */
export function valueOf({ opsPerSecond, agents }: KnownSize, { demand }: PlanRequest): number {
  return demand.kind === "throughput" ? opsPerSecond : agents;
}

interface Offered {
  /** The most that any machine type has room for; infinite where no types are given. */
  readonly memoryMB: number;
  readonly processes: number;
}

function offeredBy({ machines, vcpuPerProcess }: PlanRequest): Offered {
  if (machines.length === 0) return { memoryMB: Number.POSITIVE_INFINITY, processes: Number.POSITIVE_INFINITY };
  const rooms = machines.map((machine) => roomOf(machine, vcpuPerProcess));
  return {
    memoryMB: Math.max(...rooms.map(({ memoryMB }) => memoryMB)),
    processes: Math.max(...rooms.map(({ processes }) => processes)),
  };
}

function isWithin(limit: SizeLimit, size: KnownSize, request: PlanRequest, offered: Offered): boolean {
  const { demand, headroomShare, latencyMsMost, efficiencyLeast } = request;
  const { agents, opsPerSecond, memoryMB } = size;
  switch (limit) {
    case "rate":
      return (
        demand.kind === "throughput" || meets(opsPerSecond, agents * demand.opsPerSecondPerAgent * (1 + headroomShare))
      );
    case "latency":
      return latencyMsMost === null || meets(latencyMsMost, latencyMsAt(agents, opsPerSecond));
    case "efficiency": {
      const single = request.throughput[1] ?? null;
      return efficiencyLeast === null || (single !== null && meets(opsPerSecond, agents * single * efficiencyLeast));
    }
    case "machine memory":
      return offered.memoryMB >= reservedMB(memoryMB);
    case "machine cores":
      return offered.processes >= 1;
  }
}

/** Sizes that every limit allows, ascending by agents. Whether one machine has both the memory and the cores is checked later. */
export function sizeChoice(request: PlanRequest): SizeChoice {
  const offered = offeredBy(request);
  const known: KnownSize[] = [];
  for (const [agents, opsPerSecond] of request.throughput.entries()) {
    if (agents < 1 || opsPerSecond === null || !(opsPerSecond > 0)) continue;
    known.push({ agents, opsPerSecond, memoryMB: memoryFor(agents, request.constants, request.reading).totalMB });
  }
  const allowedBy = (limit: SizeLimit) => known.filter((size) => isWithin(limit, size, request, offered));
  const leftBy = new Map(SIZE_LIMITS.map((limit) => [limit, allowedBy(limit)]));
  const sizes = known
    .filter((size) => SIZE_LIMITS.every((limit) => leftBy.get(limit)?.includes(size) ?? false))
    .map((size) => ({ ...size, value: valueOf(size, request) }));
  return { sizes, known, leftBy: (limit) => leftBy.get(limit) ?? [] };
}

/**
 * The sizes worth having in a mixed plan, ascending by agents and by value. A larger process that contributes no more
 * than a smaller one would only cost memory.
 */
export function worthwhileSizes(sizes: readonly ProcessSize[]): readonly ProcessSize[] {
  let most = 0;
  return sizes.filter(({ value }) => {
    const isMore = value > most;
    if (isMore) most = value;
    return isMore;
  });
}
