// Plans to compare the chosen one with: the next cheapest, and a cheaper one that nearly meets the demand.
import { candidateOf } from "../plan/equal-plan.ts";
import { costOf, objectiveOf } from "../plan/plan-cost.ts";
import type { Plan, PlanRequest } from "../plan/plan.ts";
import { equalPlans } from "../plan/planner.ts";
import { sizeChoice, wantedAgents, wantedValue } from "../plan/process-sizes.ts";

/** A cheaper equal plan that keeps every limit, but falls short of the demand. */
interface NearMiss {
  readonly processes: number;
  readonly agents: number;
  /** The figure of the objective: MB, machines, or price per hour. */
  readonly figure: number;
  /** What it reaches after losing the spare processes, and what is wanted, both in the unit of the demand. */
  readonly reached: number;
  readonly wanted: number;
}

export interface Alternatives {
  /** The cheapest equal plan with other process sizes, and how much more of the objective it needs. */
  readonly next: { readonly plan: Plan; readonly more: number } | null;
  readonly nearMiss: NearMiss | null;
}

function isSame(a: Plan, b: Plan): boolean {
  return JSON.stringify(a.groups) === JSON.stringify(b.groups);
}

function nearMissOf(plan: Plan, request: PlanRequest): NearMiss | null {
  const figure = objectiveOf(costOf(plan), request.objective);
  // Where a machine or a zone may be lost, each layout is another trade: none is simply one process short.
  if ((request.losing ?? "processes") !== "processes") return null;
  const wanted = wantedValue(request);
  let best: NearMiss | null = null;
  for (const size of sizeChoice(request).sizes) {
    const fewest = Math.max(1, Math.ceil(wantedAgents(request) / size.agents));
    for (let processes = request.spare + fewest; processes <= request.processesMost; processes += 1) {
      const reached = (processes - request.spare) * size.value;
      if (reached >= wanted) break;
      const cost = candidateOf(size, processes, request)?.cost;
      const own = cost === undefined ? Number.POSITIVE_INFINITY : objectiveOf(cost, request.objective);
      if (own >= figure * (1 - 1e-9)) break;
      if (best === null || reached > best.reached)
        best = { processes, agents: size.agents, figure: own, reached, wanted };
    }
  }
  return best;
}

/** @param plan the chosen one, equal or mixed */
export function alternativesTo(plan: Plan, request: PlanRequest): Alternatives {
  const figure = objectiveOf(costOf(plan), request.objective);
  const other = equalPlans(request, 3).find((candidate) => !isSame(candidate, plan)) ?? null;
  const next = other === null ? null : { plan: other, more: objectiveOf(costOf(other), request.objective) - figure };
  return { next, nearMiss: nearMissOf(plan, request) };
}
