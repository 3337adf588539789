// Owns what the page says of each row of a curve: what one more agent adds, and how far the laws are from it.
import type { CurveRow } from "../../laws/curve.ts";

/** What agents add between a row and the one before, op/s per agent; null for the first row. */
export function marginalGains(rows: readonly CurveRow[]): readonly (number | null)[] {
  return rows.map((row, at) => {
    const before = rows[at - 1];
    return before === undefined ? null : (row.opsPerSecond - before.opsPerSecond) / (row.agents - before.agents);
  });
}
