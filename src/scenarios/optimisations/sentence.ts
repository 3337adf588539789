// What an optimisations run found, in sentences that can be said aloud.
import { formatCounted, formatTimes } from "../../words/format.ts";
import { listed } from "../../words/listed.ts";
import { middleOf, type Row } from "../contract/rows.ts";
import type { OptimisationSettings } from "./fields.ts";
import { type ClaimVerdict, judged, type Judged } from "./verdicts.ts";

function speedOf({ row }: Judged): number {
  return middleOf(row, "speed-up") ?? 0;
}

function namedText(all: readonly Judged[], verdict: ClaimVerdict, word: string): string {
  const labels = all.filter((one) => one.verdict === verdict).map(({ optimisation }) => optimisation.label);
  return labels.length === 0 ? "" : ` ${word}: ${listed(labels)}.`;
}

/** @returns the sentence, or null where no row has a figure yet */
export function optimisationSentence({ agents }: OptimisationSettings, rows: readonly Row[]): string | null {
  const all = judged(rows);
  const best = all.toSorted((a, b) => speedOf(b) - speedOf(a))[0];
  if (best === undefined || speedOf(best) === 0) return null;
  const first = `Most is gained by ${best.optimisation.label}: ${formatCounted(agents, "agent")} are ${formatTimes(speedOf(best))} as fast as without.`;
  const confirmed = namedText(all, "confirmed", "Published claims that hold here");
  const refuted = namedText(all, "refuted", "Refuted here");
  return `${first}${confirmed}${refuted}${namedText(all, "cannot be told", "Not told from noise")}`;
}
