// Finds the cheapest plan whose processes all hold the same number of agents, and every other one worth naming.
import { equalProcessesIn, roomOf } from "./machine-room.ts";
import { planOf, priceOf } from "./plan-of-sizes.ts";
import { compareCosts, type PlanCost } from "./plan-cost.ts";
import type { MachineType } from "./machine-type.ts";
import type { MachineUse, Plan, PlanRequest } from "./plan.ts";
import { meets, type ProcessSize, wantedValue } from "./process-sizes.ts";

/** The fewest processes of one size that meet the demand, with their cheapest machines. */
export interface EqualCandidate {
  readonly size: ProcessSize;
  readonly processes: number;
  readonly machine: MachineType | null;
  readonly cost: PlanCost;
}

/** Fewest processes of this size that reach the demand after losing the spare ones: (k − spare) · v ≥ wanted. */
export function processesFor(size: ProcessSize, request: PlanRequest): number {
  const wanted = wantedValue(request);
  const least = Math.max(1, Math.ceil(wanted / size.value));
  // Dividing may round up what multiplying meets.
  const needed = least > 1 && meets((least - 1) * size.value, wanted) ? least - 1 : least;
  return needed + request.spare;
}

/**
 * One candidate per size that needs no more processes than allowed, cheapest first. More processes of a size never cost
 * less, and machines of a plan are of one type, so no cheaper equal plan exists among k × n.
 * @param sizes those that every limit allows
 */
export function equalCandidates(sizes: readonly ProcessSize[], request: PlanRequest): readonly EqualCandidate[] {
  const { machines, vcpuPerProcess, objective } = request;
  const priced = machines.filter(({ pricePerHour }) => objective !== "price" || pricePerHour !== null);
  const rooms = priced.map((machine) => ({ machine, room: roomOf(machine, vcpuPerProcess) }));
  const candidates: EqualCandidate[] = [];
  for (const size of sizes) {
    const processes = processesFor(size, request);
    if (processes > request.processesMost) continue;
    const memoryMB = processes * size.memoryMB;
    if (machines.length === 0) {
      const cost = { memoryMB, processes, machines: 0, pricePerHour: 0 };
      candidates.push({ size, processes, machine: null, cost });
      continue;
    }
    let best: EqualCandidate | null = null;
    for (const { machine, room } of rooms) {
      const perMachine = equalProcessesIn(room, size.memoryMB);
      if (perMachine < 1) continue;
      const count = Math.ceil(processes / perMachine);
      const pricePerHour = priceOf(machine, count) ?? Number.POSITIVE_INFINITY;
      const cost = { memoryMB, processes, machines: count, pricePerHour };
      if (best === null || compareCosts(cost, best.cost, objective) < 0) best = { size, processes, machine, cost };
    }
    if (best !== null) candidates.push(best);
  }
  return candidates.sort((a, b) => compareCosts(a.cost, b.cost, objective));
}

function spread(processes: number, agents: number, machines: number): readonly (readonly number[])[] {
  return Array.from({ length: machines }, (_, n) => {
    const held = Math.floor(((n + 1) * processes) / machines) - Math.floor((n * processes) / machines);
    return Array.from({ length: held }, () => agents);
  });
}

/** The candidate as a plan, its processes spread over the machines as evenly as can be. */
export function planOfCandidate({ size, processes, machine, cost }: EqualCandidate, request: PlanRequest): Plan {
  const use: MachineUse | null =
    machine === null
      ? null
      : {
          machine,
          count: cost.machines,
          placement: spread(processes, size.agents, cost.machines),
          pricePerHour: priceOf(machine, cost.machines),
        };
  return planOf(
    Array.from({ length: processes }, () => size),
    request.spare,
    use,
  );
}
