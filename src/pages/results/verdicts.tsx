// The verdict on every row and metric of one result against the first: the same table as npm run regress prints.
import { useMemo, useState } from "react";
import { compareResults } from "../../regression/comparison.ts";
import { measuredResult } from "../../results/compare-input.ts";
import { VERDICT_COLUMNS, type VerdictRow, verdictRows, verdictSummary } from "../../results/verdict-table.ts";
import { TableFrame } from "../../ui/table-frame.tsx";
import type { Named } from "./compared.ts";

const marks: Readonly<Record<VerdictRow["verdict"], { readonly mark: string; readonly colour: string }>> = {
  improved: { mark: "●", colour: "text-good" },
  "no-change": { mark: "●", colour: "text-muted" },
  minor: { mark: "▲", colour: "text-warn" },
  warning: { mark: "▲", colour: "text-warn" },
  critical: { mark: "■", colour: "text-bad" },
  inconclusive: { mark: "◌", colour: "text-muted" },
  "not-comparable": { mark: "✕", colour: "text-muted" },
  missing: { mark: "■", colour: "text-bad" },
};

const columns = VERDICT_COLUMNS.map((label) => ({ label }));

export function Verdicts({ results }: { readonly results: readonly Named[] }) {
  const [against, setAgainst] = useState(1);
  const baseline = results[0];
  const current = results[against] ?? results[1];
  const comparison = useMemo(
    () =>
      baseline === undefined || current === undefined
        ? null
        : compareResults([measuredResult(baseline.result).measured], measuredResult(current.result).measured),
    [baseline, current],
  );
  if (comparison === null) return null;
  return (
    <section aria-labelledby="verdicts">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-3">
        <h2 id="verdicts" className="font-semibold">
          Better or worse than 1?
        </h2>
        {results.length === 2 ? null : (
          <label className="flex items-center gap-2 text-xs text-muted print:hidden">
            Judge
            <select
              className="min-h-8 rounded border border-line-strong bg-panel px-1 text-ink"
              value={against}
              onChange={(event) => setAgainst(Number(event.target.value))}
            >
              {results.map(({ name, result }, at) =>
                at === 0 ? null : (
                  <option key={result.id} value={at}>
                    {at + 1}: {name}
                  </option>
                ),
              )}
            </select>
          </label>
        )}
      </div>
      <p className="mb-2" data-testid="verdict-summary">
        {verdictSummary(comparison)}. Changes are positive where worse.
      </p>
      <TableFrame
        label="Verdicts"
        caption="A verdict for every row and metric; a band fires only where the change is significant and above the noise"
        columns={columns}
        testId="verdicts"
      >
        <tbody>
          {verdictRows(comparison).map(({ cells, verdict }) => (
            <tr key={`${cells.row} ${cells.metric}`} className="border-b align-top last:border-b-0">
              {VERDICT_COLUMNS.map((name) =>
                name === "verdict" ? (
                  <td key={name} className="px-3 py-1.5 whitespace-nowrap">
                    <span aria-hidden className={marks[verdict].colour}>
                      {marks[verdict].mark}{" "}
                    </span>
                    {cells[name]}
                  </td>
                ) : (
                  <td key={name} className={`px-3 py-1.5 ${name === "note" ? "min-w-60 text-xs text-muted" : ""}`}>
                    {cells[name]}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </TableFrame>
    </section>
  );
}
