// The further tables of a scenario, such as how many agents hold other limits.
import { TableFrame } from "../../../ui/table-frame.tsx";
import type { FactTable } from "../../../scenarios/contract/scenario.ts";

export interface FactTablesProps {
  readonly tables: readonly FactTable[];
}

export function FactTables({ tables }: FactTablesProps) {
  return tables.map(({ title, help, head, rows }) => (
    <section key={title} aria-label={title}>
      <h2 className="text-lg font-semibold">{title}</h2>
      <p className="mt-1 mb-2 max-w-3xl text-muted">{help}</p>
      <TableFrame
        label={`${title}: the table`}
        caption={title}
        columns={head.map((label) => ({ label, align: "right" }))}
      >
        <tbody>
          {rows.map((cells) => (
            <tr key={cells[0]} className="border-b last:border-b-0 hover:bg-hover">
              {cells.map((cell, column) => (
                <td key={head[column]} className="px-3 py-1.5 text-right">
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
