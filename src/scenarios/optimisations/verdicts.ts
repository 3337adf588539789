// Whether a published claim holds here: by the whole interval of a speed-up, or by exact bytes.
import { middleOf, type Row } from "../contract/rows.ts";
import { type Claim, type Optimisation, optimisationAt } from "./optimisations-list.ts";

export type ClaimVerdict = "confirmed" | "refuted" | "cannot be told" | "no claim";

export interface Judged {
  readonly optimisation: Optimisation;
  readonly row: Row;
  readonly verdict: ClaimVerdict;
}

function byInterval(row: Row, least: number): ClaimVerdict {
  const figure = row.figures["speed-up"];
  const interval = figure?.state === "known" ? figure.estimate.interval : null;
  if (interval?.kind !== "confidence") return "cannot be told";
  if (interval.low > least) return "confirmed";
  return interval.high < least ? "refuted" : "cannot be told";
}

function verdictOn({ measure, least }: Claim, row: Row): ClaimVerdict {
  if (measure === "speed-up") return byInterval(row, least);
  const saved = middleOf(row, "saved");
  if (saved === null) return "cannot be told";
  return saved >= least ? "confirmed" : "refuted";
}

/** Every row that this Headroom knows, with its verdict. */
export function judged(rows: readonly Row[]): Judged[] {
  return rows.flatMap((row) => {
    const optimisation = optimisationAt(row.at);
    if (optimisation === undefined) return [];
    const { claim } = optimisation;
    return [{ optimisation, row, verdict: claim === null ? "no claim" : verdictOn(claim, row) } as const];
  });
}
