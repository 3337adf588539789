// Quantiles of the t and F distributions, used for intervals of fitted parameters.
import { logBeta, regularisedBeta } from "./incomplete-beta.ts";

const NEWTON_STEPS = 4;

const HALVINGS = 32;
const DOUBLINGS_MOST = 1_000;

/** Where a tail that falls from 1 at 0 passes a share: bracketed by doubling and halving, then halved between logarithms to nine digits. */
function bisected(tail: (x: number) => number, above: number): number {
  let high = 1;
  for (let step = 0; step < DOUBLINGS_MOST && tail(high) > above; step += 1) high *= 2;
  let low = high;
  for (let step = 0; step < DOUBLINGS_MOST && tail(low) < above; step += 1) low /= 2;
  for (let step = 0; step < HALVINGS; step += 1) {
    const middle = Math.sqrt(low * high);
    if (tail(middle) > above) low = middle;
    else high = middle;
  }
  return Math.sqrt(low * high);
}

/** Improves a bisection by Newton steps, to the last digits. */
function quantile(tail: (x: number) => number, above: number, density: (x: number) => number): number {
  let x = bisected(tail, above);
  for (let step = 0; step < NEWTON_STEPS; step += 1) {
    const next = x - (above - tail(x)) / density(x);
    if (!Number.isFinite(next) || next <= 0 || next === x) break;
    x = next;
  }
  return x;
}

/**
 * The value with a share p of Student's t distribution below it; relative error about 1e-12.
 * @param p inside (0, 1)
 * @param df degrees of freedom, at least 1
 */
export function studentQuantile(p: number, df: number): number {
  if (p === 0.5) return 0;
  if (p < 0.5) return -studentQuantile(1 - p, df);
  const above = 1 - p;
  const tail = (t: number): number => regularisedBeta(df / (df + t * t), (t * t) / (df + t * t), df / 2, 0.5) / 2;
  const scale = -logBeta(df / 2, 0.5) - Math.log(df) / 2;
  const density = (t: number): number => Math.exp(scale - ((df + 1) / 2) * Math.log1p((t * t) / df));
  return quantile(tail, above, density);
}

/**
 * The value with a share p of Fisher's F distribution below it; relative error about 1e-12.
 * @param p inside (0, 1)
 * @param df1 degrees of freedom of the numerator, at least 1
 * @param df2 degrees of freedom of the denominator, at least 1
 */
export function fisherQuantile(p: number, df1: number, df2: number): number {
  const above = 1 - p;
  const tail = (x: number): number =>
    regularisedBeta(df2 / (df2 + df1 * x), (df1 * x) / (df2 + df1 * x), df2 / 2, df1 / 2);
  const scale = -logBeta(df1 / 2, df2 / 2) + (df1 / 2) * Math.log(df1 / df2);
  const density = (x: number): number =>
    Math.exp(scale + (df1 / 2 - 1) * Math.log(x) - ((df1 + df2) / 2) * Math.log1p((df1 * x) / df2));
  return quantile(tail, above, density);
}
