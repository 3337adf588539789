// F-profile intervals of σ, κ and the peak: all values that do not fit significantly worse than the best one.
import type { Box } from "./bounded-quadratic.ts";
import { boxOf, type LawFit, modelOf } from "./fit.ts";
import { FEWEST_ROWS_FOR_INTERVAL, fitUncertainty } from "./fit-uncertainty.ts";
import { peakOf } from "../law-shape.ts";
import { lowestMinimum } from "./multi-start.ts";
import { type Interval, intervalOf, type OpenInterval, type Profile } from "./profile.ts";

/**
 * The 95 % F-profile interval of σ or κ, within [0, 1], with n − 3 degrees of freedom for USL and n − 2 for Amdahl's
 * law, also where an estimate is at a bound.
 * @returns null under four rows, and for a parameter that the law does not have
 * Source: Bates and Watts 1988, section 6.1.
 */
export function profileInterval(fit: LawFit, parameter: "sigma" | "kappa"): Interval | null {
  const { law, points, residualDf } = fit;
  if (points.length < FEWEST_ROWS_FOR_INTERVAL || law.kind === "linear") return null;
  if (parameter === "kappa" && law.kind !== "usl") return null;
  const model = modelOf(points);
  const whole = boxOf(law.kind);
  const held = (value: number): Box =>
    parameter === "sigma" ? { ...whole, lowU: value, highU: value } : { ...whole, lowV: value, highV: value };
  const start = { u: law.sigma, v: law.kappa };
  const uncertainty = fitUncertainty(fit);
  const error = uncertainty.state === "known" ? (uncertainty.full[parameter]?.standardError ?? 0) : 0;
  const profile: Profile = {
    estimate: law[parameter],
    low: 0,
    high: 1,
    firstStep: Math.max(error * 2, law[parameter] * 1e-9, 1e-18),
    sseAt: (value) => lowestMinimum(model, held(value), [start]).sse,
  };
  return intervalOf(profile, points.length, residualDf);
}

/**
 * The 95 % F-profile interval of the peak N*, agents. With N* held, κ = (1 − σ)/N*², which leaves a law of the same
 * family in σ alone.
 * @returns null without a peak or under four rows; `high` is null where a peak at any distance fits
 */
export function peakInterval(fit: LawFit): OpenInterval | null {
  const peak = peakOf(fit.law);
  if (peak.state === "none" || fit.points.length < FEWEST_ROWS_FOR_INTERVAL) return null;
  const model = modelOf(fit.points);
  const box = { lowU: 0, highU: 1, lowV: 0, highV: 0 };
  const none = new Float64Array(model.agents.length);
  // In terms of 1/N*, where a peak at infinity is a finite end like any other.
  const sseAt = (inverse: number): number => {
    const pairs = model.agents.map((n) => n * (n - 1) * inverse * inverse);
    const held = {
      ...model,
      c0: pairs.map((pair) => 1 + pair),
      c1: model.agents.map((n, i) => n - 1 - (pairs[i] ?? 0)),
      c2: none,
    };
    return lowestMinimum(held, box, [{ u: fit.law.sigma, v: 0 }]).sse;
  };
  const estimate = 1 / peak.agents;
  const inverses = intervalOf(
    { estimate, low: 0, high: 1, firstStep: estimate * 1e-3, sseAt },
    fit.points.length,
    fit.residualDf,
  );
  return { low: 1 / inverses.high, high: inverses.low > 0 ? 1 / inverses.low : null };
}
