// The further tables of a scenario, such as how many agents hold other limits.
import { TableFrame } from "../../../ui/table-frame.tsx";
import type { FactTable } from "../../../scenarios/contract/seen.ts";

export interface FactTablesProps {
  readonly tables: readonly FactTable[];
  /** Of a run of which nothing is concluded, since other programs took the machine. */
  readonly isUseless: boolean;
}

/** A figure, with its unit or without, or none. */
const FIGURE = /^[−<>–~]?\s?[\d–]|^–$|^none$/;

/** Figures stand to the right, words to the left. */
function alignOf(rows: FactTable["rows"], column: number): "left" | "right" {
  return column > 0 && rows.every((cells) => FIGURE.test(cells[column] ?? "")) ? "right" : "left";
}

/** With more columns a table takes the page's width; with fewer its figures would lie far apart. */
const NARROW_COLUMNS = 4;

/** Words of so few columns wrap on a phone. */
const WRAPPED_COLUMNS = 2;

/** So many tables are open; of more than that the first alone is, so that the page is not endless. */
const OPEN_MOST = 2;

function Table({ title, head, rows }: FactTable) {
  return (
    <div className={head.length > NARROW_COLUMNS ? "" : "w-fit max-w-full"}>
      <TableFrame
        label={`${title}: the table`}
        caption={title}
        wraps={head.length <= WRAPPED_COLUMNS}
        columns={head.map((label, column) => ({ label, align: alignOf(rows, column) }))}
      >
        <tbody>
          {rows.map((cells) => (
            <tr key={cells[0]} className="border-b last:border-b-0 hover:bg-hover">
              {cells.map((cell, column) => (
                <td
                  key={head[column]}
                  className={`px-3 py-1.5 align-top ${alignOf(rows, column) === "right" ? "text-right" : ""}`}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </TableFrame>
    </div>
  );
}

export function FactTables({ tables, isUseless }: FactTablesProps) {
  return tables.map((table, place) => (
    <details key={table.title} aria-label={table.title} open={place === 0 || tables.length <= OPEN_MOST}>
      <summary>
        <h2 className="inline">{table.title}</h2>
      </summary>
      <p className="mt-1 mb-2 max-w-4xl text-muted">{table.help}</p>
      {isUseless && table.isTimed === true ? (
        <p className="mb-2 max-w-4xl text-warn">
          ▲ Other programs took the machine while this was measured: its times say nothing of the machine.
        </p>
      ) : null}
      <Table {...table} />
    </details>
  ));
}
