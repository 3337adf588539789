// Judges rows that a law was not fitted to: whether they could have come from that law.
import { studentQuantile } from "../../statistics/quantiles.ts";
import { covarianceOf, varianceAt } from "../fit/covariance.ts";
import type { LawFit, Point } from "../fit/fit.ts";
import { FEWEST_ROWS_FOR_INTERVAL, parametersInside } from "../fit/fit-uncertainty.ts";
import { throughputAt } from "../laws.ts";
import type { Interval } from "../fit/profile.ts";

interface PredictedPoint {
  readonly agents: number;
  /** As measured, op/s. */
  readonly opsPerSecond: number;
  /** X(N) of the law, op/s. */
  readonly predicted: number;
}

interface JudgedPoint extends PredictedPoint {
  /** 95 % prediction interval of one more row at this count, op/s; its low end may be below 0. */
  readonly interval: Interval;
  /** The row is outside the interval: it contradicts the law, or the law does not hold that far. */
  readonly outside: boolean;
}

export type Contradictions =
  /** Under four rows, or without a degree of freedom, there are predictions but no intervals. */
  | { readonly state: "no interval"; readonly points: readonly PredictedPoint[] }
  | { readonly state: "judged"; readonly points: readonly JudgedPoint[] };

/**
 * Compares left-out rows with the law fitted to the others, by 95 % t prediction intervals. Their variance is that of
 * the rows plus that of the law, with parameters at a bound taken as known.
 * @param excluded rows that were not fitted
 * Source: Bates and Watts 1988, section 2.3.2.
 */
export function contradictions(fit: LawFit, excluded: readonly Point[]): Contradictions {
  const predictions = excluded.map((point) => ({ ...point, predicted: throughputAt(fit.law, point.agents) }));
  const parameters = parametersInside(fit);
  const covariance = covarianceOf(fit, parameters);
  const df = fit.points.length - parameters.length;
  if (covariance === null || df < 1 || fit.points.length < FEWEST_ROWS_FOR_INTERVAL) {
    return { state: "no interval", points: predictions };
  }
  const reach = studentQuantile(0.975, df) * Math.sqrt(fit.sse / df);
  const points = predictions.map((point) => {
    const half = reach * Math.sqrt(1 + varianceAt(fit.law, covariance, point.agents));
    const interval = { low: point.predicted - half, high: point.predicted + half };
    return { ...point, interval, outside: point.opsPerSecond < interval.low || point.opsPerSecond > interval.high };
  });
  return { state: "judged", points };
}
