// What one process of each size gets: its memory request and limit, its cores, and its throughput.
import { memoryFor } from "../memory/memory.ts";
import type { ProcessGroup } from "../plan/plan.ts";
import type { DeploymentInput } from "./deployment-input.ts";

const BYTES_PER_MB = 1e6;
const BYTES_PER_MIB = 2 ** 20;

/** The processes of one size. Mi are 2²⁰ bytes, rounded up: no byte of the formula is ever missing. */
export interface ProcessResources extends ProcessGroup {
  /** Base, agents and cache: what the process is expected to use, and what its node reserves for it. */
  readonly requestMi: number;
  /** With the buffer. Kubernetes kills a process that uses more. */
  readonly limitMi: number;
  /** Thousandths of a core. */
  readonly millicores: number;
  /** X(agents) of the curve. */
  readonly opsPerSecond: number;
}

/** MB are whole bytes. MB × 10⁶ may just miss them, so it is rounded. */
function toMi(megabytes: number): number {
  return Math.max(1, Math.ceil(Math.round(megabytes * BYTES_PER_MB) / BYTES_PER_MIB));
}

/** X(agents) of the curve; where the curve was cut since, the mean of the plan. */
function throughputOf(agents: number, { plan, request }: DeploymentInput): number {
  return request.throughput[agents] ?? (plan.opsPerSecond * agents) / plan.agents;
}

/** One entry for each size of the plan, the largest first. */
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

/** The ops per second that were asked for, without headroom. */
export function demandedOpsPerSecond({ request: { demand } }: DeploymentInput): number {
  switch (demand.kind) {
    case "throughput":
      return demand.opsPerSecond;
    case "agents":
      return demand.agents * demand.opsPerSecondPerAgent;
  }
}
