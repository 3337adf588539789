// What a cache run found, in sentences that can be said aloud.
import { formatBytesWithUnit, formatCounted, formatPercent, formatTimes } from "../../words/format.ts";
import { middleOf, type Row } from "../contract/rows.ts";
import type { CacheSettings } from "./fields.ts";
import { bestRow, type Effect, effectOf, type Need, needFor } from "./finding.ts";
import { PUBLISHED_CACHE } from "./published.ts";

function cacheText(row: Row): string {
  const bytes = middleOf(row, "cache-bytes");
  const held = formatCounted(row.at, "result");
  return bytes === null ? held : `${held} (${formatBytesWithUnit(bytes)})`;
}

/** What is found, and from where on that would gain. */
function foundText(row: Row): string {
  const found = middleOf(row, "hit-rate");
  const least = middleOf(row, "break-even");
  if (found === null) return "";
  const from =
    least === null ? "" : least > 1 ? ", and would not gain at any" : `, and gains from ${formatPercent(least)} on`;
  return ` It finds ${formatPercent(found)} of what is asked for${from}.`;
}

export function needText(need: Need): string {
  switch (need.state) {
    case "reached":
      return `takes ${formatCounted(need.entries, "result")}, ${formatBytesWithUnit(need.bytes)}`;
    case "needs more":
      return `takes more than ${formatCounted(need.entries, "result")}`;
    case "not reachable":
      return `cannot be reached: at most ${formatPercent(need.most)} of the requests ever come back`;
  }
}

function errorText({ rounding }: CacheSettings, row: Row): string {
  const changed = middleOf(row, "changed-actions");
  if (rounding === "exact" || changed === null) return "";
  return ` Its keys are rounded: ${formatPercent(changed)} of what it finds has another likeliest action than the engine's.`;
}

/** Whether the published speed-up holds, where the whole interval tells. */
function claimText({ figures }: Row): string {
  const figure = figures["speed-up"];
  const interval = figure?.state === "known" ? figure.estimate.interval : null;
  if (interval === null) return "";
  const claim = `the published ${formatTimes(PUBLISHED_CACHE.speedUp)}`;
  if (interval.high < PUBLISHED_CACHE.speedUp) return `; ${claim} does not hold for this workload`;
  return interval.low >= PUBLISHED_CACHE.speedUp ? `; ${claim} holds for this workload` : "";
}

/** @returns the sentence, or null where no row has a figure yet */
export function cacheSentence(settings: CacheSettings, rows: readonly Row[]): string | null {
  const best = bestRow(rows);
  const speed = best === undefined ? null : middleOf(best, "speed-up");
  if (best === undefined || speed === null) return null;
  const agents = formatCounted(settings.agents, "agent");
  const times = formatTimes(speed);
  const effect = effectOf(best);
  const at = `at best, with ${cacheText(best)},`;
  const claim = claimText(best);
  const first = {
    faster: `A cache of ${cacheText(best)} makes ${agents} ${times} as fast${claim}.`,
    slower: `No size of cache helps: ${at} ${agents} are ${times} as fast as without${claim}.`,
    "not told from noise": `Whether a cache helps ${agents} cannot be told from noise: at best they are ${times} as fast${claim}.`,
    "too few trials": `A cache was tried too seldom to be sure, six trials are needed: ${at} ${agents} are ${times} as fast as without${claim}.`,
  } satisfies Record<Effect, string>;
  const need = needFor(PUBLISHED_CACHE.hitRateAimed.from, rows);
  const aimed = need === null ? "" : ` The published aim of 35% ${needText(need)}.`;
  return `${first[effect]}${foundText(best)}${errorText(settings, best)}${aimed}`;
}
