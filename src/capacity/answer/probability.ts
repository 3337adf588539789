// How sure a plan is: the share of resampled curves on which it still meets its demand.
import type { PlanningCurve } from "../asked/planning-curve.ts";
import { sizesOf, type Plan, type PlanRequest } from "../plan/plan.ts";
import { survivingSum } from "../plan/plan-of-sizes.ts";
import { meets } from "../plan/process-sizes.ts";

/** X(n) by n of one resampled curve, op/s. */
export type SampledThroughput = readonly (number | null)[];

export type Sureness = { readonly state: "known"; readonly share: number; readonly samples: number } | NotKnown;

export type NotKnown =
  /** The rows show what was held, so more may be met than they say. */
  | { readonly state: "not known"; readonly reason: "paced" }
  /** What changed during the run would change again: repeats of one run do not show by how much. */
  | { readonly state: "not known"; readonly reason: "unsteady" }
  /** One figure for each row does not tell how far another measurement would be from it. */
  | { readonly state: "not known"; readonly reason: "no repeats" }
  /** Some row has no more than `repeats`. */
  | { readonly state: "not known"; readonly reason: "few repeats"; readonly repeats: number };

/** With fewer repeats in some row, resampling them shows too little of how far the next measurement may be off. */
export const FEWEST_REPEATS = 10;

/** What keeps a curve from telling how sure a plan is; null where nothing does. */
export function doubtOf({ isPaced, isUnsteady, included }: PlanningCurve): NotKnown | null {
  if (isPaced) return { state: "not known", reason: "paced" };
  if (isUnsteady) return { state: "not known", reason: "unsteady" };
  const repeats = Math.min(...included.map(({ trials }) => trials.length));
  if (repeats < 2) return { state: "not known", reason: "no repeats" };
  return repeats < FEWEST_REPEATS ? { state: "not known", reason: "few repeats", repeats } : null;
}

/** A plan is called safe from this share on. */
export const SAFE_SHARE = 0.95;

function holds(plan: Plan, { demand }: PlanRequest, throughput: SampledThroughput): boolean {
  const sizes = sizesOf(plan.groups);
  const rates = sizes.map((agents) => throughput[agents] ?? 0);
  if (demand.kind === "throughput") return meets(survivingSum(rates, plan.lost), demand.opsPerSecond);
  return sizes.every((agents, at) => meets(rates[at] ?? 0, agents * demand.opsPerSecondPerAgent));
}

/**
 * The probability that the demand is met after losing the spare processes. It is the demand without headroom, so more
 * headroom raises the probability. All processes use the same resampled curve, as they share the error of the curve.
 * @param samples resampled curves; none where rows have no repeats
 */
export function surenessOf(plan: Plan, request: PlanRequest, samples: readonly SampledThroughput[]): Sureness {
  if (samples.length === 0) return { state: "not known", reason: "no repeats" };
  const held = samples.filter((throughput) => holds(plan, request, throughput)).length;
  return { state: "known", share: held / samples.length, samples: samples.length };
}
