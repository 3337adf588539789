// The question to the planner and its answer: what is asked of a deployment, and what a plan consists of.
import type { Losing } from "./losing-machines.ts";
import type { MachineType } from "./machine-type.ts";
import type { CapacityConstants, Reading } from "../memory/memory.ts";

export const OBJECTIVES = ["memory", "machines", "price"] as const;
/** What the cheapest plan has the least of. */
export type Objective = (typeof OBJECTIVES)[number];

export const SPLITS = ["equal", "mixed"] as const;
/** Whether all processes hold the same number of agents. */
export type Split = (typeof SPLITS)[number];

export type Demand =
  /** A number of ops per second, of all processes together, and where it is given at least so many agents that do them. */
  | { readonly kind: "throughput"; readonly opsPerSecond: number; readonly agentsLeast?: number }
  /** A number of agents, each of which reaches a rate. */
  | { readonly kind: "agents"; readonly agents: number; readonly opsPerSecondPerAgent: number };

/** How many processes may be lost with the demand still met: 1 is N+1, 2 is N+2. */
export type Spare = 0 | 1 | 2;

/** Bounds of the search. A deployment beyond them is better made of several. */
export const PLAN_LIMITS = { processesMost: 64, agentsPerProcessMost: 200, machineTypesMost: 20 } as const;

export interface PlanRequest {
  /**
   * X(n) of one process in op/s at n agents, by n; null where the curve has none. Index 0 is unused. No process has more
   * agents than the last index.
   */
  readonly throughput: readonly (number | null)[];
  readonly demand: Demand;
  /** What the plan must reach beyond the demand, as a share of it: 0.2 asks for 120 %. */
  readonly headroomShare: number;
  readonly spare: Spare;
  /** What may be lost. With a machine or a zone nothing else is spare, and sizes are equal. Processes where it is not given. */
  readonly losing?: Losing;
  /** The most mean time of one op in its process, n / X(n) by Little's law, ms; null for no limit. */
  readonly latencyMsMost: number | null;
  /** The least efficiency X(n) / (n · X(1)) as a share; null for no limit. */
  readonly efficiencyLeast: number | null;
  /** The most memory of all processes together, with the buffer; null for no limit. */
  readonly memoryMBMost: number | null;
  /** Whole, from 1 to 64. */
  readonly processesMost: number;
  readonly constants: CapacityConstants;
  readonly reading: Reading;
  /** The cores that one process keeps busy: the parallel capacity with which its curve was measured. */
  readonly vcpuPerProcess: number;
  /** Where it is empty, memory alone is planned. */
  readonly machines: readonly MachineType[];
  readonly objective: Objective;
  /** Of the prices of the machine types, three letters of ISO 4217. */
  readonly currency: string;
}

/** Processes of the same size. */
export interface ProcessGroup {
  readonly processes: number;
  /** Agents in each. */
  readonly agents: number;
}

/** The machines of a plan: all of one type, as in a node pool. */
export interface MachineUse {
  readonly machine: MachineType;
  readonly count: number;
  /** For each machine the agents of each of its processes. */
  readonly placement: readonly (readonly number[])[];
  /** In the machine table's currency; null where the type has no price. */
  readonly pricePerHour: number | null;
}

export interface Plan {
  /** Largest first; each size once. */
  readonly groups: readonly ProcessGroup[];
  readonly processes: number;
  readonly agents: number;
  /** With the buffer: the sum of the memory limits of all processes. */
  readonly memoryMB: number;
  /** X of all processes together, op/s. */
  readonly opsPerSecond: number;
  /** How many processes may be lost: the spare ones, or those of the fullest machine or zone. */
  readonly lost: number;
  /** The same when the `lost` processes with the most throughput are lost. */
  readonly survivingOpsPerSecond: number;
  /** The agents that are left when the `lost` largest processes are lost. */
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
