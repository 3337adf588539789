// Every figure behind the verdicts: the same texts as npm run regress prints, and beside them what was measured again.
import { VERDICT_COLUMNS, type VerdictRow } from "../../../comparison/verdict-table.ts";
import { MISSING } from "../../../words/format.ts";
import { TableFrame } from "../../../ui/table-frame.tsx";
import { ChangeMark } from "./change-mark.tsx";
import { VerdictMark } from "./verdict-mark.tsx";

const AGAIN_COLUMN = "again, in turn";
const figures: ReadonlySet<string> = new Set(["baseline", "current", "change", "95% interval", "p (Holm)"]);

function align(name: string): "left" | "right" {
  return figures.has(name) ? "right" : "left";
}

export interface VerdictDetailsProps {
  readonly rows: readonly VerdictRow[];
  /** Null where nothing was measured again. */
  readonly again: readonly VerdictRow[] | null;
}

function keyOf({ row, metric }: VerdictRow): string {
  return `${metric}\n${row}`;
}

function Cell({ row, name }: { readonly row: VerdictRow; readonly name: (typeof VERDICT_COLUMNS)[number] }) {
  const text = row.cells[name];
  if (name === "verdict") return <VerdictMark verdict={row.verdict} text={text} />;
  return name === "change" ? <ChangeMark move={row.move} text={text} /> : text;
}

export function VerdictDetails({ rows, again }: VerdictDetailsProps) {
  const later = new Map((again ?? []).map((row) => [keyOf(row), row]));
  const columns = [...VERDICT_COLUMNS, ...(again === null ? [] : [AGAIN_COLUMN])];
  return (
    <TableFrame
      label="Verdicts with their figures"
      caption="Baseline, current result, change, interval and p of each row and metric, with its verdict"
      columns={columns.map((label) => ({ label, align: align(label) }))}
      testId="verdicts"
    >
      <tbody>
        {rows.map((row) => {
          const repeated = later.get(keyOf(row));
          return (
            <tr key={keyOf(row)} className="border-b align-top last:border-b-0">
              {VERDICT_COLUMNS.map((name) => {
                const look = name === "note" ? "min-w-60 text-xs text-muted" : "whitespace-nowrap";
                return (
                  <td key={name} className={`px-3 py-1.5 ${align(name) === "right" ? "text-right" : ""} ${look}`}>
                    <Cell row={row} name={name} />
                  </td>
                );
              })}
              {again === null ? null : (
                <td className="px-3 py-1.5 whitespace-nowrap">
                  {repeated === undefined ? (
                    <span className="text-muted" title="It was not flagged, and so not measured again.">
                      {MISSING}
                    </span>
                  ) : (
                    <>
                      <VerdictMark verdict={repeated.verdict} text={repeated.cells.verdict} />{" "}
                      <span className="text-xs text-muted">
                        <ChangeMark move={repeated.move} text={repeated.cells.change} />
                      </span>
                      <span className="block min-w-48 text-xs whitespace-normal text-muted">{repeated.cells.note}</span>
                    </>
                  )}
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </TableFrame>
  );
}
