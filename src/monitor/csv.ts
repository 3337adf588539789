// The intervals of a soak as CSV.
import type { History } from "./history.ts";
import { METRICS, metrics, type MetricId, PERCENTILES, type PercentileId } from "./metrics.ts";

/** Whether a figure is among those that are shown: percentiles are chosen. */
export function isShown(id: MetricId, percentiles: readonly PercentileId[]): boolean {
  const percentile = PERCENTILES.find((one) => one === id);
  return percentile === undefined || percentiles.includes(percentile);
}

/** Intervals of all figures that are shown, as the finest that are still held; figures in op/s, µs, bytes and shares. */
export function soakCsv(history: History, percentiles: readonly PercentileId[]): string {
  const ids = METRICS.filter((id) => isShown(id, percentiles));
  const rows = new Map<number, Map<MetricId, number>>();
  for (const id of ids) {
    for (const { fromMs, mean } of history.spreads(id, 0, Infinity)) {
      const row = rows.get(fromMs) ?? new Map<MetricId, number>();
      rows.set(fromMs, row.set(id, mean));
    }
  }
  const head = ["seconds", ...ids.map((id) => `${id}${metrics[id].unit === "µs" ? " us" : ""}`)].join(",");
  const lines = [...rows]
    .sort(([a], [b]) => a - b)
    .map(([fromMs, row]) => [fromMs / 1_000, ...ids.map((id) => row.get(id) ?? "")].join(","));
  return `${[head, ...lines].join("\n")}\n`;
}
