// What each machine type alone would take: its cheapest plan, the cost of that, and what of its machines stays unused.
import { allocatableOf } from "../plan/allocatable.ts";
import type { Infeasible } from "../plan/infeasible.ts";
import { memoryFor } from "../memory/memory.ts";
import { roomOf } from "../plan/machine-room.ts";
import type { MachineType } from "../plan/machine-type.ts";
import { type Plan, type PlanRequest, sizesOf } from "../plan/plan.ts";
import { equalPlan } from "../plan/planner.ts";

export interface Unused {
  /** Shares, 0 to 1, of what the nodes leave to pods. */
  readonly memoryShare: number;
  readonly vcpuShare: number;
}

export type MachineOffer = { readonly machine: MachineType } & (
  | { readonly state: "planned"; readonly plan: Plan; readonly unused: Unused; readonly isChosen: boolean }
  | { readonly state: "infeasible"; readonly why: Infeasible }
);

function freeShare(used: number, all: number): number {
  return all > 0 ? Math.max(0, 1 - used / all) : 0;
}

/** What the processes of a plan leave unused on so many machines of a type. */
export function unusedOn(machine: MachineType, plan: Plan, count: number, request: PlanRequest): Unused {
  const left = allocatableOf(machine);
  const usedMB = sizesOf(plan.groups).reduce(
    (sum, agents) => sum + memoryFor(agents, request.constants, request.reading).totalMB,
    0,
  );
  return {
    memoryShare: freeShare(usedMB, count * roomOf(machine, request.vcpuPerProcess).memoryMB),
    vcpuShare: freeShare(plan.processes * request.vcpuPerProcess, (count * left.millicores) / 1_000),
  };
}

/**
 * For each machine type its cheapest plan of equal processes, in the order of the table; of the chosen one the plan itself.
 * A type without a price is planned by the fewest machines where the lowest price is asked for.
 */
export function machineOffers(request: PlanRequest, chosen: Plan | null): readonly MachineOffer[] {
  return request.machines.map((machine) => {
    const isChosen = chosen?.machines?.machine.name === machine.name;
    const isPriced = machine.pricePerHour !== null || request.objective !== "price";
    const objective = isPriced ? request.objective : "machines";
    const outcome =
      isChosen && chosen !== null
        ? { state: "planned" as const, plan: chosen }
        : equalPlan({ ...request, objective, machines: [machine] });
    if (outcome.state === "infeasible") return { machine, ...outcome };
    const unused = unusedOn(machine, outcome.plan, outcome.plan.machines?.count ?? 0, request);
    return { machine, state: "planned", plan: outcome.plan, unused, isChosen };
  });
}
