// The further tables of a scenario, such as how many agents hold other limits.
import { TableFrame } from "../../../ui/table-frame.tsx";
import type { FactTable } from "../../../scenarios/contract/seen.ts";

export interface FactTablesProps {
  readonly tables: readonly FactTable[];
  /** Of a run of which nothing is concluded, since other programs took the machine. */
  readonly isUseless: boolean;
}

/** A figure, with its unit or without, or none. */
const FIGURE = /^[−<>–~]?\s?[\d–]|^–$/;

/** Figures stand to the right, words to the left. */
function alignOf(rows: FactTable["rows"], column: number): "left" | "right" {
  return column > 0 && rows.every((cells) => FIGURE.test(cells[column] ?? "")) ? "right" : "left";
}

export function FactTables({ tables, isUseless }: FactTablesProps) {
  return tables.map(({ title, help, head, rows, isTimed }) => (
    <section key={title} aria-label={title}>
      <h2 className="text-lg font-semibold">{title}</h2>
      <p className="mt-1 mb-2 max-w-3xl text-muted">{help}</p>
      {isUseless && isTimed === true ? (
        <p className="mb-2 max-w-3xl text-warn">
          ▲ Other programs took the machine while this was measured: its times say nothing of the machine.
        </p>
      ) : null}
      <TableFrame
        label={`${title}: the table`}
        caption={title}
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
    </section>
  ));
}
