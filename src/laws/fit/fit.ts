// Fits a scaling law to rows of agent counts and throughputs by least squares.
import { descend } from "./bounded-newton.ts";
import type { Box } from "./bounded-quadratic.ts";
import { type Law, type LawKind, throughputAt } from "../laws.ts";
import { type Member, memberAt, type StretchModel } from "./stretch-model.ts";
import { lowestMinimum } from "./multi-start.ts";

/** One row to fit. */
export interface Point {
  /** N, a whole number from 1. */
  readonly agents: number;
  /** X(N) in op/s, above 0. */
  readonly opsPerSecond: number;
}

/** The bound of [0, 1] that an estimate is at; null inside, and for a parameter that the law does not have. */
type AtBound = "low" | "high" | null;

export interface LawFit {
  readonly law: Law;
  readonly points: readonly Point[];
  /** Throughput of the law at each point, op/s. */
  readonly fitted: readonly number[];
  /** Measured minus fitted, op/s. */
  readonly residuals: readonly number[];
  /** Sum of squared residuals, (op/s)². */
  readonly sse: number;
  /** Parameters of the law, at a bound or not: 3 for usl, 2 for amdahl, 1 for linear. */
  readonly parameterCount: number;
  /** Degrees of freedom: points minus parameters; 0 or less where the law can pass through every point. */
  readonly residualDf: number;
  /** √(SSE / residualDf) in op/s; null without degrees of freedom. */
  readonly residualStandardError: number | null;
  readonly atBound: { readonly sigma: AtBound; readonly kappa: AtBound };
}

const PARAMETER_COUNTS: Record<LawKind, number> = { usl: 3, amdahl: 2, linear: 1 };

/** An estimate that adds less than this to every row's divisor becomes 0 where 0 fits as well: it is rounding. */
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

/** Puts estimates at their lower bound, 0, where they differ from it by rounding only. */
function withoutRounding(model: StretchModel, member: Member): Member {
  const largest = model.agents.reduce((most, n) => Math.max(most, n), 1);
  const u = member.u * largest < NEGLIGIBLE ? 0 : member.u;
  const v = member.v * largest * largest < NEGLIGIBLE ? 0 : member.v;
  if (u === member.u && v === member.v) return member;
  const atBound = memberAt(model, u, v);
  return atBound.sse <= member.sse * (1 + SAME_FIT) + ROW_ROUNDING * model.agents.length ? atBound : member;
}

function boundOf(value: number, free: boolean): AtBound {
  if (!free) return null;
  return value === 0 ? "low" : value === 1 ? "high" : null;
}

function fitOf(kind: LawKind, points: readonly Point[], model: StretchModel, minimum: Member): LawFit {
  const { u: sigma, v: kappa, lambda } = withoutRounding(model, minimum);
  const law: Law = { kind, lambda: lambda * model.unit, sigma, kappa };
  const fitted = points.map(({ agents }) => throughputAt(law, agents));
  const residuals = points.map(({ opsPerSecond }, i) => opsPerSecond - (fitted[i] ?? 0));
  const sse = residuals.reduce((sum, residual) => sum + residual * residual, 0);
  const parameterCount = PARAMETER_COUNTS[kind];
  const residualDf = points.length - parameterCount;
  return {
    law,
    points,
    fitted,
    residuals,
    sse,
    parameterCount,
    residualDf,
    residualStandardError: residualDf > 0 ? Math.sqrt(sse / residualDf) : null,
    atBound: { sigma: boundOf(sigma, kind !== "linear"), kappa: boundOf(kappa, kind === "usl") },
  };
}

/**
 * Fits by least squares with σ, κ ∈ [0, 1] and λ > 0, to about twelve digits: the lowest minimum over descents from
 * starts all over the box, its edges included.
 * @param points usable by `checkCurve`: three different agent counts or more, in any order, repeats allowed
 * Source: Gunther 2007, chapter 5; parameters as in the R package usl.
 */
export function fitLaw(kind: LawKind, points: readonly Point[]): LawFit {
  const model = modelOf(points);
  // Each simpler law is one start for the next, so that a law with more parameters never fits worse.
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
