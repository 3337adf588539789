// Verdicts at a glance: a line for each row, a column for each metric, shaded by how strong a change is. What changed is in sight first.
import { Repeat } from "lucide-react";
import { gravestMetricsFirst } from "./gravest-first.ts";
import type { VerdictRow } from "../../../comparison/verdict-table.ts";
import { MISSING } from "../../../words/format.ts";
import { TableFrame } from "../../../ui/table-frame.tsx";
import { ChangeMark } from "./change-mark.tsx";
import { heatOf } from "./heat.ts";
import { VerdictMark } from "./verdict-mark.tsx";

export interface VerdictGridProps {
  /** Name of the table. */
  readonly label: string;
  readonly rows: readonly VerdictRow[];
  /** Null where nothing was measured again. */
  readonly again: readonly VerdictRow[] | null;
  readonly testId: string;
}

function Entry({ entry }: { readonly entry: VerdictRow }) {
  const { cells, verdict, strength } = entry;
  // On a shaded ground colours would not be told from it: there the ground is the hue.
  const isShaded = strength > 0;
  return (
    <>
      <VerdictMark verdict={verdict} text={cells.verdict} isPlain={isShaded} />
      {cells.change === MISSING ? null : (
        <span className={`text-xs ${isShaded ? "" : "text-muted"}`}>
          {" "}
          <ChangeMark move={entry.move} text={cells.change} isPlain={isShaded} />
        </span>
      )}
    </>
  );
}

function find(among: readonly VerdictRow[], row: string, metric: string): VerdictRow | undefined {
  return among.find((one) => one.row === row && one.metric === metric);
}

export function VerdictGrid({ label, rows, again, testId }: VerdictGridProps) {
  const names = new Map(rows.map(({ row, cells }) => [row, cells.row]));
  const labels = new Map(rows.map(({ metric, cells }) => [metric, cells.metric]));
  const metrics = gravestMetricsFirst(rows);
  return (
    <TableFrame
      label={label}
      caption="The verdict and the change of each row and metric"
      columns={[{ label: "row" }, ...metrics.map((metric) => ({ label: labels.get(metric) ?? metric }))]}
      keepsFirst
      testId={testId}
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
                <td
                  key={metric}
                  className={`px-3 py-1.5 whitespace-nowrap ${entry === undefined ? "" : heatOf(entry)}`}
                >
                  {entry === undefined ? <span className="text-muted">{MISSING}</span> : <Entry entry={entry} />}
                  {later === undefined ? null : (
                    <span className="-mx-1 block rounded bg-panel px-1 text-xs">
                      <Repeat aria-hidden size={10} className="mr-1 inline text-muted" />
                      <span className="sr-only">again: </span>
                      <Entry entry={{ ...later, strength: 0 }} />
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
