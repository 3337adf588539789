// The table of a run: one row per point, filling live; hovering a row lights its point in the charts.
import { formatCount, MISSING } from "../../../words/format.ts";
import { memo, useState } from "react";
import type { CellText, Table, TableRow } from "../../../scenarios/contract/table.ts";
import { Button } from "../../../ui/button.tsx";
import { Help } from "../../../ui/help.tsx";
import { ScrollFrame } from "../../../ui/scroll-frame.tsx";
import { useIsPrinting } from "../../../ui/use-is-printing.ts";
import { ColumnWords, figureName } from "./column-words.tsx";
import { shownRows } from "./shown-rows.ts";
import { StatusMark } from "./status-mark.tsx";

export interface RunTableProps {
  readonly caption: string;
  readonly table: Table;
  /** Points still to come, outlined. */
  readonly pending: readonly PendingPoint[];
  /** The point measured now, or null. */
  readonly current: number | null;
  readonly highlighted: number | null;
  readonly onHighlight: (at: number | null) => void;
}

interface PendingPoint {
  readonly at: number;
  readonly head: string;
}

function CellContent({ cell }: { readonly cell: CellText }) {
  if (cell.reason !== undefined && cell.reason !== "") return <Missing cell={cell} reason={cell.reason} />;
  return (
    <>
      {cell.text}
      {cell.detail === undefined ? null : <span className="block text-xs text-muted">{cell.detail}</span>}
    </>
  );
}

function Missing({ cell, reason }: { readonly cell: CellText; readonly reason: string }) {
  return (
    <span title={reason} className="text-muted">
      <span aria-hidden>{cell.text}</span>
      <span className="sr-only">{reason}</span>
    </span>
  );
}

const cellLook = "px-2 py-1.5 align-top whitespace-nowrap";
const figureLook = `${cellLook} text-right`;
/** Opaque in the colour of its row, whatever that is. */
const stickyLook = "stays bg-inherit";

function rowGround(isCurrent: boolean): string {
  return isCurrent ? "running-row" : "bg-panel";
}

export function RunTable(props: RunTableProps) {
  const { caption, table, pending, current, highlighted, onHighlight } = props;
  const all: (TableRow | PendingPoint)[] = [...table.rows, ...pending];
  all.sort((a, b) => a.at - b.at);
  const columns = table.columns.length + (table.statusHelp === null ? 0 : 1);
  const [isWhole, setIsWhole] = useState(false);
  const isPrinting = useIsPrinting();
  const cut = shownRows(all, current);
  const rows = isWhole || isPrinting ? all : cut.rows;
  const body = (
    <>
      <ScrollFrame label={caption}>
        <table className="stacks w-full">
          <caption className="sr-only">{caption}</caption>
          <TableHead table={table} />
          <tbody>
            {rows.map((row) =>
              "cells" in row ? (
                <tr
                  key={row.at}
                  data-at={row.at}
                  data-lit={row.at === highlighted}
                  className={`border-b last:border-b-0 hover:bg-hover data-[lit=true]:bg-hover ${rowGround(row.at === current)}`}
                  onMouseEnter={() => onHighlight(row.at)}
                  onMouseLeave={() => onHighlight(null)}
                >
                  <th scope="row" className={`${cellLook} ${stickyLook} text-left font-semibold`}>
                    {/* On a narrow screen no heading says what it counts. */}
                    <span className="font-normal text-muted sm:hidden">{table.axis.label} </span>
                    {row.head}
                    {table.statusHelp === null || row.status === null ? null : (
                      // On a narrow screen beside its count, so that it is seen first.
                      <span className="ml-3 inline-block text-xs font-normal sm:hidden">
                        <StatusMark status={row.status} />
                      </span>
                    )}
                  </th>
                  {table.columns.map((column) => (
                    <td key={column.id} data-column={column.id} data-label={figureName(column)} className={figureLook}>
                      <CellContent cell={row.cells[column.id] ?? { text: "" }} />
                    </td>
                  ))}
                  {table.statusHelp === null ? null : (
                    <td data-column="status" className="min-w-36 px-2 py-1.5 text-left align-top max-sm:hidden">
                      {row.status === null ? MISSING : <StatusMark status={row.status} />}
                    </td>
                  )}
                </tr>
              ) : (
                <PendingRow key={row.at} point={row} columns={columns} isCurrent={row.at === current} />
              ),
            )}
          </tbody>
        </table>
      </ScrollFrame>
      <ColumnWords table={table} />
    </>
  );
  if (cut.cutFrom === null) return body;
  return (
    <div>
      {body}
      <Button className="mt-2 print:hidden" aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
        {isWhole ? "Show fewer rows" : `Show all ${formatCount(cut.cutFrom)} rows`}
      </Button>
    </div>
  );
}

const headLook = "px-2 py-2 align-bottom font-normal whitespace-nowrap";

const TableHead = memo(function TableHead({ table }: { readonly table: Table }) {
  const { axis, columns, statusHelp, statusOf } = table;
  return (
    <thead>
      <tr className="border-b text-xs text-muted">
        <th scope="col" className={`${headLook} stays bg-panel text-left`}>
          <Help term={axis.label}>{axis.help}</Help>
          <span className="block">{"\u00a0"}</span>
        </th>
        {columns.map(({ id, label, unit, help }) => (
          <th key={id} scope="col" className={`${headLook} text-right`}>
            <Help term={label}>{help}</Help>
            <span className="block">{unit ?? "\u00a0"}</span>
          </th>
        ))}
        {statusHelp === null ? null : (
          <th scope="col" className={`${headLook} text-left`}>
            <Help term="Status">{statusHelp}</Help>
            <span className="block">{statusOf === null ? "\u00a0" : `of ${statusOf}`}</span>
          </th>
        )}
      </tr>
    </thead>
  );
});

function PendingRow({
  point,
  columns,
  isCurrent,
}: {
  readonly point: PendingPoint;
  readonly columns: number;
  readonly isCurrent: boolean;
}) {
  return (
    <tr className={`border-b border-dashed text-muted last:border-b-0 ${rowGround(isCurrent)}`}>
      <th scope="row" className={`${cellLook} ${stickyLook} text-left font-normal`}>
        {point.head}
      </th>
      <td colSpan={columns} className="px-2 py-1.5 text-xs">
        {isCurrent ? "measuring …" : "to come"}
      </td>
    </tr>
  );
}
