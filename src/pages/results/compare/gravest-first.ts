// Puts what changed first, the gravest in front: metrics as columns, and lines one below the other. Else the order stays.
import type { Verdict } from "../../../regression/verdict.ts";
import { metricsOf, type VerdictRow } from "../../../comparison/verdict-table.ts";

/** Verdicts of a change, the gravest first. */
const CHANGES: readonly Verdict["verdict"][] = ["critical", "warning", "minor", "improved"];

type Judged = Pick<VerdictRow, "row" | "metric" | "verdict">;

/** 0 is the gravest. */
function rankOf({ verdict }: Pick<Judged, "verdict">): number {
  const at = CHANGES.indexOf(verdict);
  return at < 0 ? CHANGES.length : at;
}

export function gravestRowsFirst<Row extends Judged>(rows: readonly Row[]): readonly Row[] {
  return rows.toSorted((a, b) => rankOf(a) - rankOf(b));
}

/** The metrics in reading order, those that changed somewhere before the others. */
export function gravestMetricsFirst(rows: readonly Judged[]): readonly string[] {
  const ranks = new Map<string, number>();
  for (const row of rows) ranks.set(row.metric, Math.min(rankOf(row), ranks.get(row.metric) ?? CHANGES.length));
  const rankOfMetric = (metric: string): number => ranks.get(metric) ?? CHANGES.length;
  return metricsOf(rows).toSorted((a, b) => rankOfMetric(a) - rankOfMetric(b));
}
