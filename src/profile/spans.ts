// Spans of a short window as pages and files take them: whole nanoseconds from the window's start, each op before its phases.
import { SPAN_KINDS, SPAN_NUMBERS, type SpanKind } from "../measurement/lane/profile-phases.ts";
import type { ProfileReport } from "../measurement/lane/profile-order.ts";

/** Most spans of a profile, all workers together. */
export const SPANS_MOST = 400_000;

export interface Span {
  readonly kind: SpanKind;
  /** Null where it is the whole worker's, or was not kept in a file. */
  readonly agent: number | null;
  readonly startNs: number;
  readonly durationNs: number;
}

export interface WorkerSpans {
  readonly agents: number;
  readonly spans: readonly Span[];
}

const NS_PER_MS = 1e6;

/**
 * Eighths of a microsecond are exact in binary. Viewers add `ts` and `dur` in µs: with other fractions what ends together may end one
 * after the other there, and does not nest. No browser's clock is as fine.
 */
const GRID_NS = 125;

export function onGrid(ns: number): number {
  return Math.round(ns / GRID_NS) * GRID_NS;
}

/** @returns one per report, on one time axis that begins with the first window */
export function spansOf(reports: readonly ProfileReport[]): readonly WorkerSpans[] {
  const zeroMs = Math.min(...reports.map(({ traceStartMs }) => traceStartMs));
  return reports.map(({ agents, spans: numbers }) => {
    const spans: Span[] = [];
    for (let at = 0; at + SPAN_NUMBERS <= numbers.length; at += SPAN_NUMBERS) {
      const kind = SPAN_KINDS[numbers[at] ?? 0];
      const agent = numbers[at + 1] ?? -1;
      const startMs = (numbers[at + 2] ?? zeroMs) - zeroMs;
      // Both ends are rounded, so that what touches still touches.
      const startNs = onGrid(startMs * NS_PER_MS);
      const endNs = onGrid((startMs + (numbers[at + 3] ?? 0)) * NS_PER_MS);
      if (kind === undefined) continue;
      spans.push({ kind, agent: agent < 0 ? null : agent, startNs, durationNs: endNs - startNs });
    }
    return { agents, spans };
  });
}

/** How many spans there are in all. */
export function spanCount(workers: readonly WorkerSpans[]): number {
  return workers.reduce((sum, { spans }) => sum + spans.length, 0);
}
