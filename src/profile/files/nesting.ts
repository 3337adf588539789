// Whether spans of one thread nest as viewers need it: in order of their starts, parents first, none across the end of another.
import type { Span } from "../spans.ts";

/** What is wrong with the first span that does not nest; null where all do. */
export function nestingProblem(spans: readonly Pick<Span, "startNs" | "durationNs">[]): string | null {
  const ends: number[] = [];
  let lastNs = Number.NEGATIVE_INFINITY;
  for (const [at, { startNs, durationNs }] of spans.entries()) {
    const place = `Span ${at + 1}`;
    if (!Number.isSafeInteger(startNs) || !Number.isSafeInteger(durationNs))
      return `${place} is not in whole nanoseconds.`;
    if (durationNs < 0) return `${place} ends before it begins.`;
    if (startNs < lastNs) return `${place} begins before the one before it.`;
    lastNs = startNs;
    while ((ends.at(-1) ?? Number.POSITIVE_INFINITY) <= startNs) ends.pop();
    const endNs = startNs + durationNs;
    if (endNs > (ends.at(-1) ?? Number.POSITIVE_INFINITY))
      return `${place} goes on behind the end of the one around it.`;
    ends.push(endNs);
  }
  return null;
}

/** Spans that take time: viewers cannot nest those that take none, which are shorter than the clock can tell. */
export function drawnSpans(spans: readonly Span[]): readonly Span[] {
  return spans.filter(({ durationNs }) => durationNs > 0);
}
