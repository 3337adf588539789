// The published cases as rows to fit, with the figures that fits are checked against.
import cases from "../fixtures/usl-cases.json";
import type { Point } from "../fit/fit.ts";

export const { seed } = cases;
export const published = cases.cases;

export function rowsOf(data: readonly (readonly number[])[]): Point[] {
  return data.map(([agents = 0, opsPerSecond = 0]) => ({ agents, opsPerSecond }));
}

/** The seven published rows, and the five of them up to 20 agents. */
export const sevenRows = rowsOf(seed.data);
export const fiveRows = sevenRows.slice(0, 5);

/** How far a figure is from the expected one: |actual/expected − 1|, or |actual| where 0 is expected. */
export function apart(actual: number | null | undefined, expected: number): number {
  if (actual === null || actual === undefined) return Number.POSITIVE_INFINITY;
  return expected === 0 ? Math.abs(actual) : Math.abs(actual / expected - 1);
}
