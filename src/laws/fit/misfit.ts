// Whether a fitted law misses the shape of the rows: residuals that keep their sign, or a measured peak where the law has none.
import type { LawFit } from "./fit.ts";
import { peakInterval } from "./profile-interval.ts";
import type { OpenInterval } from "./profile.ts";

export interface Misfit {
  /** Residuals in order of agents change sign so seldom that chance gives it with this probability; null where it may be chance. */
  readonly runs: {
    readonly count: number;
    readonly rows: number;
    readonly p: number;
    readonly durbinWatson: number;
  } | null;
  /** The measured peak and its neighbours are outside the law's own 95 % interval of its peak; null where they are not. */
  readonly peak: {
    readonly measuredAgents: number;
    readonly opsPerSecond: number;
    readonly interval: OpenInterval;
  } | null;
}

/** With fewer rows, few runs are no surprise. */
const FEWEST_ROWS = 8;
/** Strict, since noise that grows with throughput leaves the small rows on one side of a law more often than chance. */
const P_MOST = 0.002;
/** Residuals below this share of the largest throughput are rounding. */
const ROUNDING = 1e-6;

function choose(n: number, k: number): number {
  let product = 1;
  for (let i = 1; i <= k; i += 1) product = (product * (n - k + i)) / i;
  return k < 0 || k > n ? 0 : product;
}

/** The probability of so few runs or fewer among signs in random order, counted exactly. Source: Wald and Wolfowitz 1940. */
export function runsProbability(positive: number, negative: number, runs: number): number {
  let ways = 0;
  for (let count = 2; count <= runs; count += 1) {
    const half = Math.floor(count / 2);
    ways +=
      count % 2 === 0
        ? 2 * choose(positive - 1, half - 1) * choose(negative - 1, half - 1)
        : choose(positive - 1, half) * choose(negative - 1, half - 1) +
          choose(positive - 1, half - 1) * choose(negative - 1, half);
  }
  return Math.min(1, ways / choose(positive + negative, positive));
}

/** Σ (eᵢ − eᵢ₋₁)² / Σ eᵢ²: about 2 for independent residuals, near 0 where neighbours are alike. Source: Durbin and Watson 1950. */
export function durbinWatson(residuals: readonly number[]): number {
  const squares = residuals.reduce((sum, residual) => sum + residual ** 2, 0);
  const steps = residuals.slice(1).reduce((sum, residual, at) => sum + (residual - (residuals[at] ?? 0)) ** 2, 0);
  return steps / squares;
}

function runsOf(residuals: readonly number[]): Misfit["runs"] {
  const signs = residuals.filter((residual) => residual !== 0).map((residual) => residual > 0);
  const positive = signs.filter(Boolean).length;
  const count = signs.filter((sign, at) => sign !== signs[at - 1]).length;
  const p = runsProbability(positive, signs.length - positive, count);
  return p > P_MOST ? null : { count, rows: residuals.length, p, durbinWatson: durbinWatson(residuals) };
}

function peakOutside(fit: LawFit): Misfit["peak"] {
  const rows = [...fit.points].sort((a, b) => a.agents - b.agents);
  const most = Math.max(...rows.map(({ opsPerSecond }) => opsPerSecond));
  const at = rows.findIndex(({ opsPerSecond }) => opsPerSecond === most);
  const [before, peak, after] = [rows[at - 1], rows[at], rows[at + 1]];
  if (before === undefined || peak === undefined || after === undefined || fit.law.kappa === 0) return null;
  const interval = peakInterval(fit);
  if (interval === null) return null;
  const isOutside = interval.low > after.agents || (interval.high !== null && interval.high < before.agents);
  return isOutside ? { measuredAgents: peak.agents, opsPerSecond: most, interval } : null;
}

/** @returns what shows that the law does not fit; null where nothing does, or the rows are too few to tell */
export function misfitOf(fit: LawFit): Misfit | null {
  if (fit.points.length < FEWEST_ROWS) return null;
  const order = [...fit.points.keys()].sort((a, b) => (fit.points[a]?.agents ?? 0) - (fit.points[b]?.agents ?? 0));
  const residuals = order.map((at) => fit.residuals[at] ?? 0);
  const largest = Math.max(...fit.points.map(({ opsPerSecond }) => opsPerSecond));
  if (Math.max(...residuals.map(Math.abs)) < ROUNDING * largest) return null;
  const runs = runsOf(residuals);
  // On a flat top noise alone decides which row is the highest: there a peak elsewhere says nothing by itself.
  const isFlat = largest - Math.max(...fit.fitted) < 2 * (fit.residualStandardError ?? 0);
  const peak = runs === null && isFlat ? null : peakOutside(fit);
  return runs === null && peak === null ? null : { runs, peak };
}
