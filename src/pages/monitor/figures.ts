// How the figures of a soak are written, and in which colour and dash each is drawn.
import { metrics, type MetricId } from "../../monitor/metrics.ts";
import { formatBytesWithUnit, formatMeasured, formatPercent } from "../../words/format.ts";
import { formatDurationWithUnit } from "../../words/format-duration.ts";

export function figureText(id: MetricId, value: number): string {
  switch (metrics[id].unit) {
    case "op/s":
      return `${formatMeasured(value)} op/s`;
    case "µs":
      return formatDurationWithUnit(value, 0);
    case "B":
      return formatBytesWithUnit(value);
    case "share":
      return formatPercent(value);
    case "tasks":
      return formatMeasured(value);
  }
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

/** Such as "12:04" after the start, with hours from one on. */
export function clockText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const hours = Math.floor(seconds / 3_600);
  const minutes = Math.floor(seconds / 60) % 60;
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`;
}
