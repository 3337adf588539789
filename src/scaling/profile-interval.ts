// Owns F-profile intervals of σ, κ and the peak: all values that fit not significantly worse than the best.
import { fisherQuantile } from "../statistics/quantiles.ts";
import type { Box } from "./bounded-quadratic.ts";
import { boxOf, type LawFit, modelOf } from "./fit.ts";
import { FEWEST_ROWS_FOR_INTERVAL, fitUncertainty, type Range } from "./fit-uncertainty.ts";
import { peakOf } from "./law-shape.ts";
import type { StretchModel } from "./stretch-model.ts";
import { lowestMinimum } from "./valleys.ts";

/** Values from `low` to `high` with the SSE that is reached when one is held and the other unknowns are fitted anew. */
interface Profile {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  /** About how far from the estimate the ends lie; any positive number will do. */
  readonly firstStep: number;
  readonly sseAt: (value: number) => number;
}

const PRECISION = 1e-12;
const MOST_NARROWINGS = 100;
/** SSE per row, in units of the largest throughput, that is rounding where a law meets its rows exactly. */
const ROW_ROUNDING = 1e-28;

/** Where the excess turns positive between `inside` and `outside`, by regula falsi with the Illinois rule. */
function crossing(excess: (value: number) => number, inside: number, outside: number, excessOutside: number): number {
  let [near, far] = [inside, outside];
  let [below, above] = [excess(near), excessOutside];
  for (let i = 0; i < MOST_NARROWINGS; i += 1) {
    if (Math.abs(far - near) <= PRECISION * Math.max(Math.abs(far), Math.abs(near))) break;
    // Now and then in the middle, so that a flat profile is narrowed too.
    const share = i % 4 === 3 ? 0.5 : Math.min(0.99, Math.max(0.01, below / (below - above)));
    const between = near + share * (far - near);
    const height = excess(between);
    if (height > 0) {
      [far, above] = [between, height];
      below /= 2;
    } else {
      [near, below] = [between, height];
      above /= 2;
    }
  }
  return (near + far) / 2;
}

function endOf(profile: Profile, excess: (value: number) => number, bound: number): number {
  const { estimate } = profile;
  const direction = Math.sign(bound - estimate);
  if (direction === 0) return bound;
  let inside = estimate;
  for (let step = profile.firstStep; ; step *= 2) {
    const value = estimate + direction * Math.min(step, Math.abs(bound - estimate));
    const there = step >= Math.abs(bound - estimate) ? bound : value;
    const height = excess(there);
    if (height > 0) return crossing(excess, inside, there, height);
    if (there === bound) return bound;
    inside = there;
  }
}

function rangeOf(profile: Profile, model: StretchModel, df: number): Range {
  const best = profile.sseAt(profile.estimate);
  const limit = best * (1 + fisherQuantile(0.95, 1, df) / df) + ROW_ROUNDING * model.agents.length;
  const excess = (value: number): number => profile.sseAt(value) - limit;
  return { low: endOf(profile, excess, profile.low), high: endOf(profile, excess, profile.high) };
}

/**
 * All σ or κ in [0, 1] with SSE ≤ SSEₘᵢₙ·(1 + F₀.₉₅(1, df)/df), walking outwards from the estimate; df = n − 3 for USL,
 * n − 2 for Amdahl's law, also where an estimate stands on a bound.
 * @returns null under four rows, and for an unknown that the law does not have
 * Source: Bates and Watts 1988, section 6.1.
 */
export function profileInterval(fit: LawFit, unknown: "sigma" | "kappa"): Range | null {
  const { law, points, residualDf } = fit;
  if (points.length < FEWEST_ROWS_FOR_INTERVAL || law.kind === "linear") return null;
  if (unknown === "kappa" && law.kind !== "usl") return null;
  const model = modelOf(points);
  const whole = boxOf(law.kind);
  const held = (value: number): Box =>
    unknown === "sigma" ? { ...whole, lowU: value, highU: value } : { ...whole, lowV: value, highV: value };
  const start = { u: law.sigma, v: law.kappa };
  const uncertainty = fitUncertainty(fit);
  const error = uncertainty.state === "known" ? (uncertainty.full[unknown]?.standardError ?? 0) : 0;
  const profile: Profile = {
    estimate: law[unknown],
    low: 0,
    high: 1,
    firstStep: Math.max(error * 2, law[unknown] * 1e-9, 1e-18),
    sseAt: (value) => lowestMinimum(model, held(value), [start]).sse,
  };
  return rangeOf(profile, model, residualDf);
}

/**
 * The F-profile interval of N*, agents. With N* held, κ = (1 − σ)/N*², which is a law of the same family in σ alone.
 * @returns null without a peak or under four rows; `high` is null where a peak at any distance fits
 */
export function peakInterval(fit: LawFit): { readonly low: number; readonly high: number | null } | null {
  const peak = peakOf(fit.law);
  if (peak.state === "none" || fit.points.length < FEWEST_ROWS_FOR_INTERVAL) return null;
  const model = modelOf(fit.points);
  const box = { lowU: 0, highU: 1, lowV: 0, highV: 0 };
  const none = new Float64Array(model.agents.length);
  // In 1/N*, in which a peak at infinity is an end like any other.
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
  const range = rangeOf({ estimate, low: 0, high: 1, firstStep: estimate * 1e-3, sseAt }, model, fit.residualDf);
  return { low: 1 / range.high, high: range.low > 0 ? 1 / range.low : null };
}
