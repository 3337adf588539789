// The rows of the verdict table: the same texts as npm run regress prints, and beside them what was measured again.
import { VERDICT_COLUMNS, type VerdictRow } from "../../results/verdict-table.ts";

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

export const AGAIN_COLUMN = "again, in turn";

function Marked({ verdict, text }: { readonly verdict: VerdictRow["verdict"]; readonly text: string }) {
  return (
    <>
      <span aria-hidden className={marks[verdict].colour}>
        {marks[verdict].mark}{" "}
      </span>
      {text}
    </>
  );
}

export interface VerdictRowsProps {
  readonly rows: readonly VerdictRow[];
  /** Null where nothing was measured again. */
  readonly again: readonly VerdictRow[] | null;
}

function keyOf({ cells }: VerdictRow): string {
  return `${cells.row}\n${cells.metric}`;
}

export function VerdictRows({ rows, again }: VerdictRowsProps) {
  const later = new Map((again ?? []).map((row) => [keyOf(row), row]));
  return (
    <tbody>
      {rows.map((row) => {
        const { cells, verdict } = row;
        const repeated = later.get(keyOf(row));
        return (
          <tr key={keyOf(row)} className="border-b align-top last:border-b-0">
            {VERDICT_COLUMNS.map((name) =>
              name === "verdict" ? (
                <td key={name} className="px-3 py-1.5 whitespace-nowrap">
                  <Marked verdict={verdict} text={cells[name]} />
                </td>
              ) : (
                <td key={name} className={`px-3 py-1.5 ${name === "note" ? "min-w-60 text-xs text-muted" : ""}`}>
                  {cells[name]}
                </td>
              ),
            )}
            {again === null ? null : (
              <td className="px-3 py-1.5 whitespace-nowrap">
                {repeated === undefined ? (
                  <span className="text-muted" title="It was not flagged, and so not measured again.">
                    –
                  </span>
                ) : (
                  <>
                    <Marked verdict={repeated.verdict} text={repeated.cells.verdict} />
                    <span className="block text-xs text-muted">{repeated.cells.change}</span>
                  </>
                )}
              </td>
            )}
          </tr>
        );
      })}
    </tbody>
  );
}
