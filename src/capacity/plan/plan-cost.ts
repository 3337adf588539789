// Which of two plans is cheaper: by the objective first, then by what else they cost.
import type { Objective, Plan } from "./plan.ts";

/** What a month has, as clouds reckon it. */
export const HOURS_PER_MONTH = 730;

/** The figures by which plans are compared. */
export interface PlanCost {
  readonly memoryMB: number;
  /** Infinite where the price is not known; 0 where no machines are planned. */
  readonly pricePerHour: number;
  readonly machines: number;
  readonly processes: number;
}

export function costOf(plan: Plan): PlanCost {
  const { memoryMB, machines, processes } = plan;
  return {
    memoryMB,
    processes,
    machines: machines?.count ?? 0,
    pricePerHour: machines === null ? 0 : (machines.pricePerHour ?? Number.POSITIVE_INFINITY),
  };
}

/** By which figures plans are compared, the objective first. */
const orders = {
  memory: ["memoryMB", "pricePerHour", "machines", "processes"],
  machines: ["machines", "pricePerHour", "memoryMB", "processes"],
  price: ["pricePerHour", "machines", "memoryMB", "processes"],
} as const satisfies Record<Objective, readonly (keyof PlanCost)[]>;

/** The figure of the objective: MB, machines, or price per hour. */
export function objectiveOf(cost: PlanCost, objective: Objective): number {
  return cost[orders[objective][0]];
}

/** Below 0 where `a` is cheaper, 0 where both cost the same. Figures within a relative 1e-9 of each other are the same. */
export function compareCosts(a: PlanCost, b: PlanCost, objective: Objective): number {
  for (const figure of orders[objective]) {
    if (a[figure] === b[figure]) continue;
    const difference = a[figure] - b[figure];
    if (Math.abs(difference) > 1e-9 * Math.max(a[figure], b[figure])) return difference;
  }
  return 0;
}
