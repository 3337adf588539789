// Standard errors and t intervals of a fitted law: with all its parameters, and without those at a bound.
import { studentQuantile } from "../../statistics/quantiles.ts";
import { covarianceOf, type Parameter, varianceOf } from "./covariance.ts";
import type { LawFit } from "./fit.ts";
import type { Interval } from "./profile.ts";

export interface ParameterUncertainty {
  readonly standardError: number;
  /** 95 %, symmetric by construction, so it may reach beyond [0, 1]; the profile interval does not. */
  readonly interval: Interval;
}

/** Uncertainty with a given set of free parameters; null for those that are not free. λ in op/s, σ and κ as shares. */
interface UncertaintyForm {
  /** Degrees of freedom: rows minus free parameters. */
  readonly df: number;
  /** √(SSE / df) in op/s. */
  readonly residualStandardError: number;
  readonly lambda: ParameterUncertainty;
  readonly sigma: ParameterUncertainty | null;
  readonly kappa: ParameterUncertainty | null;
}

export type FitUncertainty =
  /** Under four rows no interval can be trusted. */
  | { readonly state: "too few rows" }
  /** Different parameters have the same effect on all of these rows. */
  | { readonly state: "undetermined" }
  | {
      readonly state: "known";
      /** All parameters of the law free, also those at a bound: n − 3 degrees of freedom for USL. */
      readonly full: UncertaintyForm;
      /** Parameters at a bound taken as known: the form to show then. Null where none is at a bound. */
      readonly reduced: UncertaintyForm | null;
    };

/** Fewest rows for any interval. */
export const FEWEST_ROWS_FOR_INTERVAL = 4;

/** The parameters of the law that are not at a bound. */
export function parametersInside({ law, atBound }: LawFit): Parameter[] {
  const sigma: Parameter[] = law.kind !== "linear" && atBound.sigma === null ? ["sigma"] : [];
  const kappa: Parameter[] = law.kind === "usl" && atBound.kappa === null ? ["kappa"] : [];
  return ["lambda", ...sigma, ...kappa];
}

function parametersOf({ law }: LawFit): Parameter[] {
  if (law.kind === "linear") return ["lambda"];
  return law.kind === "amdahl" ? ["lambda", "sigma"] : ["lambda", "sigma", "kappa"];
}

function formOf(fit: LawFit, parameters: readonly Parameter[]): UncertaintyForm | null {
  const covariance = covarianceOf(fit, parameters);
  const df = fit.points.length - parameters.length;
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
  const sigma = parameters.indexOf("sigma");
  const kappa = parameters.indexOf("kappa");
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
 * Source: Bates and Watts 1988, section 2.3; standard errors as in the R package usl. Its t multiplier is not used: it
 * counts degrees of freedom and tails differently.
 */
export function fitUncertainty(fit: LawFit): FitUncertainty {
  if (fit.points.length < FEWEST_ROWS_FOR_INTERVAL) return { state: "too few rows" };
  const all = parametersOf(fit);
  const inside = parametersInside(fit);
  const full = formOf(fit, all);
  const reduced = inside.length < all.length ? formOf(fit, inside) : null;
  return full === null ? { state: "undetermined" } : { state: "known", full, reduced };
}
