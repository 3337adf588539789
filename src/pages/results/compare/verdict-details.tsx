// Every figure behind the verdicts: the same texts as npm run regress prints, and beside them what was measured again.
import { gravestRowsFirst } from "./gravest-first.ts";
import { VERDICT_COLUMNS, type VerdictRow } from "../../../comparison/verdict-table.ts";
import { MISSING } from "../../../words/format.ts";
import { TableFrame } from "../../../ui/table-frame.tsx";
import { useIsNarrow } from "./use-is-narrow.ts";
import { ChangeMark } from "./change-mark.tsx";
import { COLUMN_HELP } from "./verdict-help.ts";
import { VerdictMark } from "./verdict-mark.tsx";

type Column = (typeof VERDICT_COLUMNS)[number];

/** On a phone the metric stands under its row, what was found comes before the figures that it was found from, and what changed before the other rows. */
const NARROW_COLUMNS: readonly Column[] = [
  "row",
  "verdict",
  "change",
  "baseline",
  "current",
  "95% interval",
  "p (Holm)",
  "note",
];
const AGAIN_COLUMN = "again, in turn";
const figures: ReadonlySet<string> = new Set(["baseline", "current", "change", "95% interval", "p (Holm)"]);

function align(name: string): "left" | "right" {
  return figures.has(name) ? "right" : "left";
}

export interface VerdictDetailsProps {
  /** Name of the table. */
  readonly label: string;
  readonly rows: readonly VerdictRow[];
  /** Null where nothing was measured again. */
  readonly again: readonly VerdictRow[] | null;
}

function keyOf({ row, metric }: VerdictRow): string {
  return `${metric}\n${row}`;
}

function Cell({ row, name }: { readonly row: VerdictRow; readonly name: Column }) {
  const text = row.cells[name];
  if (name === "verdict") return <VerdictMark verdict={row.verdict} text={text} />;
  return name === "change" ? <ChangeMark move={row.move} text={text} /> : text;
}

/** What measuring again gave; a dash where the row was not flagged. */
function AgainCell({ repeated }: { readonly repeated: VerdictRow | undefined }) {
  if (repeated === undefined) {
    return (
      <span className="text-muted" title="It was not flagged, and so not measured again.">
        {MISSING}
      </span>
    );
  }
  return (
    <>
      <VerdictMark verdict={repeated.verdict} text={repeated.cells.verdict} />{" "}
      <span className="text-xs text-muted">
        <ChangeMark move={repeated.move} text={repeated.cells.change} />
      </span>
      <span className="block min-w-48 text-xs whitespace-normal text-muted">{repeated.cells.note}</span>
    </>
  );
}

export function VerdictDetails({ label, rows, again }: VerdictDetailsProps) {
  const later = new Map((again ?? []).map((row) => [keyOf(row), row]));
  const isNarrow = useIsNarrow();
  const names: readonly Column[] = isNarrow ? NARROW_COLUMNS : VERDICT_COLUMNS;
  const columns = names.map((name) => {
    const help = COLUMN_HELP[name];
    const shown = isNarrow && name === "row" ? "row, metric" : name;
    return { label: shown, align: align(name), ...(help === undefined ? {} : { help }) };
  });
  const [, ...others] = names;
  return (
    <TableFrame
      label={label}
      caption="Baseline, current result, change, interval and p of each row and metric, with its verdict"
      columns={[...columns, ...(again === null ? [] : [{ label: AGAIN_COLUMN }])]}
      keepsFirst
      testId="verdicts"
    >
      <tbody>
        {(isNarrow ? gravestRowsFirst(rows) : rows).map((row) => (
          <tr key={keyOf(row)} className="border-b align-top last:border-b-0">
            <th scope="row" className="px-3 py-1.5 font-normal whitespace-nowrap">
              {row.cells.row}
              {isNarrow ? <span className="block text-xs text-muted">{row.cells.metric}</span> : null}
            </th>
            {others.map((name) => {
              const noteLook = row.cells.note === "" ? "" : "min-w-60 text-xs text-muted max-sm:min-w-96";
              const look = name === "note" ? noteLook : "whitespace-nowrap";
              return (
                <td key={name} className={`px-3 py-1.5 ${align(name) === "right" ? "text-right" : ""} ${look}`}>
                  <Cell row={row} name={name} />
                </td>
              );
            })}
            {again === null ? null : (
              <td className="px-3 py-1.5 whitespace-nowrap">
                <AgainCell repeated={later.get(keyOf(row))} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}
