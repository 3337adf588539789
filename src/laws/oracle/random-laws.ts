// Random laws and random rows for property tests: all sizes, bounds included.
import fc from "fast-check";
import type { Point } from "../fit/fit.ts";
import { type Law, throughputAt } from "../laws.ts";

/** A number from 10^low to 10^high, spread evenly over the decades. */
export function decades(low: number, high: number): fc.Arbitrary<number> {
  return fc.double({ min: low, max: high, noNaN: true }).map((exponent) => 10 ** exponent);
}

const anySigma = fc.oneof(fc.constant(0), decades(-4, 0), fc.constant(1));
const anyKappa = fc.oneof(fc.constant(0), decades(-8, 0), fc.constant(1));

/** A law with σ and κ from 0 to 1, their bounds included. */
export const anyLaw: fc.Arbitrary<Law> = fc.record({
  kind: fc.constant("usl" as const),
  lambda: decades(-3, 9),
  sigma: anySigma,
  kappa: anyKappa,
});

/** Rows on the curve of a law, exact up to rounding. */
export function rowsOn(law: Law, counts: readonly number[]): Point[] {
  return counts.map((agents) => ({ agents, opsPerSecond: throughputAt(law, agents) }));
}

/** Any positive rows with three different agent counts or more, some repeated. */
export const anyRows: fc.Arbitrary<Point[]> = fc
  .array(fc.record({ agents: fc.integer({ min: 1, max: 300 }), opsPerSecond: decades(0, 2) }), {
    minLength: 3,
    maxLength: 12,
  })
  .filter((rows) => new Set(rows.map(({ agents }) => agents)).size >= 3);
