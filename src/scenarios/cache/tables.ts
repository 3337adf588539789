// The published claims of a cache beside what was measured here, and what the published system's own run recorded.
import { formatBytesWithUnit, formatCounted, formatPercent, formatTimes, MISSING } from "../../words/format.ts";
import { middleOf, type Row } from "../contract/rows.ts";
import type { FactTable } from "../contract/seen.ts";
import { bestRow, effectOf, needFor } from "./finding.ts";
import { NO_SIZE } from "./figures.ts";
import { PUBLISHED_CACHE, RECORDED_CACHE } from "./published.ts";
import { needText } from "./sentence.ts";

function percentOf(row: Row | undefined, id: string): string {
  const value = row === undefined ? null : middleOf(row, id);
  return value === null ? MISSING : formatPercent(value);
}

/** Words beside the figure: a faster or slower row is never told by its colour alone. */
function speedText(row: Row | undefined): string {
  const value = row === undefined ? null : middleOf(row, "speed-up");
  return row === undefined || value === null ? MISSING : `${formatTimes(value)}, ${effectOf(row)}`;
}

/** From the stack distances of the requests themselves, whatever sizes were measured. */
function lruText(rows: readonly Row[]): string {
  const needs = rows.flatMap((row) => middleOf(row, "lru-needs") ?? []);
  const last = needs.at(-1);
  if (last === undefined) return MISSING;
  return last === NO_SIZE ? "no size reaches it" : `takes ${formatCounted(Math.round(last), "result")}`;
}

function claimsTable(rows: readonly Row[]): FactTable {
  const { hitRate, hitRateAimed, speedUp, speedUpAimed, memoryShare, memoryShareAimed } = PUBLISHED_CACHE;
  const best = bestRow(rows);
  const largest = rows.at(-1);
  const where = best === undefined ? "" : ` with ${formatCounted(best.at, "result")}`;
  const need = needFor(hitRateAimed.from, rows);
  return {
    title: "Beside the published claims",
    isTimed: true,
    help: "The published document states a hit rate, a speed-up and a share of memory for its cache, and aims for more. Here is what the size that gains most does, and what the aimed hit rate takes.",
    head: ["What", "Published", "Aimed at", `Here${where}`],
    rows: [
      ["Hit rate", formatPercent(hitRate), formatPercent(hitRateAimed.from), percentOf(best, "hit-rate")],
      ["At most, with any cache", MISSING, MISSING, percentOf(largest, "infinite")],
      ["35% of hits", MISSING, MISSING, need === null ? MISSING : needText(need)],
      ["35% of hits, with LRU", MISSING, MISSING, lruText(rows)],
      ["Speed-up", formatTimes(speedUp), formatTimes(speedUpAimed), speedText(best)],
      [
        "Share of memory, at most",
        formatPercent(memoryShare),
        formatPercent(memoryShareAimed),
        percentOf(best, "memory-share"),
      ],
      [
        "Bytes, published for each agent",
        "8 MB",
        MISSING,
        best === undefined ? MISSING : formatBytesWithUnit(middleOf(best, "cache-bytes") ?? 0),
      ],
    ],
  };
}

const recordedTable: FactTable = {
  title: "What the published system recorded",
  help: "The results of its own cache benchmark, recorded on 4 July 2025. They were not measured here, and contradict the published 22% and 3.2 times.",
  head: ["What was cached", "Hit rate", "Speed with the cache"],
  rows: RECORDED_CACHE.map(({ name, hitRate, speedUp }) => [
    name,
    formatPercent(hitRate),
    `${formatTimes(speedUp)}, ${speedUp > 1 ? "faster" : "slower"}`,
  ]),
};

export function cacheTables(rows: readonly Row[]): FactTable[] {
  return rows.length === 0 ? [recordedTable] : [claimsTable(rows), recordedTable];
}
