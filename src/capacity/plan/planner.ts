// The planner: finds the cheapest deployment that meets a demand on a curve, or says why there is none.
import { equalCandidates, type EqualCandidate, planOfCandidate } from "./equal-plan.ts";
import { type Infeasible, whyNoSize, whyNotEnough } from "./infeasible.ts";
import { reservedMB, roomOf } from "./machine-room.ts";
import { mixedPlan } from "./mixed-plan.ts";
import { comparePlans } from "./plan-of-sizes.ts";
import type { Plan, PlanRequest, Split } from "./plan.ts";
import { type ProcessSize, type SizeChoice, sizeChoice } from "./process-sizes.ts";

export type PlanOutcome =
  | { readonly state: "planned"; readonly plan: Plan }
  | { readonly state: "infeasible"; readonly why: Infeasible };

/** Sizes that fit on some machine type, with both its memory and its cores. */
function placeable(choice: SizeChoice, request: PlanRequest): readonly ProcessSize[] {
  if (request.machines.length === 0) return choice.sizes;
  const rooms = request.machines
    .filter(({ pricePerHour }) => request.objective !== "price" || pricePerHour !== null)
    .map((machine) => roomOf(machine, request.vcpuPerProcess))
    .filter(({ processes }) => processes >= 1);
  const mostMB = Math.max(0, ...rooms.map(({ memoryMB }) => memoryMB));
  return choice.sizes.filter(({ memoryMB }) => reservedMB(memoryMB) <= mostMB + 1e-9);
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
  if ((request.losing ?? "processes") !== "processes" && request.machines.length === 0)
    return { reason: "no machines" };
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

/** The cheapest plan of equal processes. Fast enough to follow a slider: it tries each size on each machine type once. */
export function equalPlan(request: PlanRequest): PlanOutcome {
  const found = feasible(request);
  if ("reason" in found) return { state: "infeasible", why: found };
  return { state: "planned", plan: planOfCandidate(found.candidates[0], request) };
}

/**
 * The cheapest plan. It is exact over every number of processes and every combination of sizes within the limits: by
 * enumeration for equal processes, by dynamic programming for mixed ones. One case is not exact: where the mixed plan of
 * fewest machines or lowest price is over the memory budget, only the plan of least memory and the equal one are compared.
 * With a machine or a zone to be lost, processes are equal. What mixedPlan says of agents beside op/s holds here too.
 */
export function cheapestPlan(request: PlanRequest, split: Split): PlanOutcome {
  const equal = equalPlan(request);
  if (split === "equal" || (request.losing ?? "processes") !== "processes") return equal;
  // Mixed sizes may be within a budget that equal ones exceed.
  const unbudgeted = { ...request, memoryMBMost: null };
  const known = equalPlan(unbudgeted);
  // Where some sizes reach the op/s and others the agents, only mixed ones reach both.
  if (known.state === "infeasible" && known.why.reason !== "both") return equal;
  const knownPlan = known.state === "planned" ? known.plan : null;
  const sizes = sizesFor(unbudgeted);
  const plan = mixedPlan(sizes, unbudgeted, knownPlan);
  if (plan === null) return equal;
  if (isWithinBudget(plan.memoryMB, request)) return { state: "planned", plan };
  const least = mixedPlan(sizes, { ...unbudgeted, objective: "memory" }, knownPlan) ?? plan;
  if (!isWithinBudget(least.memoryMB, request)) {
    return { state: "infeasible", why: overBudget(least.memoryMB, sizes, request) };
  }
  const isEqualCheaper = equal.state === "planned" && comparePlans(equal.plan, least, request) < 0;
  return { state: "planned", plan: isEqualCheaper ? equal.plan : least };
}

function sizesFor(request: PlanRequest): readonly ProcessSize[] {
  return placeable(sizeChoice(request), request);
}

/**
 * Equal plans in order of cost: for each size the fewest processes that meet the demand.
 * @param most how many plans at most
 */
export function equalPlans(request: PlanRequest, most: number): readonly Plan[] {
  const found = feasible(request);
  if ("reason" in found) return [];
  return found.candidates.slice(0, most).map((candidate) => planOfCandidate(candidate, request));
}
