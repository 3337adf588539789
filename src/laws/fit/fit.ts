// Owns the least-squares fit of a scaling law to rows of agent counts and throughputs.
import { descend } from "./bounded-newton.ts";
import type { Box } from "./bounded-quadratic.ts";
import { type Law, type LawKind, throughputAt } from "../laws.ts";
import { type Member, memberAt, type StretchModel } from "./stretch-model.ts";
import { lowestMinimum } from "./valleys.ts";

/** One row to fit. */
export interface Point {
  /** N, a whole number from 1. */
  readonly agents: number;
  /** X(N) in op/s, above 0. */
  readonly opsPerSecond: number;
}

/** Where an estimate stands on a bound of [0, 1]; null inside, and for an unknown the law does not have. */
type AtBound = "low" | "high" | null;

export interface LawFit {
  readonly law: Law;
  readonly points: readonly Point[];
  /** Throughput of the law at each point, op/s. */
  readonly fitted: readonly number[];
  /** Measured less fitted, op/s. */
  readonly residuals: readonly number[];
  /** Sum of squared residuals, (op/s)². */
  readonly sse: number;
  /** Unknowns of the law: 3 for usl, 2 for amdahl, 1 for linear, whether at a bound or not. */
  readonly parameters: number;
  /** Points less parameters; 0 or less where the law can pass through every point. */
  readonly residualDf: number;
  /** √(SSE / residualDf) in op/s; null without degrees of freedom. */
  readonly residualStandardError: number | null;
  readonly atBound: { readonly sigma: AtBound; readonly kappa: AtBound };
}

const PARAMETERS: Record<LawKind, number> = { usl: 3, amdahl: 2, linear: 1 };

/** An estimate this small in every row's divisor is 0 where 0 fits as well: rows do not hold so many digits. */
const NEGLIGIBLE = 1e-9;
const SAME_FIT = 1e-10;
const ROW_ROUNDING = 1e-29;

/** u = σ, v = κ. */
export function modelOf(points: readonly Point[]): StretchModel {
  const agents = Float64Array.from(points, (point) => point.agents);
  const unit = Math.max(...points.map((point) => point.opsPerSecond));
  return {
    agents,
    rates: Float64Array.from(points, (point) => point.opsPerSecond / unit),
    unit,
    c0: new Float64Array(points.length).fill(1),
    c1: agents.map((n) => n - 1),
    c2: agents.map((n) => n * (n - 1)),
  };
}

export function boxOf(kind: LawKind): Box {
  return { lowU: 0, highU: kind === "linear" ? 0 : 1, lowV: 0, highV: kind === "usl" ? 1 : 0 };
}

/** Puts an estimate on its lower bound where it differs from it by rounding alone. */
function settled(model: StretchModel, member: Member): Member {
  const largest = model.agents.reduce((most, n) => Math.max(most, n), 1);
  const u = member.u * largest < NEGLIGIBLE ? 0 : member.u;
  const v = member.v * largest * largest < NEGLIGIBLE ? 0 : member.v;
  if (u === member.u && v === member.v) return member;
  const there = memberAt(model, u, v);
  return there.sse <= member.sse * (1 + SAME_FIT) + ROW_ROUNDING * model.agents.length ? there : member;
}

function boundOf(value: number, free: boolean): AtBound {
  if (!free) return null;
  return value === 0 ? "low" : value === 1 ? "high" : null;
}

function fitOf(kind: LawKind, points: readonly Point[], model: StretchModel, minimum: Member): LawFit {
  const { u: sigma, v: kappa, lambda } = settled(model, minimum);
  const law: Law = { kind, lambda: lambda * model.unit, sigma, kappa };
  const fitted = points.map(({ agents }) => throughputAt(law, agents));
  const residuals = points.map(({ opsPerSecond }, i) => opsPerSecond - (fitted[i] ?? 0));
  const sse = residuals.reduce((sum, residual) => sum + residual * residual, 0);
  const parameters = PARAMETERS[kind];
  const residualDf = points.length - parameters;
  return {
    law,
    points,
    fitted,
    residuals,
    sse,
    parameters,
    residualDf,
    residualStandardError: residualDf > 0 ? Math.sqrt(sse / residualDf) : null,
    atBound: { sigma: boundOf(sigma, kind !== "linear"), kappa: boundOf(kappa, kind === "usl") },
  };
}

/**
 * Fits by least squares with σ, κ ∈ [0, 1] and λ > 0, to about twelve digits: the lowest minimum over descents from
 * all of the box, its edges included.
 * @param points as `checkCurve` finds them usable: three different agent counts or more, in any order, repeats allowed
 * Source: Gunther 2007, chapter 5; parameters as in the R package usl.
 */
export function fitLaw(kind: LawKind, points: readonly Point[]): LawFit {
  const model = modelOf(points);
  // The simpler law is a start for the fuller, so that the fuller never fits worse.
  const linear = memberAt(model, 0, 0);
  if (kind === "linear") return fitOf(kind, points, model, linear);
  const amdahl = lowestMinimum(model, boxOf("amdahl"), [linear]);
  if (kind === "amdahl") return fitOf(kind, points, model, amdahl);
  return fitOf(kind, points, model, lowestMinimum(model, boxOf("usl"), [amdahl]));
}

/**
 * The law alone, from a single descent: for resampled rows that differ little from those of `start`.
 * @param start the law fitted to the original rows; its kind is kept
 */
export function refitLaw(points: readonly Point[], start: Law): Law {
  const model = modelOf(points);
  const { u, v, lambda } = descend(model, boxOf(start.kind), { u: start.sigma, v: start.kappa });
  return { kind: start.kind, lambda: lambda * model.unit, sigma: u, kappa: v };
}
