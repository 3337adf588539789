// The two ends of an F-profile interval, for any quantity that a law can be refitted with.
import { fisherQuantile } from "../../statistics/quantiles.ts";

/** A 95 % interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** A 95 % interval that may have no upper end: `high` is null where any larger value fits too. */
export interface OpenInterval {
  readonly low: number;
  readonly high: number | null;
}

/** A quantity from `low` to `high`: for each value, the least SSE with the quantity held and everything else refitted. */
export interface Profile {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  /** About how far the ends are from the estimate; any positive number works. */
  readonly firstStep: number;
  /** In units of the largest throughput. */
  readonly sseAt: (value: number) => number;
}

const PRECISION = 1e-12;
const MOST_NARROWINGS = 100;
/** SSE per row, in units of the largest throughput, that is only rounding where a law meets its rows exactly. */
const ROW_ROUNDING = 1e-28;

/** Where the excess turns positive between `inside` and `outside`, by regula falsi with the Illinois rule. */
function crossing(excess: (value: number) => number, inside: number, outside: number, excessOutside: number): number {
  let [near, far] = [inside, outside];
  let [below, above] = [excess(near), excessOutside];
  for (let i = 0; i < MOST_NARROWINGS; i += 1) {
    if (Math.abs(far - near) <= PRECISION * Math.max(Math.abs(far), Math.abs(near))) break;
    // Every fourth step bisects, so that a flat profile is narrowed too.
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

/** Walks from the estimate towards a bound, in doubling steps, to where the excess turns positive; else the bound. */
function endTowards(profile: Profile, excess: (value: number) => number, bound: number): number {
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

/**
 * All values that do not fit significantly worse than the estimate: SSE ≤ SSEₘᵢₙ·(1 + F₀.₉₅(1, df)/df), found by walking
 * outwards from the estimate.
 * @param rows number of rows
 * @param df degrees of freedom of the fit
 * Source: Bates and Watts, Nonlinear Regression Analysis, 1988, section 6.1.
 */
export function intervalOf(profile: Profile, rows: number, df: number): Interval {
  const best = profile.sseAt(profile.estimate);
  const allowed = best * (1 + fisherQuantile(0.95, 1, df) / df) + ROW_ROUNDING * rows;
  const excess = (value: number): number => profile.sseAt(value) - allowed;
  return { low: endTowards(profile, excess, profile.low), high: endTowards(profile, excess, profile.high) };
}
