// The pictures of a scaling run: what the cores give where agents run as fast as they can, and lateness where they are paced.
import { type MeasuredOn, middleOf, type Row } from "../contract/rows.ts";
import type { Chart, Limit } from "../contract/chart.ts";
import type { ScalingSettings } from "./fields.ts";
import { P95_MOST_US } from "./held-rate.ts";
import { efficiencyId, soloAgents } from "./solo.ts";

function isSaturated(rows: readonly Row[]): boolean {
  return rows.some(({ figures }) => figures["core-normalised"]?.state === "known");
}

/** The throughput of one agent as the first row implies it: throughput over N · efficiency. */
function perAgentOf(rows: readonly Row[], measure: string): number | null {
  for (const row of rows) {
    const throughput = middleOf(row, "throughput");
    const efficiency = middleOf(row, measure);
    if (throughput !== null && efficiency !== null && efficiency > 0) return throughput / (row.at * efficiency);
  }
  return null;
}

/** min(1, C/N): what the cores alone allow. */
function efficiencyLimit(rows: readonly Row[], { capacity }: MeasuredOn) {
  return isSaturated(rows) ? (agents: number) => Math.min(1, capacity.cores / agents) : null;
}

/** min(N, C) · X(1). */
function throughputLimit(soloAgents: number, measure: string): Limit {
  return (rows, { capacity }) => {
    const perAgent = perAgentOf(rows, measure);
    return isSaturated(rows) && perAgent !== null
      ? (agents) => Math.min(agents, capacity.cores) * perAgent * soloAgents
      : null;
  };
}

/** min(N, C): all cores busy with agents that cost nothing else. */
function speedUpLimit(rows: readonly Row[], { capacity }: MeasuredOn) {
  return isSaturated(rows) ? (agents: number) => Math.min(agents, capacity.cores) : null;
}

const efficiencyCurve: Chart = {
  kind: "curve",
  measure: "efficiency",
  title: "Efficiency",
  limit: efficiencyLimit,
};

/** With more agents than cores efficiency must fall, so that of a perfect run it shows a fall; the speed-up shows what the cores give. */
export function saturatedPanels(settings: Pick<ScalingSettings, "placement">): readonly (readonly Chart[])[] {
  const [alone, measure] = [soloAgents(settings), efficiencyId(settings)];
  const unit = alone === 1 ? "× one agent" : `× one worker with ${alone} agents`;
  return [
    [
      {
        kind: "curve",
        measure,
        title: "Speed-up",
        limit: speedUpLimit,
        timesPoint: { unit, over: alone },
      },
      { kind: "curve", measure: "core-normalised", title: "Core-normalised", limit: null },
      // An agent's share of a batch is another yardstick than the references have.
      ...(alone === 1 ? [efficiencyCurve] : []),
    ],
    [{ kind: "curve", measure: "throughput", title: "Throughput", limit: throughputLimit(alone, measure) }],
  ];
}

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
