// Finds the plans whose processes all hold the same number of agents, in order of cost.
import { evenly, type Layout, layoutsLosing, placementOf } from "./losing-machines.ts";
import { equalProcessesIn, type Room, roomOf } from "./machine-room.ts";
import { planOf, priceOf } from "./plan-of-sizes.ts";
import { compareCosts, type PlanCost } from "./plan-cost.ts";
import type { MachineType } from "./machine-type.ts";
import type { MachineUse, Plan, PlanRequest } from "./plan.ts";
import { meets, type ProcessSize, wantedAgents, wantedValue } from "./process-sizes.ts";

/** Processes of one size, on their cheapest machines. */
export interface EqualCandidate {
  readonly size: ProcessSize;
  readonly processes: number;
  readonly machine: MachineType | null;
  /** Laid out so that a machine or a zone may be lost; null where some processes may be. */
  readonly layout: Layout | null;
  readonly cost: PlanCost;
}

/**
 * The fewest processes of this size that must be left after a loss: k · v ≥ wanted, and the same of the agents that are
 * wanted beside op/s.
 */
function survivorsFor(size: ProcessSize, request: PlanRequest): number {
  const wanted = wantedValue(request);
  const least = Math.max(1, Math.ceil(wanted / size.value));
  // The division may round up where one process fewer is enough.
  const needed = least > 1 && meets((least - 1) * size.value, wanted) ? least - 1 : least;
  return Math.max(needed, Math.ceil(wantedAgents(request) / size.agents));
}

/** A machine type that the objective can use, with its room for processes. */
interface Offer {
  readonly machine: MachineType;
  readonly room: Room;
}

function offersOf({ machines, vcpuPerProcess, objective }: PlanRequest): readonly Offer[] {
  return machines
    .filter(({ pricePerHour }) => objective !== "price" || pricePerHour !== null)
    .map((machine) => ({ machine, room: roomOf(machine, vcpuPerProcess) }));
}

function cheapestOn(
  offers: readonly Offer[],
  size: ProcessSize,
  processes: number,
  request: PlanRequest,
): EqualCandidate | null {
  const memoryMB = processes * size.memoryMB;
  if (request.machines.length === 0) {
    return {
      size,
      processes,
      machine: null,
      layout: null,
      cost: { memoryMB, processes, machines: 0, pricePerHour: 0 },
    };
  }
  let best: EqualCandidate | null = null;
  for (const { machine, room } of offers) {
    const perMachine = equalProcessesIn(room, size.memoryMB);
    if (perMachine < 1) continue;
    const count = Math.ceil(processes / perMachine);
    const pricePerHour = priceOf(machine, count) ?? Number.POSITIVE_INFINITY;
    const cost = { memoryMB, processes, machines: count, pricePerHour };
    if (best === null || compareCosts(cost, best.cost, request.objective) < 0)
      best = { size, processes, machine, layout: null, cost };
  }
  return best;
}

/** The cheapest layout of one size that meets the demand without any one machine or zone; null where no machine holds one. */
function cheapestLosing(
  losing: "machine" | "zone",
  offers: readonly Offer[],
  size: ProcessSize,
  request: PlanRequest,
): EqualCandidate | null {
  let best: EqualCandidate | null = null;
  for (const { machine, room } of offers) {
    const perMachine = equalProcessesIn(room, size.memoryMB);
    if (perMachine < 1) continue;
    for (const layout of layoutsLosing(losing, survivorsFor(size, request), perMachine, request.processesMost)) {
      const { processes, machines } = layout;
      const pricePerHour = priceOf(machine, machines) ?? Number.POSITIVE_INFINITY;
      const cost = { memoryMB: processes * size.memoryMB, processes, machines, pricePerHour };
      if (best === null || compareCosts(cost, best.cost, request.objective) < 0)
        best = { size, processes, machine, layout, cost };
    }
  }
  return best;
}

/** A number of processes of one size, on their cheapest machines; null where no machine type holds one. */
export function candidateOf(size: ProcessSize, processes: number, request: PlanRequest): EqualCandidate | null {
  return cheapestOn(offersOf(request), size, processes, request);
}

/**
 * For each size the fewest processes that meet the demand, where those are not more than allowed; cheapest first. More
 * processes of a size never cost less, and a plan has machines of one type, so no other equal plan is cheaper.
 * @param sizes those that every limit allows
 */
export function equalCandidates(sizes: readonly ProcessSize[], request: PlanRequest): readonly EqualCandidate[] {
  const offers = offersOf(request);
  const candidates = sizes.flatMap((size) => {
    const losing = request.losing ?? "processes";
    if (losing !== "processes") return cheapestLosing(losing, offers, size, request) ?? [];
    const processes = survivorsFor(size, request) + request.spare;
    const candidate = processes > request.processesMost ? null : cheapestOn(offers, size, processes, request);
    return candidate === null ? [] : [candidate];
  });
  return candidates.sort((a, b) => compareCosts(a.cost, b.cost, request.objective));
}

/** The candidate as a plan, with its processes spread over the machines as evenly as possible. */
export function planOfCandidate(
  { size, processes, machine, layout, cost }: EqualCandidate,
  request: PlanRequest,
): Plan {
  const held = (on: MachineType) =>
    layout === null
      ? evenly(processes, cost.machines)
      : placementOf(layout, equalProcessesIn(roomOf(on, request.vcpuPerProcess), size.memoryMB));
  const use: MachineUse | null =
    machine === null
      ? null
      : {
          machine,
          count: cost.machines,
          placement: held(machine).map((count) => Array.from({ length: count }, () => size.agents)),
          pricePerHour: priceOf(machine, cost.machines),
        };
  return planOf(
    Array.from({ length: processes }, () => size),
    layout === null ? request.spare : layout.lost,
    use,
  );
}
