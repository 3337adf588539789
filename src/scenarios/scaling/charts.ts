// The pictures of a scaling run: efficiency and throughput against agents, with what the cores allow.
import { type MeasuredOn, middleOf, type Row } from "../contract/rows.ts";
import type { Chart } from "../contract/scenario.ts";

function isSaturated(rows: readonly Row[]): boolean {
  return rows.some(({ figures }) => figures["core-normalised"]?.state === "known");
}

/** X(1) as the first row implies it: throughput over N · efficiency. */
function soloOf(rows: readonly Row[]): number | null {
  for (const row of rows) {
    const throughput = middleOf(row, "throughput");
    const efficiency = middleOf(row, "efficiency");
    if (throughput !== null && efficiency !== null && efficiency > 0) return throughput / (row.at * efficiency);
  }
  return null;
}

/** min(1, C/N): what the cores alone allow. */
function efficiencyLimit(rows: readonly Row[], { capacity }: MeasuredOn) {
  return isSaturated(rows) ? (agents: number) => Math.min(1, capacity.cores / agents) : null;
}

/** min(N, C) · X(1). */
function throughputLimit(rows: readonly Row[], { capacity }: MeasuredOn) {
  const solo = soloOf(rows);
  return isSaturated(rows) && solo !== null ? (agents: number) => Math.min(agents, capacity.cores) * solo : null;
}

export const scalingCharts: readonly Chart[] = [
  { kind: "curve", measure: "efficiency", title: "Efficiency", limit: efficiencyLimit },
  { kind: "curve", measure: "throughput", title: "Throughput", limit: throughputLimit },
];
