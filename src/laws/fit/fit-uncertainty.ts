// Owns standard errors and t intervals of a fitted law, in full and with what stands on a bound left out.
import { studentQuantile } from "../../statistics/quantiles.ts";
import { covarianceOf, type Unknown, varianceOf } from "./covariance.ts";
import type { LawFit } from "./fit.ts";
import type { Range } from "./profile.ts";

export interface ParameterUncertainty {
  readonly standardError: number;
  /** 95 %, symmetric by construction, so it may reach beyond [0, 1]; the profile interval does not. */
  readonly interval: Range;
}

/** One way to count the unknowns; null for those that are not free in it. λ in op/s, σ and κ as shares. */
interface UncertaintyForm {
  /** Rows less free unknowns. */
  readonly df: number;
  /** √(SSE / df) in op/s. */
  readonly residualStandardError: number;
  readonly lambda: ParameterUncertainty;
  readonly sigma: ParameterUncertainty | null;
  readonly kappa: ParameterUncertainty | null;
}

export type FitUncertainty =
  /** Under four rows there is no interval to trust. */
  | { readonly state: "too few rows" }
  /** The rows lie so that different unknowns have the same effect on all of them. */
  | { readonly state: "undetermined" }
  | {
      readonly state: "known";
      /** All unknowns of the law free, also those at a bound: n − 3 degrees of freedom for USL. */
      readonly full: UncertaintyForm;
      /** What stands on a bound taken as known: the form to show then. Null where nothing does. */
      readonly reduced: UncertaintyForm | null;
    };

/** Fewest rows for any interval. */
export const FEWEST_ROWS_FOR_INTERVAL = 4;

/** The unknowns of the law that stand on no bound. */
export function unknownsInside({ law, atBound }: LawFit): Unknown[] {
  const sigma: Unknown[] = law.kind !== "linear" && atBound.sigma === null ? ["sigma"] : [];
  const kappa: Unknown[] = law.kind === "usl" && atBound.kappa === null ? ["kappa"] : [];
  return ["lambda", ...sigma, ...kappa];
}

function unknownsOf({ law }: LawFit): Unknown[] {
  if (law.kind === "linear") return ["lambda"];
  return law.kind === "amdahl" ? ["lambda", "sigma"] : ["lambda", "sigma", "kappa"];
}

function formOf(fit: LawFit, unknowns: readonly Unknown[]): UncertaintyForm | null {
  const covariance = covarianceOf(fit, unknowns);
  const df = fit.points.length - unknowns.length;
  if (covariance === null || df < 1) return null;
  const residualStandardError = Math.sqrt(fit.sse / df);
  const quantile = studentQuantile(0.975, df);
  const of = (index: number, value: number): ParameterUncertainty => {
    const standardError = residualStandardError * Math.sqrt(varianceOf(covariance, index));
    return {
      standardError,
      interval: { low: value - quantile * standardError, high: value + quantile * standardError },
    };
  };
  const sigma = unknowns.indexOf("sigma");
  const kappa = unknowns.indexOf("kappa");
  return {
    df,
    residualStandardError,
    lambda: of(0, fit.law.lambda),
    sigma: sigma < 0 ? null : of(sigma, fit.law.sigma),
    kappa: kappa < 0 ? null : of(kappa, fit.law.kappa),
  };
}

/**
 * Standard errors from the Jacobian at the estimate and two-sided 95 % t intervals.
 * Source: Bates and Watts 1988, section 2.3; the R package usl (standard errors), whose t multiplier is not used since
 * it counts degrees of freedom and tails otherwise.
 */
export function fitUncertainty(fit: LawFit): FitUncertainty {
  if (fit.points.length < FEWEST_ROWS_FOR_INTERVAL) return { state: "too few rows" };
  const all = unknownsOf(fit);
  const inside = unknownsInside(fit);
  const full = formOf(fit, all);
  const reduced = inside.length < all.length ? formOf(fit, inside) : null;
  return full === null ? { state: "undetermined" } : { state: "known", full, reduced };
}
