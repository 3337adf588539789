// One figure as a tile shows it: its value with its window and age, or that it is old, or why there is none.
import { percentileShares, PERCENTILES, SELDOM_READ, shareOf, type MetricId, type PercentileId } from "./metrics.ts";
import type { History } from "./history.ts";

export type TileFigure =
  /** The load has no such figure, or nothing was measured yet. */
  | { readonly state: "none" }
  | {
      readonly state: "fresh" | "stale";
      readonly value: number;
      /** How long it was measured, ms. */
      readonly windowMs: number;
      /** Since its window ended, ms. */
      readonly ageMs: number;
    };

/** A value older than this many of its windows is stale. */
const STALE_WINDOWS = 2;

/** Figures that are read once in a while are looked for so far back, ms. */
const LOOK_BACK_MS = 150_000;

/**
 * The time that a page shows: the end of the newest interval until that is stale, so that nothing is drawn again in between.
 *
 * @param nowMs from the start of the soak
 */
export function shownTime({ last }: History, nowMs: number): number {
  if (last === null) return nowMs;
  const { atMs, durationMs } = last.slot;
  return nowMs - atMs - durationMs > STALE_WINDOWS * durationMs ? nowMs : atMs + durationMs;
}

/** The figure of the last interval. @param nowMs from the start of the soak */
export function intervalFigure(history: History, id: MetricId, nowMs: number): TileFigure {
  const { last } = history;
  if (last === null) return { state: "none" };
  const own = history.spreads(id, last.slot.atMs - LOOK_BACK_MS, Infinity).at(-1);
  if (own === undefined) return { state: "none" };
  // What is read once a minute is as fresh as that.
  const seldom = own.fromMs < last.slot.atMs && SELDOM_READ.includes(id);
  const windowMs = seldom ? LOOK_BACK_MS / 2 : own.toMs - own.fromMs;
  const ageMs = Math.max(0, nowMs - own.toMs);
  return { state: ageMs > STALE_WINDOWS * windowMs ? "stale" : "fresh", value: own.mean, windowMs, ageMs };
}

function isPercentile(id: MetricId): id is PercentileId {
  return PERCENTILES.some((one) => one === id);
}

/** The figure of the whole run; null where there is none, or it has no meaning over a whole run. */
export function sinceStart(history: History, id: MetricId): number | null {
  const { ops, offered, late, failed, longTasks, cacheRequests, cacheHits, measuredMs } = history.whole;
  if (isPercentile(id)) return history.percentileSinceStart(percentileShares[id]);
  switch (id) {
    case "throughput":
      return measuredMs > 0 ? (ops / measuredMs) * 1_000 : null;
    case "offered":
      return measuredMs > 0 ? (offered / measuredMs) * 1_000 : null;
    case "late":
      return shareOf(late, ops);
    case "errors":
      return shareOf(failed, ops + failed);
    case "long-tasks":
      return longTasks;
    case "cache-hits":
      return shareOf(cacheHits, cacheRequests);
    case "core-use":
    case "main-thread":
    case "memory-per-agent":
    case "page-memory":
    case "efficiency":
      return null;
  }
}
