// Owns the words of a plan: what is asked of a deployment, on what it runs, and what a plan consists of.
import type { MachineType } from "./machine-type.ts";
import type { CapacityConstants, Reading } from "../memory/memory.ts";

export const OBJECTIVES = ["memory", "machines", "price"] as const;
/** What the cheapest plan has least of. */
export type Objective = (typeof OBJECTIVES)[number];

export const SPLITS = ["equal", "mixed"] as const;
/** Whether all processes hold the same number of agents. */
export type Split = (typeof SPLITS)[number];

export type Demand =
  /** All processes together complete so many ops per second. */
  | { readonly kind: "throughput"; readonly opsPerSecond: number }
  /** So many agents, each at a rate that its process holds. */
  | { readonly kind: "agents"; readonly agents: number; readonly opsPerSecondPerAgent: number };

/** How many processes the plan survives losing: 1 is N+1, 2 is N+2. */
export type Spare = 0 | 1 | 2;

/** Bounds of the search; beyond them a deployment is several deployments. */
export const PLAN_LIMITS = { processesMost: 64, agentsPerProcessMost: 200, machineTypesMost: 20 } as const;

export interface PlanRequest {
  /**
   * X(n) of one process in op/s at n agents, by n; null where the curve says nothing. Index 0 is unused. Agents beyond
   * the last index are not planned.
   */
  readonly throughput: readonly (number | null)[];
  readonly demand: Demand;
  /** Share of the demand that the plan must reach beyond it: 0.2 asks for 120 %. */
  readonly headroomShare: number;
  readonly spare: Spare;
  /** Most mean time of one op in its process, n / X(n) by Little's law, ms; null for no limit. */
  readonly latencyMsMost: number | null;
  /** Least X(n) / (n · X(1)) as a share; null for no limit. */
  readonly efficiencyLeast: number | null;
  /** Most memory of all processes together, with buffer; null for no limit. */
  readonly memoryMBMost: number | null;
  /** Whole, from 1 to 64. */
  readonly processesMost: number;
  readonly constants: CapacityConstants;
  readonly reading: Reading;
  /** Cores that one process keeps busy: the parallel capacity of its curve. */
  readonly vcpuPerProcess: number;
  /** Empty: memory alone is planned, and nothing says on what it runs. */
  readonly machines: readonly MachineType[];
  readonly objective: Objective;
}

/** Processes of the same size. */
export interface ProcessGroup {
  readonly processes: number;
  /** Agents in each. */
  readonly agents: number;
}

/** The machines of a plan: all of one type, for a node pool has one. */
export interface MachineUse {
  readonly machine: MachineType;
  readonly count: number;
  /** Agents of each process, per machine. */
  readonly placement: readonly (readonly number[])[];
  /** In the machine table's currency; null where the type has no price. */
  readonly pricePerHour: number | null;
}

export interface Plan {
  /** Largest first; each size once. */
  readonly groups: readonly ProcessGroup[];
  readonly processes: number;
  readonly agents: number;
  /** With buffer: what the limits of all processes add up to. */
  readonly memoryMB: number;
  /** X of all processes together, op/s. */
  readonly opsPerSecond: number;
  /** The same once the `spare` processes with most throughput are lost; equal to opsPerSecond without spare. */
  readonly survivingOpsPerSecond: number;
  /** Agents left once the largest `spare` processes are lost. */
  readonly survivingAgents: number;
  /** Null where no machine types were given. */
  readonly machines: MachineUse | null;
}

/** Sizes, largest first: two of 16 and one of 15 → [16, 16, 15]. */
export function sizesOf(groups: readonly ProcessGroup[]): readonly number[] {
  return groups.flatMap(({ processes, agents }) => Array.from({ length: processes }, () => agents));
}

/** Sizes in any order as groups, largest first: [16, 15, 16] → two of 16 and one of 15. */
export function groupsOf(sizes: readonly number[]): readonly ProcessGroup[] {
  const counts = new Map<number, number>();
  for (const size of sizes) counts.set(size, (counts.get(size) ?? 0) + 1);
  return [...counts].map(([agents, processes]) => ({ processes, agents })).sort((a, b) => b.agents - a.agents);
}
