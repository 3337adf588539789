// All verdicts at a glance: a line for each row, a column for each metric.
import { Repeat } from "lucide-react";
import { metricsOf, type VerdictRow } from "../../../comparison/verdict-table.ts";
import { MISSING } from "../../../words/format.ts";
import { TableFrame } from "../../../ui/table-frame.tsx";
import { ChangeMark } from "./change-mark.tsx";
import { VerdictMark } from "./verdict-mark.tsx";

export interface VerdictGridProps {
  readonly rows: readonly VerdictRow[];
  /** Null where nothing was measured again. */
  readonly again: readonly VerdictRow[] | null;
}

function Entry({ entry }: { readonly entry: VerdictRow }) {
  const { cells, verdict } = entry;
  return (
    <>
      <VerdictMark verdict={verdict} text={cells.verdict} />
      {cells.change === MISSING ? null : (
        <span className="text-xs text-muted">
          {" "}
          <ChangeMark move={entry.move} text={cells.change} />
        </span>
      )}
    </>
  );
}

function find(among: readonly VerdictRow[], row: string, metric: string): VerdictRow | undefined {
  return among.find((one) => one.row === row && one.metric === metric);
}

export function VerdictGrid({ rows, again }: VerdictGridProps) {
  const names = new Map(rows.map(({ row, cells }) => [row, cells.row]));
  const labels = new Map(rows.map(({ metric, cells }) => [metric, cells.metric]));
  const metrics = metricsOf(rows);
  return (
    <TableFrame
      label="Verdicts at a glance"
      caption="The verdict and the change of each row and metric"
      columns={[{ label: "row" }, ...metrics.map((metric) => ({ label: labels.get(metric) ?? metric }))]}
      testId="verdict-grid"
    >
      <tbody>
        {[...names].map(([row, name]) => (
          <tr key={row} className="border-b align-top last:border-b-0">
            <th scope="row" className="px-3 py-1.5 font-normal whitespace-nowrap">
              {name}
            </th>
            {metrics.map((metric) => {
              const entry = find(rows, row, metric);
              const later = find(again ?? [], row, metric);
              return (
                <td key={metric} className="px-2 py-1.5 whitespace-nowrap">
                  {entry === undefined ? <span className="text-muted">{MISSING}</span> : <Entry entry={entry} />}
                  {later === undefined ? null : (
                    <span className="block text-xs">
                      <Repeat aria-hidden size={10} className="mr-1 inline text-muted" />
                      <span className="sr-only">again: </span>
                      <Entry entry={later} />
                    </span>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}
