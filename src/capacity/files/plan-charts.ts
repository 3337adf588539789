// The charts of a plan's report: throughput against agents, and the parts of a process' memory.
import { memoryFor } from "../memory/memory.ts";
import type { DeploymentInput } from "../deployment/deployment-input.ts";
import { mermaidChart } from "./mermaid-chart.ts";
import { processResources } from "../deployment/process-resources.ts";

/** More bars could not be told apart. */
const ROWS_MOST = 40;

/** Rows for which the curve has a throughput, so that every category has both a bar and a point. */
function comparableRows({ curve, request }: DeploymentInput) {
  return curve.rows
    .flatMap(({ agents, opsPerSecond }) => {
      const onCurve = request.throughput[agents];
      return typeof onCurve === "number" ? [{ agents, opsPerSecond, onCurve }] : [];
    })
    .slice(0, ROWS_MOST);
}

/** Rows as bars and the curve as a line; empty where no row is on the curve. The axis of agents is not to scale. */
export function throughputChart(input: DeploymentInput): string {
  const rows = comparableRows(input);
  return mermaidChart({
    title: "Throughput of one process",
    xTitle: "Agents in the process (rows of the curve, not to scale)",
    yTitle: "Throughput (op/s)",
    categories: rows.map(({ agents }) => String(agents)),
    series: [
      { mark: "bar", values: rows.map(({ opsPerSecond }) => opsPerSecond) },
      { mark: "line", values: rows.map(({ onCurve }) => onCurve) },
    ],
  });
}

/** A chart for each size of process: base, agents, cache and buffer in MB of 10⁶ bytes. */
export function memoryCharts(input: DeploymentInput): readonly string[] {
  return processResources(input).map(({ agents }) => {
    const need = memoryFor(agents, input.request.constants, input.request.reading);
    return mermaidChart({
      title: `Memory of a process of ${agents} ${agents === 1 ? "agent" : "agents"}`,
      xTitle: "Part",
      yTitle: "Memory (MB)",
      categories: ["base", "agents", "cache", "buffer"],
      series: [{ mark: "bar", values: [need.baseMB, need.agentsMB, need.cacheMB, need.bufferMB] }],
    });
  });
}
