// The pictures of a scaling run: what the cores give where agents run as fast as they can, and lateness where they are paced.
import { type MeasuredOn, middleOf, type Row } from "../contract/rows.ts";
import type { Chart } from "../contract/chart.ts";
import { P95_MOST_US } from "./held-rate.ts";

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

/** min(N, C): all cores busy with agents that cost nothing else. */
function speedUpLimit(rows: readonly Row[], { capacity }: MeasuredOn) {
  return isSaturated(rows) ? (agents: number) => Math.min(agents, capacity.cores) : null;
}

/** With more agents than cores efficiency must fall, so that of a perfect run it shows a fall; the speed-up shows what the cores give. */
export const saturatedPanels: readonly (readonly Chart[])[] = [
  [
    {
      kind: "curve",
      measure: "efficiency",
      title: "Speed-up",
      limit: speedUpLimit,
      timesPoint: { unit: "× one agent" },
    },
    { kind: "curve", measure: "core-normalised", title: "Core-normalised", limit: null },
    { kind: "curve", measure: "efficiency", title: "Efficiency", limit: efficiencyLimit },
  ],
  [{ kind: "curve", measure: "throughput", title: "Throughput", limit: throughputLimit }],
];

export const pacedPanels: readonly (readonly Chart[])[] = [
  [
    {
      kind: "response",
      measures: ["p50", "p95", "p99"],
      title: "Latency against agents",
      unit: "ms",
      empty: "Each trial adds a point here: how late ops are with so many agents.",
      limitUs: P95_MOST_US,
    },
  ],
  [
    { kind: "curve", measure: "efficiency", title: "Achieved of offered", limit: null },
    { kind: "curve", measure: "throughput", title: "Throughput", limit: null },
  ],
];
