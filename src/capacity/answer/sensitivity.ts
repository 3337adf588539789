// The tornado: how the cost of the plan moves when one assumption moves and all others stay.
import { type Law, throughputAt } from "../../laws/laws.ts";
import { costOf, objectiveOf } from "../plan/plan-cost.ts";
import type { PlanRequest, Split } from "../plan/plan.ts";
import { cheapestPlan } from "../plan/planner.ts";
import { publishedCache } from "../memory/published.ts";
import { cachedTimeShare } from "../asked/what-if.ts";

const ASSUMPTIONS = [
  "speed of one agent (λ)",
  "contention (σ)",
  "memory per agent",
  "base memory",
  "cache share",
  "buffer share",
  "vCPU per process",
  "cache hit rate",
] as const;
type Assumption = (typeof ASSUMPTIONS)[number];

/** The figure of the objective when planned with the assumption lower and higher; null where there is then no plan. */
export interface Sensitivity {
  readonly assumption: Assumption;
  readonly lower: number | null;
  readonly higher: number | null;
}

/** How far each assumption is moved, down and up, as a share of it. */
export const SENSITIVITY_STEP = 0.1;

function scaled(request: PlanRequest, factorAt: (agents: number) => number): PlanRequest {
  const throughput = request.throughput.map((rate, agents) => (rate === null ? null : rate * factorAt(agents)));
  return { ...request, throughput };
}

/**
 * The request with one assumption moved; null where the request does not have it.
 * @param law the fitted law whose σ is moved; null where none could be fitted
 */
function moved(assumption: Assumption, factor: number, request: PlanRequest, law: Law | null): PlanRequest | null {
  const { constants } = request;
  switch (assumption) {
    case "speed of one agent (λ)":
      return scaled(request, () => factor);
    case "contention (σ)": {
      if (law === null || law.sigma === 0) return null;
      const other = { ...law, sigma: Math.min(1, law.sigma * factor) };
      return scaled(request, (agents) => throughputAt(other, agents) / throughputAt(law, agents));
    }
    case "memory per agent":
      return { ...request, constants: { ...constants, perAgentMB: constants.perAgentMB * factor } };
    case "base memory":
      return { ...request, constants: { ...constants, baseMB: constants.baseMB * factor } };
    case "cache share":
      return { ...request, constants: { ...constants, cacheShare: constants.cacheShare * factor } };
    case "buffer share":
      return { ...request, constants: { ...constants, bufferShare: constants.bufferShare * factor } };
    case "vCPU per process":
      return request.machines.length === 0 ? null : { ...request, vcpuPerProcess: request.vcpuPerProcess * factor };
    case "cache hit rate": {
      const { hitRate, speedup } = publishedCache;
      const change = cachedTimeShare(hitRate, speedup) / cachedTimeShare(hitRate * factor, speedup);
      return scaled(request, () => change);
    }
  }
}

/**
 * Plans with each assumption moved by 10 % either way; the largest effect comes first. The cache hit rate is the published
 * 22.1 % at a speed-up of 3.2. It acts on throughput through 1 − h + h/s.
 * @param law for σ; null where none could be fitted
 */
export function sensitivities(request: PlanRequest, split: Split, law: Law | null): readonly Sensitivity[] {
  const figureWith = (assumption: Assumption, factor: number): number | null => {
    const changed = moved(assumption, factor, request, law);
    const outcome = changed === null ? null : cheapestPlan(changed, split);
    if (outcome === null || outcome.state === "infeasible") return null;
    return objectiveOf(costOf(outcome.plan), request.objective);
  };
  const known = ASSUMPTIONS.filter((assumption) => moved(assumption, 1, request, law) !== null);
  const all = known.map((assumption) => ({
    assumption,
    lower: figureWith(assumption, 1 - SENSITIVITY_STEP),
    higher: figureWith(assumption, 1 + SENSITIVITY_STEP),
  }));
  const width = ({ lower, higher }: Sensitivity) =>
    lower === null || higher === null ? Number.POSITIVE_INFINITY : Math.abs(higher - lower);
  return all.sort((a, b) => width(b) - width(a));
}
