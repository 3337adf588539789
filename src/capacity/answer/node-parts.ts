// What the memory of one node of a plan goes to: the system, what must stay free, each process, and what is left.
import { allocatableOf, evictionMB } from "../plan/allocatable.ts";
import { memoryFor } from "../memory/memory.ts";
import type { MachineType } from "../plan/machine-type.ts";
import type { MachineUse, PlanRequest } from "../plan/plan.ts";

export type NodePart =
  | { readonly kind: "system" | "eviction" | "free"; readonly memoryMB: number }
  | { readonly kind: "process"; readonly memoryMB: number; readonly agents: number };

/** 2³⁰ bytes in MB of 10⁶. */
const GIB_MB = 2 ** 30 / 1e6;

export interface NodePicture {
  readonly machine: MachineType;
  /** Nominal, MB. The parts add up to it. */
  readonly memoryMB: number;
  readonly parts: readonly NodePart[];
}

/** The fullest node of a plan, by memory. Parts stand in the order system, eviction, processes, free. */
export function nodePicture({ machine, placement }: MachineUse, request: PlanRequest): NodePicture {
  const needs = (agents: number): number => memoryFor(agents, request.constants, request.reading).totalMB;
  const nodes = placement.map((sizes) => ({ sizes, usedMB: sizes.reduce((sum, agents) => sum + needs(agents), 0) }));
  const fullest = nodes.reduce((a, b) => (b.usedMB > a.usedMB ? b : a), { sizes: [], usedMB: 0 });
  const memoryMB = machine.memoryGiB * GIB_MB;
  const left = allocatableOf(machine).memoryMB;
  const eviction = evictionMB(machine.platform);
  return {
    machine,
    memoryMB,
    parts: [
      { kind: "system", memoryMB: Math.max(0, memoryMB - left - eviction) },
      { kind: "eviction", memoryMB: eviction },
      ...fullest.sizes.map((agents) => ({ kind: "process" as const, memoryMB: needs(agents), agents })),
      { kind: "free", memoryMB: Math.max(0, left - fullest.usedMB) },
    ],
  };
}
