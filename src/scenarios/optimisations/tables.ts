// The published claims with what was measured of each, and what has no meaning in a browser.
import { formatPercent, formatTimes, MISSING } from "../../words/format.ts";
import { middleOf } from "../contract/rows.ts";
import type { Row } from "../contract/rows.ts";
import type { FactTable } from "../contract/seen.ts";
import { WITHOUT_MEANING } from "./optimisations-list.ts";
import { judged, type Judged } from "./verdicts.ts";

function measuredText({ optimisation: { claim }, row }: Judged): string {
  const value = middleOf(row, claim?.measure ?? "speed-up");
  if (value === null) return MISSING;
  return claim?.measure === "saved" ? `${formatPercent(value)} less memory` : `${formatTimes(value)} as fast`;
}

function claimsTable(rows: readonly Row[]): FactTable {
  return {
    title: "The published claims",
    isTimed: true,
    help: "A speed-up is confirmed or refuted where its whole 95% interval lies on one side of what is claimed; memory is exact. Where the document says no more than that something helps, any gain confirms it.",
    head: ["Optimisation", "Verdict", "Here", "Published"],
    rows: judged(rows).map((one) => [
      one.optimisation.label,
      one.verdict,
      measuredText(one),
      one.optimisation.claim?.text ?? "not claimed",
    ]),
  };
}

const withoutMeaning: FactTable = {
  title: "What has no meaning in a browser",
  help: "The document recommends these too. They cannot be switched here, and so are not measured.",
  head: ["Recommended", "Why it is not measured"],
  rows: WITHOUT_MEANING,
};

export function optimisationTables(rows: readonly Row[]): FactTable[] {
  return rows.length === 0 ? [withoutMeaning] : [claimsTable(rows), withoutMeaning];
}
