// P values of Student's t distribution, and Welch's test for two samples known only by mean, deviation and size.
import { regularisedBeta } from "./incomplete-beta.ts";

/** Mean, standard deviation and size of a sample. */
export interface SampleSummary {
  readonly mean: number;
  readonly deviation: number;
  readonly count: number;
}

/** The share of Student's t distribution farther from 0 than t, in both directions. @param df degrees of freedom, at least 1 */
export function studentTwoSided(t: number, df: number): number {
  if (!Number.isFinite(t)) return 0;
  const square = t * t;
  return regularisedBeta(df / (df + square), square / (df + square), df / 2, 0.5);
}

export interface Welch {
  /** Two-sided p. */
  readonly twoSided: number;
  /** Degrees of freedom, Welch–Satterthwaite. */
  readonly df: number;
  /** Standard error of the difference of the means, in their unit. */
  readonly standardError: number;
}

/**
 * Welch's test of whether two means differ.
 * @returns null where a sample has fewer than two values, or where neither sample varies
 * Source: Welch, The generalization of Student's problem when several different population variances are involved, 1947.
 */
export function welch(first: SampleSummary, second: SampleSummary): Welch | null {
  if (first.count < 2 || second.count < 2) return null;
  const a = first.deviation ** 2 / first.count;
  const b = second.deviation ** 2 / second.count;
  if (!(a + b > 0)) return null;
  const df = (a + b) ** 2 / (a ** 2 / (first.count - 1) + b ** 2 / (second.count - 1));
  const standardError = Math.sqrt(a + b);
  return { twoSided: studentTwoSided((second.mean - first.mean) / standardError, df), df, standardError };
}
