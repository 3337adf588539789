// What the rows of a cache run say together: which size gains most, what a hit rate needs, and how much could be found at all.
import type { Estimate } from "../../statistics/summary.ts";
import { middleOf, type Row } from "../contract/rows.ts";

/** Whether a size makes agents faster, as far as its interval tells. */
export type Effect = "faster" | "slower" | "not told from noise" | "too few trials";

/** @returns what the whole 95 % interval of the speed-up says; without one nothing is told */
export function effectOf(row: Row): Effect {
  const figure = row.figures["speed-up"];
  const interval: Estimate["interval"] = figure?.state === "known" ? figure.estimate.interval : null;
  if (interval?.kind !== "confidence") return "too few trials";
  if (interval.low > 1) return "faster";
  return interval.high < 1 ? "slower" : "not told from noise";
}

/** @returns the row that gains most; undefined where none has a figure */
export function bestRow(rows: readonly Row[]): Row | undefined {
  const told = rows.filter((row) => middleOf(row, "speed-up") !== null);
  return told.toSorted((a, b) => (middleOf(b, "speed-up") ?? 0) - (middleOf(a, "speed-up") ?? 0))[0];
}

/** What a hit rate takes: a size that reached it, more than was measured, or more than there is to find. */
export type Need =
  | { readonly state: "reached"; readonly entries: number; readonly bytes: number }
  | { readonly state: "needs more"; readonly entries: number }
  | { readonly state: "not reachable"; readonly most: number };

/** @param rows ascending @returns null where no row has a figure */
export function needFor(hitRate: number, rows: readonly Row[]): Need | null {
  const reached = rows.find((row) => (middleOf(row, "hit-rate") ?? 0) >= hitRate);
  if (reached !== undefined) {
    return { state: "reached", entries: reached.at, bytes: middleOf(reached, "cache-bytes") ?? 0 };
  }
  const last = rows.at(-1);
  const limits = rows.flatMap((row) => middleOf(row, "infinite") ?? []);
  if (last === undefined || limits.length === 0) return null;
  const most = Math.max(...limits);
  return most >= hitRate ? { state: "needs more", entries: last.at } : { state: "not reachable", most };
}
