// The F-profile interval of λ/σ, the limit that the throughput of a law without a peak approaches.
import type { LawFit, Point } from "../fit/fit.ts";
import { FEWEST_ROWS_FOR_INTERVAL } from "../fit/fit-uncertainty.ts";
import { limitOf } from "../law-shape.ts";
import { intervalOf, type OpenInterval } from "../fit/profile.ts";

/** λ is searched within this factor of its estimate, upwards and downwards. */
const REACH = 1_000;
const LEVELS = 48;
const GOLDEN = (Math.sqrt(5) - 1) / 2;
const NARROWINGS = 48;

/** The minimum of a function between two values: even steps first, then golden sections around the lowest step. */
function leastBetween(height: (value: number) => number, low: number, high: number): number {
  const width = (high - low) / LEVELS;
  const lowest = Array.from({ length: LEVELS + 1 }, (_, i) => low + i * width).reduce((best, value) =>
    height(value) < height(best) ? value : best,
  );
  let [from, to] = [Math.max(low, lowest - width), Math.min(high, lowest + width)];
  for (let i = 0; i < NARROWINGS; i += 1) {
    const inner = GOLDEN * (to - from);
    if (height(to - inner) < height(from + inner)) to = from + inner;
    else from = to - inner;
  }
  return Math.min(height((from + to) / 2), height(low), height(high));
}

function sseOf(points: readonly Point[], unit: number, lambda: number, inverse: number): number {
  return points.reduce((sum, { agents, opsPerSecond }) => {
    const error = (opsPerSecond - (lambda * agents) / (1 + lambda * inverse * (agents - 1))) / unit;
    return sum + error * error;
  }, 0);
}

/**
 * The 95 % F-profile interval of the limit λ/σ in op/s, with n − 2 degrees of freedom.
 * @param fit of Amdahl's law, or of USL with κ on its bound 0, which is the same law
 * @returns null under four rows, with κ above 0, and without a limit; `high` is null where a straight line fits too
 * Source: Bates and Watts 1988, section 6.1.
 */
export function limitInterval(fit: LawFit): OpenInterval | null {
  const { law, points } = fit;
  const limit = limitOf(law);
  if (law.kappa > 0 || limit === null || points.length < FEWEST_ROWS_FOR_INTERVAL) return null;
  const unit = Math.max(...points.map(({ opsPerSecond }) => opsPerSecond));
  // In terms of 1/limit, where "no limit" is a finite end like any other. σ = λ/limit ≤ 1 bounds λ.
  const sseAt = (inverse: number): number => {
    const most = Math.min(law.lambda * REACH, 1 / inverse);
    const least = Math.min(law.lambda, most) / REACH;
    if (!(least > 0)) return sseOf(points, unit, 0, 0);
    return leastBetween((log) => sseOf(points, unit, Math.exp(log), inverse), Math.log(least), Math.log(most));
  };
  const profile = { estimate: 1 / limit, low: 0, high: Number.POSITIVE_INFINITY, firstStep: 0.01 / limit, sseAt };
  const inverses = intervalOf(profile, points.length, points.length - 2);
  return { low: 1 / inverses.high, high: inverses.low > 0 ? 1 / inverses.low : null };
}
