// Every verdict with its figures: what follows from other figures is folded, and a note that several rows have is said once.
import { noteLine, withSharedNotes } from "../../../comparison/shared-notes.ts";
import { verdictRows } from "../../../comparison/verdict-table.ts";
import type { JudgedComparison } from "../../../regression/comparison.ts";
import { DerivedFold } from "./derived-fold.tsx";
import { VerdictDetails } from "./verdict-details.tsx";

export interface EveryVerdictProps {
  readonly comparison: JudgedComparison;
  /** Flagged rows, measured again in turn; null where they were not. */
  readonly again: JudgedComparison | null;
}

export function EveryVerdict({ comparison, again }: EveryVerdictProps) {
  const { rows, notes } = withSharedNotes(verdictRows(comparison));
  const later = again === null ? null : verdictRows(again);
  const derived = rows.filter(({ isDerived }) => isDerived);
  const own = rows.filter(({ isDerived }) => !isDerived);
  return (
    <section aria-labelledby="every-verdict">
      <h2 id="every-verdict" className="mb-2">
        Every verdict with its figures
      </h2>
      <VerdictDetails label="Verdicts with their figures" rows={own} again={later} />
      {derived.length === 0 ? null : (
        <DerivedFold rows={derived}>
          <VerdictDetails label="Verdicts of derived figures" rows={derived} again={later} />
        </DerivedFold>
      )}
      {notes.length === 0 ? null : (
        <ul className="mt-2 grid max-w-prose gap-1 text-xs text-muted" aria-label="Notes of several rows">
          {notes.map((note, at) => (
            <li key={note}>{noteLine(note, at + 1)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
