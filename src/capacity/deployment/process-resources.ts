// Owns what one process of each size is given: memory it asks for, memory it may take, cores and throughput.
import { memoryFor } from "../memory/memory.ts";
import type { ProcessGroup } from "../plan/plan.ts";
import type { DeploymentInput } from "./deployment-input.ts";

const BYTES_PER_MB = 1e6;
const BYTES_PER_MIB = 2 ** 20;

/** A process of a size; Mi are 2²⁰ bytes, rounded up so that never a byte of the formula is missing. */
export interface ProcessResources extends ProcessGroup {
  /** Base, agents and cache: what the process is expected to use, and what its node sets aside. */
  readonly requestMi: number;
  /** With the buffer: what it is ended beyond. */
  readonly limitMi: number;
  /** Thousandths of a core. */
  readonly millicores: number;
  /** X(agents) of its curve. */
  readonly opsPerSecond: number;
}

/** MB are given in whole bytes, which ×10⁶ may miss narrowly. */
function toMi(megabytes: number): number {
  return Math.max(1, Math.ceil(Math.round(megabytes * BYTES_PER_MB) / BYTES_PER_MIB));
}

/** A plan's curve says X of every size in it; the plan's mean stands in for a curve that was cut since. */
function throughputOf(agents: number, { plan, request }: DeploymentInput): number {
  return request.throughput[agents] ?? (plan.opsPerSecond * agents) / plan.agents;
}

/** One for each size of the plan, the largest first. */
export function processResources(input: DeploymentInput): readonly ProcessResources[] {
  const { constants, reading, vcpuPerProcess } = input.request;
  return input.plan.groups.map(({ agents, processes }) => {
    const { bufferMB, totalMB } = memoryFor(agents, constants, reading);
    return {
      agents,
      processes,
      requestMi: toMi(totalMB - bufferMB),
      limitMi: toMi(totalMB),
      millicores: Math.max(1, Math.ceil(vcpuPerProcess * 1000 - 1e-6)),
      opsPerSecond: throughputOf(agents, input),
    };
  });
}

/** Ops per second that were asked for, without the headroom on top. */
export function demandedOpsPerSecond({ request: { demand } }: DeploymentInput): number {
  switch (demand.kind) {
    case "throughput":
      return demand.opsPerSecond;
    case "agents":
      return demand.agents * demand.opsPerSecondPerAgent;
  }
}
