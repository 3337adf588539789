// Owns the question of the planner: the cheapest deployment that meets a demand on a curve, or why there is none.
import { equalCandidates, type EqualCandidate, planOfCandidate } from "./equal-plan.ts";
import { type Infeasible, whyNoSize, whyNotEnough } from "./infeasible.ts";
import { roomOf } from "./machine-room.ts";
import { mixedPlan } from "./mixed-plan.ts";
import { comparePlans } from "./plan-of-sizes.ts";
import type { Plan, PlanRequest, Split } from "./plan.ts";
import { type ProcessSize, type SizeChoice, sizeChoice } from "./process-sizes.ts";

export type PlanOutcome =
  | { readonly state: "planned"; readonly plan: Plan }
  | { readonly state: "infeasible"; readonly why: Infeasible };

/** Sizes that some machine type holds: memory and cores of the same type. */
function placeable(choice: SizeChoice, request: PlanRequest): readonly ProcessSize[] {
  if (request.machines.length === 0) return choice.sizes;
  const rooms = request.machines
    .filter(({ pricePerHour }) => request.objective !== "price" || pricePerHour !== null)
    .map((machine) => roomOf(machine, request.vcpuPerProcess))
    .filter(({ processes }) => processes >= 1);
  const mostMB = Math.max(0, ...rooms.map(({ memoryMB }) => memoryMB));
  return choice.sizes.filter(({ memoryMB }) => memoryMB <= mostMB + 1e-9);
}

interface Feasible {
  readonly sizes: readonly ProcessSize[];
  /** At least one, cheapest first. */
  readonly candidates: readonly [EqualCandidate, ...EqualCandidate[]];
}

function hasNoPrice({ objective, machines }: PlanRequest): boolean {
  return objective === "price" && machines.length > 0 && machines.every(({ pricePerHour }) => pricePerHour === null);
}

function isWithinBudget(memoryMB: number, { memoryMBMost }: PlanRequest): boolean {
  return memoryMBMost === null || memoryMB <= memoryMBMost * (1 + 1e-9);
}

function overBudget(needMB: number, sizes: readonly ProcessSize[], request: PlanRequest): Infeasible {
  const [smallest] = sizes;
  return {
    reason: "memory budget",
    needMB,
    budgetMB: request.memoryMBMost ?? 0,
    oneMB: smallest?.memoryMB ?? 0,
    agents: smallest?.agents ?? 1,
  };
}

function feasible(request: PlanRequest): Feasible | Infeasible {
  const choice = sizeChoice(request);
  if (choice.sizes.length === 0) return whyNoSize(choice, request);
  const sizes = placeable(choice, request);
  const candidates = equalCandidates(sizes, request);
  const [first, ...rest] = candidates.filter(({ cost }) => isWithinBudget(cost.memoryMB, request));
  if (first !== undefined) return { sizes, candidates: [first, ...rest] };
  if (candidates.length > 0)
    return overBudget(Math.min(...candidates.map(({ cost }) => cost.memoryMB)), sizes, request);
  if (hasNoPrice(request)) return { reason: "no price" };
  if (sizes.length === 0) return { reason: "contradiction", limits: ["machine memory", "machine cores"] };
  return whyNotEnough({ ...choice, sizes }, request);
}

/** The cheapest plan of equal processes. Fast enough to follow a slider: one candidate per size and machine type. */
export function equalPlan(request: PlanRequest): PlanOutcome {
  const found = feasible(request);
  if ("reason" in found) return { state: "infeasible", why: found };
  return { state: "planned", plan: planOfCandidate(found.candidates[0], request) };
}

/**
 * The cheapest plan. Exact: every number of processes and every combination of sizes within the request's limits is
 * covered, by enumeration for equal processes and by dynamic programming for mixed ones. One case is not: where the mixed plan
 * of fewest machines or lowest price breaks a memory budget, the plan of least memory and the equal one are compared.
 */
export function cheapestPlan(request: PlanRequest, split: Split): PlanOutcome {
  const equal = equalPlan(request);
  if (split === "equal") return equal;
  // Mixed sizes may keep a budget that equal ones break.
  const free = { ...request, memoryMBMost: null };
  const known = equalPlan(free);
  if (known.state === "infeasible") return equal;
  const sizes = sizesFor(free);
  const plan = mixedPlan(sizes, free, known.plan);
  if (isWithinBudget(plan.memoryMB, request)) return { state: "planned", plan };
  const least = mixedPlan(sizes, { ...free, objective: "memory" }, known.plan);
  if (!isWithinBudget(least.memoryMB, request)) {
    return { state: "infeasible", why: overBudget(least.memoryMB, sizes, request) };
  }
  const isEqualCheaper = equal.state === "planned" && comparePlans(equal.plan, least, request) < 0;
  return { state: "planned", plan: isEqualCheaper ? equal.plan : least };
}

function sizesFor(request: PlanRequest): readonly ProcessSize[] {
  return placeable(sizeChoice(request), request);
}

/** Equal plans in order of cost, each the fewest processes of one size that meet the demand; empty where none do. */
export function equalPlans(request: PlanRequest, most: number): readonly Plan[] {
  const found = feasible(request);
  if ("reason" in found) return [];
  return found.candidates.slice(0, most).map((candidate) => planOfCandidate(candidate, request));
}
