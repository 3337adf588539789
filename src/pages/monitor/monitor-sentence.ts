// What a soak says so far, in a sentence that can be said aloud.
import type { Watched } from "../../monitor/recording/watched.ts";
import { sinceStart } from "../../monitor/tile.ts";
import { formatCounted, formatMeasured, formatPercent, formatSeconds } from "../../words/format.ts";
import { formatDurationWithUnit } from "../../words/format-duration.ts";

/** So few late ops need no word. */
const LATE_MOST = 0.05;

/** Achieved from here on is called all of what was offered. */
const HELD_LEAST = 0.995;

export function monitorSentence({ history }: Watched): string | null {
  const { last, whole } = history;
  const throughput = sinceStart(history, "throughput");
  if (last === null || throughput === null) return null;
  const agents = formatCounted(last.slot.agents, "agent");
  const time = formatSeconds((last.slot.atMs + last.slot.durationMs) / 1_000);
  const offered = whole.offered > 0 ? whole.ops / whole.offered : 1;
  const rate = formatMeasured(throughput);
  const verb = last.slot.offered === null ? "do" : offered >= HELD_LEAST ? "hold" : "fall behind:";
  const share =
    last.slot.offered === null || offered >= HELD_LEAST ? "" : `, ${formatPercent(offered)} of what was due`;
  const p95 = sinceStart(history, "p95");
  const latency = p95 === null ? "" : `, with p95 latency of ${formatDurationWithUnit(p95, 0)}`;
  const lateShare = sinceStart(history, "late") ?? 0;
  const late = lateShare > LATE_MOST ? ` ${formatPercent(lateShare)} of the ops began late.` : "";
  const errors = sinceStart(history, "errors") ?? 0;
  const lost = errors > 0 ? ` ${formatPercent(errors)} of the ops were lost.` : "";
  return `${agents} ${verb} ${rate} op/s over ${time}${share}${latency}.${late}${lost}`;
}
