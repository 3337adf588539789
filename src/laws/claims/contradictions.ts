// Owns the verdict on rows that a law was not fitted to: whether they could have come from it.
import { studentQuantile } from "../../statistics/quantiles.ts";
import { covarianceOf, varianceAt } from "../fit/covariance.ts";
import type { LawFit, Point } from "../fit/fit.ts";
import { FEWEST_ROWS_FOR_INTERVAL, unknownsInside } from "../fit/fit-uncertainty.ts";
import { throughputAt } from "../laws.ts";
import type { Range } from "../fit/profile.ts";

interface Foretold {
  readonly agents: number;
  /** As measured, op/s. */
  readonly opsPerSecond: number;
  /** X(N) of the law, op/s. */
  readonly predicted: number;
}

interface JudgedPoint extends Foretold {
  /** Where a further row would lie with 95 %, op/s; its low end may be under 0. */
  readonly interval: Range;
  /** The row lies outside: it contradicts the law, or the law does not hold that far. */
  readonly outside: boolean;
}

export type Contradictions =
  /** Under four rows, or rows that leave no degree of freedom, foretell a value but no interval. */
  | { readonly state: "no interval"; readonly points: readonly Foretold[] }
  | { readonly state: "judged"; readonly points: readonly JudgedPoint[] };

/**
 * Compares left-out rows with the law fitted to the others: 95 % prediction intervals from t with the variance of the
 * rows and that of the law, in the form without unknowns that stand on a bound.
 * @param excluded rows that the fit did not see
 * Source: Bates and Watts 1988, section 2.3.2.
 */
export function contradictions(fit: LawFit, excluded: readonly Point[]): Contradictions {
  const foretold = excluded.map((point) => ({ ...point, predicted: throughputAt(fit.law, point.agents) }));
  const unknowns = unknownsInside(fit);
  const covariance = covarianceOf(fit, unknowns);
  const df = fit.points.length - unknowns.length;
  if (covariance === null || df < 1 || fit.points.length < FEWEST_ROWS_FOR_INTERVAL) {
    return { state: "no interval", points: foretold };
  }
  const reach = studentQuantile(0.975, df) * Math.sqrt(fit.sse / df);
  const points = foretold.map((point) => {
    const half = reach * Math.sqrt(1 + varianceAt(fit.law, covariance, point.agents));
    const interval = { low: point.predicted - half, high: point.predicted + half };
    return { ...point, interval, outside: point.opsPerSecond < interval.low || point.opsPerSecond > interval.high };
  });
  return { state: "judged", points };
}
