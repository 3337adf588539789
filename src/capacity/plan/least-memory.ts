// Finds the processes of mixed sizes that meet the demand with the least memory. The search is exact.
import { memoryLine } from "../memory/memory.ts";
import type { PlanRequest } from "./plan.ts";
import { enough, type ProcessSize, wantedAgents, wantedValue } from "./process-sizes.ts";
import { ValueTable } from "./value-table.ts";

/** Totals of the cheapest plan found. The spare processes are as large as the largest survivor. */
interface Totals {
  readonly survivors: number;
  readonly survivingAgents: number;
  readonly largest: number;
}

/**
 * The least memory, by dynamic programming over the sizes in ascending order. After a size is added, the table has what
 * processes up to that size reach; spare ones of that size then make up for the loss of any. In a cheapest plan the spare
 * processes are just as large as the largest survivor: smaller ones would survive instead of it, larger ones cost more.
 * @param sizes ascending: worthwhile ones, or any where nothing is spare
 * @param limitMB memory of a plan that is known
 */
function leastTotals(sizes: readonly ProcessSize[], request: PlanRequest, limitMB: number): Totals | null {
  const { spare, processesMost } = request;
  const { emptyMB, perAgentMB } = memoryLine(request.constants, request.reading);
  const value = enough(wantedValue(request));
  const agentsLeast = wantedAgents(request);
  const affordable = emptyMB > 0 ? Math.floor(limitMB / emptyMB + 1e-9) : processesMost;
  const survivorsMost = Math.min(processesMost, affordable) - spare;
  const largest = sizes.at(-1)?.agents ?? 0;
  const agentsWithin = (budgetMB: number, processes: number) =>
    Math.floor((budgetMB - processes * emptyMB) / perAgentMB + 1e-6);
  const agentsMost = Math.min(agentsWithin(limitMB, 1 + spare), survivorsMost * largest);
  if (survivorsMost < 1 || agentsMost < 1) return null;
  const table = new ValueTable(survivorsMost, agentsMost);
  let best: Totals | null = null;
  let leastMB = limitMB * (1 + 1e-12);
  let mostValue = 0;
  for (const [index, size] of sizes.entries()) {
    table.add(size);
    mostValue = Math.max(mostValue, size.value);
    if (spare === 0 && index < sizes.length - 1) continue;
    const fewest = Math.max(1, Math.ceil(value / mostValue - 1e-9));
    for (let survivors = fewest; survivors <= survivorsMost; survivors += 1) {
      const within = agentsWithin(leastMB, survivors + spare) - spare * size.agents;
      const survivingAgents = table.fewestAgents(survivors, within, value, agentsLeast);
      if (survivingAgents === null) continue;
      const needMB = (survivors + spare) * emptyMB + (survivingAgents + spare * size.agents) * perAgentMB;
      const isLess = needMB < leastMB * (1 - 1e-12);
      const isFewer = best === null || survivors < best.survivors;
      if (!isLess && !(isFewer && needMB <= leastMB * (1 + 1e-12))) continue;
      leastMB = needMB;
      best = { survivors, survivingAgents, largest: size.agents };
    }
  }
  return best;
}

/**
 * The most equal of all plans with these totals: its largest process is as small as possible, then its smallest as large
 * as possible.
 */
function mostEqualSizes(sizes: readonly ProcessSize[], request: PlanRequest, totals: Totals): readonly number[] {
  const { spare } = request;
  const value = enough(wantedValue(request));
  const agents = totals.survivingAgents + spare * totals.largest;
  const upwards = new ValueTable(totals.survivors, agents);
  const largest = sizes.findIndex((size) => {
    upwards.add(size);
    const surviving = agents - spare * size.agents;
    return surviving >= totals.survivors && upwards.at(totals.survivors, surviving) >= value;
  });
  const top = sizes[largest]?.agents ?? totals.largest;
  const surviving = agents - spare * top;
  const downwards = new ValueTable(totals.survivors, surviving);
  for (const size of sizes.slice(0, largest + 1).toReversed()) {
    downwards.add(size);
    if (downwards.at(totals.survivors, surviving) >= value) break;
  }
  return [...downwards.sizesAt(totals.survivors, surviving), ...Array.from({ length: spare }, () => top)];
}

/**
 * Process sizes, in agents, that meet the demand with the least memory. A tie goes to fewer processes, then to the most
 * equal ones. Exact over all combinations of sizes: as X is not concave, halving or greedy filling would not be.
 * @param sizes ascending: worthwhile ones, or any where nothing is spare
 * @param limitMB memory of a plan that is known, such as the cheapest equal one
 * @returns null where nothing meets the demand within that memory
 */
export function leastMemorySizes(
  sizes: readonly ProcessSize[],
  request: PlanRequest,
  limitMB: number,
): readonly number[] | null {
  const totals = leastTotals(sizes, request, limitMB);
  return totals === null ? null : mostEqualSizes(sizes, request, totals);
}
