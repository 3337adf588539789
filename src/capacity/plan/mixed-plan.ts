// Finds the cheapest plan whose processes may differ in size, by the chosen objective.
import { fewestMachines, type MachineLoads } from "./fewest-machines.ts";
import { leastMemorySizes } from "./least-memory.ts";
import type { MachineType } from "./machine-type.ts";
import { comparePlans, planOf, planOnBestMachine, priceOf, survivingSum } from "./plan-of-sizes.ts";
import type { Plan, PlanRequest } from "./plan.ts";
import { meets, type ProcessSize, wantedAgents, wantedValue, worthwhileSizes } from "./process-sizes.ts";

function bySize(sizes: readonly ProcessSize[]): (agents: number) => ProcessSize[] {
  const known = new Map(sizes.map((size) => [size.agents, size]));
  return (agents) => {
    const size = known.get(agents);
    return size === undefined ? [] : [size];
  };
}

/** The most machines of a type that are still better than the known plan, and than what was found so far. */
function improvingMachines(request: PlanRequest, known: Plan) {
  return (machine: MachineType, found: MachineLoads | null): number => {
    const knownCount = known.machines?.count ?? 0;
    switch (request.objective) {
      case "memory":
        return 0;
      case "machines":
        return (found === null ? knownCount : found.placement.length) - 1;
      case "price": {
        const price =
          found === null ? (known.machines?.pricePerHour ?? null) : priceOf(found.machine, found.placement.length);
        if (price === null || machine.pricePerHour === null) return 0;
        if (machine.pricePerHour === 0) return price > 0 ? request.processesMost : 0;
        return Math.ceil((price * (1 - 1e-9)) / machine.pricePerHour) - 1;
      }
    }
  };
}

/** Takes agents away as long as the demand is met. The machines stay the same, and memory is saved. */
function trimmed(placement: MachineLoads["placement"], sizes: readonly ProcessSize[], request: PlanRequest) {
  const sizeOf = bySize(sizes);
  const smaller = new Map(sizes.map((size, index) => [size.agents, sizes[index - 1] ?? null]));
  const bins = placement.map((held) => held.flatMap(sizeOf));
  const wanted = wantedValue(request);
  const isMet = () => {
    const values = bins.flat().map(({ value }) => value);
    return values.length > request.spare && meets(survivingSum(values, request.spare), wanted);
  };
  for (let isSmaller = true; isSmaller;) {
    isSmaller = false;
    for (const bin of bins) {
      for (const [at, size] of [...bin.entries()].toReversed()) {
        const less = smaller.get(size.agents) ?? null;
        if (less === null) bin.splice(at, 1);
        else bin[at] = less;
        if (isMet()) isSmaller = true;
        else if (less === null) bin.splice(at, 0, size);
        else bin[at] = size;
      }
    }
  }
  return bins.filter((held) => held.length > 0);
}

function planOfLoads({ machine, placement }: MachineLoads, sizes: readonly ProcessSize[], request: PlanRequest): Plan {
  const bins = trimmed(placement, sizes, request);
  return planOf(bins.flat(), request.spare, {
    machine,
    count: bins.length,
    placement: bins.map((held) => held.map(({ agents }) => agents)),
    pricePerHour: priceOf(machine, bins.length),
  });
}

/**
 * The cheapest plan of all combinations of sizes. It is exact in the objective. Where the objective is machines or price,
 * a tie is decided by memory, among three plans only: the one with the least memory of all, the one that fills the
 * machines (trimmed to the demand), and the equal one. Where agents are asked for beside op/s, two plans alone are compared:
 * the one of least memory and the equal one. The first is exact where nothing is spare; else it is made of those sizes that
 * are worthwhile for op/s.
 * @param sizes those that every limit allows, ascending
 * @param known a plan that meets the demand, such as the cheapest equal one; null where no equal one does
 * @returns null where nothing is known and nothing was found
 */
export function mixedPlan(sizes: readonly ProcessSize[], request: PlanRequest, known: Plan | null): Plan | null {
  const withAgents = wantedAgents(request) > 0;
  // With no more op/s a larger process still has more agents. Spare ones must be the largest in both.
  const worthwhile = withAgents && request.spare === 0 ? sizes : worthwhileSizes(sizes);
  const plans = known === null ? [] : [known];
  const mostMB = known?.memoryMB ?? request.processesMost * Math.max(0, ...sizes.map(({ memoryMB }) => memoryMB));
  const least = leastMemorySizes(worthwhile, request, mostMB);
  const leastPlan = least === null ? null : planOnBestMachine(least.flatMap(bySize(worthwhile)), request);
  if (leastPlan !== null) plans.push(leastPlan);
  const [first, ...others] = plans;
  if (first === undefined) return null;
  const best = others.reduce((a, b) => (comparePlans(b, a, request) < 0 ? b : a), first);
  if (request.objective === "memory" || request.machines.length === 0 || withAgents) return best;
  const loads = fewestMachines(worthwhile, request, improvingMachines(request, best));
  if (loads === null) return best;
  const packed = planOfLoads(loads, worthwhile, request);
  return comparePlans(packed, best, request) < 0 ? packed : best;
}
