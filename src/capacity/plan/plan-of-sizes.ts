// Makes a plan of chosen process sizes: what it reaches, what it needs, and the cheapest machines that hold it.
import type { MachineType } from "./machine-type.ts";
import { packInto, roomOf } from "./machine-room.ts";
import { compareCosts, costOf } from "./plan-cost.ts";
import { groupsOf, type MachineUse, type Plan, type PlanRequest } from "./plan.ts";
import type { ProcessSize } from "./process-sizes.ts";

/** The sum of the values that are left when the `spare` largest are lost. */
export function survivingSum(values: readonly number[], spare: number): number {
  const descending = [...values].sort((a, b) => b - a);
  return descending.slice(spare).reduce((sum, value) => sum + value, 0);
}

export function priceOf(machine: MachineType, count: number): number | null {
  return machine.pricePerHour === null ? null : machine.pricePerHour * count;
}

/**
 * A plan of the given processes on the given machines.
 * @param sizes one for each process, in any order
 * @param lost how many of them may be lost
 */
export function planOf(sizes: readonly ProcessSize[], lost: number, machines: MachineUse | null): Plan {
  const agents = sizes.map((size) => size.agents);
  const rates = sizes.map((size) => size.opsPerSecond);
  return {
    groups: groupsOf(agents),
    processes: sizes.length,
    agents: agents.reduce((sum, count) => sum + count, 0),
    memoryMB: sizes.reduce((sum, { memoryMB }) => sum + memoryMB, 0),
    opsPerSecond: rates.reduce((sum, rate) => sum + rate, 0),
    lost,
    survivingOpsPerSecond: survivingSum(rates, lost),
    survivingAgents: survivingSum(agents, lost),
    machines,
  };
}

/** The processes on the fewest machines of one type; null where some process is larger than a machine. */
function onMachine(sizes: readonly ProcessSize[], machine: MachineType, vcpuPerProcess: number): MachineUse | null {
  const packing = packInto(
    roomOf(machine, vcpuPerProcess),
    sizes.map(({ memoryMB }) => memoryMB),
  );
  if (packing.state === "does not fit") return null;
  return {
    machine,
    count: packing.bins.length,
    placement: packing.bins.map((bin) => bin.flatMap((index) => sizes[index]?.agents ?? [])),
    pricePerHour: priceOf(machine, packing.bins.length),
  };
}

/** A plan of the given processes on the machine type that is best for the objective; null where none holds them. */
export function planOnBestMachine(sizes: readonly ProcessSize[], request: PlanRequest): Plan | null {
  if (request.machines.length === 0) return planOf(sizes, request.spare, null);
  let best: Plan | null = null;
  for (const machine of request.machines) {
    if (request.objective === "price" && machine.pricePerHour === null) continue;
    const use = onMachine(sizes, machine, request.vcpuPerProcess);
    if (use === null) continue;
    const plan = planOf(sizes, request.spare, use);
    if (best === null || comparePlans(plan, best, request) < 0) best = plan;
  }
  return best;
}

/** Below 0 where `a` is cheaper by the request's objective. */
export function comparePlans(a: Plan, b: Plan, request: PlanRequest): number {
  return compareCosts(costOf(a), costOf(b), request.objective);
}
