// The scaling table: one row per agent count, filling live; hovering a row lights its point in the charts.
import { memo } from "react";
import { formatCount } from "../../../words/format.ts";
import { Help } from "../../../ui/help.tsx";
import { StatusMark } from "./status-mark.tsx";
import type { Cell, TableRow } from "./table-cells.ts";
import type { Column } from "./table-columns.tsx";

export interface ScalingTableProps {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
  /** Agent counts still to come, outlined. */
  readonly pending: readonly number[];
  /** The agent count measured now, or null. */
  readonly current: number | null;
  readonly highlighted: number | null;
  readonly onHighlight: (agents: number | null) => void;
}

function CellText({ cell }: { readonly cell: Cell }) {
  if (cell.reason !== undefined && cell.reason !== "") return <Missing cell={cell} reason={cell.reason} />;
  return (
    <>
      {cell.text}
      {cell.detail === undefined ? null : <span className="block text-xs text-muted">{cell.detail}</span>}
    </>
  );
}

function Missing({ cell, reason }: { readonly cell: Cell; readonly reason: string }) {
  return (
    <span title={reason} className="text-muted">
      <span aria-hidden>{cell.text}</span>
      <span className="sr-only">{reason}</span>
    </span>
  );
}

const cellLook = "px-3 py-1.5 text-right align-top whitespace-nowrap first:text-left last:text-left";
/** Opaque in the colour of its row, whatever that is. */
const stickyLook = "sticky left-0 bg-inherit";

function rowGround(isCurrent: boolean): string {
  return isCurrent ? "running-row" : "bg-panel";
}

function sortedRows(rows: readonly TableRow[], pending: readonly number[]): (TableRow | number)[] {
  const all: (TableRow | number)[] = [...rows, ...pending];
  return all.sort((a, b) => (typeof a === "number" ? a : a.agents) - (typeof b === "number" ? b : b.agents));
}

export function ScalingTable(props: ScalingTableProps) {
  const { caption, columns, rows, pending, current, highlighted, onHighlight } = props;
  return (
    <section className="relative overflow-x-auto rounded border bg-panel" aria-label={caption} tabIndex={0}>
      <table className="w-full border-collapse">
        <caption className="sr-only">{caption}</caption>
        <TableHead columns={columns} />
        <tbody>
          {sortedRows(rows, pending).map((row) =>
            typeof row === "number" ? (
              <PendingRow key={row} agents={row} columns={columns.length} isCurrent={row === current} />
            ) : (
              <tr
                key={row.agents}
                data-agents={row.agents}
                data-lit={row.agents === highlighted}
                className={`border-b last:border-b-0 hover:bg-hover data-[lit=true]:bg-hover ${rowGround(row.agents === current)}`}
                onMouseEnter={() => onHighlight(row.agents)}
                onMouseLeave={() => onHighlight(null)}
              >
                {columns.map((column, index) =>
                  index === 0 ? (
                    <th key={column.key} scope="row" className={`${cellLook} ${stickyLook} font-semibold`}>
                      <CellText cell={row.cells[column.key]} />
                    </th>
                  ) : (
                    <td key={column.key} data-column={column.key} className={cellLook}>
                      {column.key === "status" && row.status !== null ? (
                        <StatusMark status={row.status} />
                      ) : (
                        <CellText cell={row.cells[column.key]} />
                      )}
                    </td>
                  ),
                )}
              </tr>
            ),
          )}
        </tbody>
      </table>
    </section>
  );
}

const TableHead = memo(function TableHead({ columns }: { readonly columns: readonly Column[] }) {
  return (
    <thead>
      <tr className="border-b text-xs text-muted">
        {columns.map((column, index) => (
          <th
            key={column.key}
            scope="col"
            className={`px-3 py-2 text-right align-bottom font-normal whitespace-nowrap first:text-left last:text-left ${index === 0 ? "sticky left-0 bg-panel" : ""}`}
          >
            <Help term={column.label}>{column.help}</Help>
            <span className="block">{column.unit ?? "\u00a0"}</span>
          </th>
        ))}
      </tr>
    </thead>
  );
});

function PendingRow({
  agents,
  columns,
  isCurrent,
}: {
  readonly agents: number;
  readonly columns: number;
  readonly isCurrent: boolean;
}) {
  return (
    <tr className={`border-b border-dashed text-muted last:border-b-0 ${rowGround(isCurrent)}`}>
      <th scope="row" className={`${cellLook} ${stickyLook} font-normal`}>
        {formatCount(agents)}
      </th>
      <td colSpan={columns - 1} className="px-3 py-1.5 text-xs">
        {isCurrent ? "measuring …" : "to come"}
      </td>
    </tr>
  );
}
