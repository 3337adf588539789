// What one more agent adds, from row to row of a curve.
import type { CurveRow } from "../../laws/curve.ts";

/** What each agent adds between a row and the row before, op/s per agent; null for the first row. */
export function marginalGains(rows: readonly CurveRow[]): readonly (number | null)[] {
  return rows.map((row, at) => {
    const before = rows[at - 1];
    return before === undefined ? null : (row.opsPerSecond - before.opsPerSecond) / (row.agents - before.agents);
  });
}
