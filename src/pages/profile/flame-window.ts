// Which part of the noted spans the flame view shows, and which of them are wide enough to be drawn.
import type { Span, WorkerSpans } from "../../profile/spans.ts";

/** A part of the time axis, in nanoseconds. */
export interface FlameWindow {
  readonly fromNs: number;
  readonly widthNs: number;
}

/** Ops that the first view shows of a worker. */
const FIRST_OPS = 8;
const NARROWEST_NS = 10_000;
/** More rectangles in a row cost more than they show. */
const DRAWN_MOST = 1_500;

export function endOf(workers: readonly WorkerSpans[]): number {
  return workers.reduce(
    (end, { spans }) => spans.reduce((latest, { startNs, durationNs }) => Math.max(latest, startNs + durationNs), end),
    0,
  );
}

/** Begins with the first spans, and shows a few ops of the first worker that has any. */
export function firstWindow(workers: readonly WorkerSpans[]): FlameWindow {
  const endNs = endOf(workers);
  const spans = workers.find((worker) => worker.spans.length > 0)?.spans ?? [];
  const fromNs = spans[0]?.startNs ?? 0;
  const ops = spans.filter(({ kind }) => kind === "op");
  const after = ops[Math.min(FIRST_OPS, ops.length - 1)];
  return within({ fromNs, widthNs: Math.max(NARROWEST_NS, (after?.startNs ?? endNs) - fromNs) }, endNs);
}

/** The window moved and narrowed until it lies on the axis. */
export function within({ fromNs, widthNs }: FlameWindow, endNs: number): FlameWindow {
  const width = Math.min(Math.max(NARROWEST_NS, widthNs), Math.max(NARROWEST_NS, endNs));
  return { fromNs: Math.min(Math.max(0, fromNs), Math.max(0, endNs - width)), widthNs: width };
}

/** @param by widths of the window, such as −0.5 for half of one to the left */
export function moved({ fromNs, widthNs }: FlameWindow, by: number, endNs: number): FlameWindow {
  return within({ fromNs: fromNs + by * widthNs, widthNs }, endNs);
}

/** Zooms around the middle. @param factor under 1 shows less and larger */
export function zoomed({ fromNs, widthNs }: FlameWindow, factor: number, endNs: number): FlameWindow {
  const width = widthNs * factor;
  return within({ fromNs: fromNs + (widthNs - width) / 2, widthNs: width }, endNs);
}

/** A span as it is drawn: shares of the window's width, and the row it stands in. */
export interface DrawnSpan {
  readonly span: Span;
  readonly left: number;
  readonly width: number;
  /** 0 for an op and what is the worker's, 1 for a phase of an op. */
  readonly row: 0 | 1;
}

/** The spans of a window that are wide enough. @param leastShare of the window that is still seen */
export function drawnIn(spans: readonly Span[], { fromNs, widthNs }: FlameWindow, leastShare: number): DrawnSpan[] {
  const toNs = fromNs + widthNs;
  const drawn: DrawnSpan[] = [];
  let opEndNs = -1;
  for (const span of spans) {
    if (span.startNs > toNs || drawn.length >= DRAWN_MOST) break;
    const endNs = span.startNs + span.durationNs;
    const row = span.kind !== "op" && endNs <= opEndNs ? 1 : 0;
    if (span.kind === "op") opEndNs = endNs;
    if (endNs < fromNs || span.durationNs < leastShare * widthNs) continue;
    const left = (Math.max(fromNs, span.startNs) - fromNs) / widthNs;
    const width = (Math.min(toNs, endNs) - fromNs) / widthNs - left;
    if (width > 0) drawn.push({ span, left, width, row });
  }
  return drawn;
}
