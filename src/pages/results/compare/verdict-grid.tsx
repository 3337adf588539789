// All verdicts at a glance: a line for each agent count, a column for each metric.
import { Repeat } from "lucide-react";
import { METRICS } from "../../../regression/metrics.ts";
import type { VerdictRow } from "../../../comparison/verdict-table.ts";
import { MISSING } from "../../../words/format.ts";
import { TableFrame } from "../../../ui/table-frame.tsx";
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
      {cells.change === MISSING ? null : <span className="text-xs text-muted"> {cells.change}</span>}
    </>
  );
}

const ownMetrics: readonly string[] = Object.values(METRICS).map(({ label }) => label);

/** Metrics of Headroom in their order, others behind them. */
function placeOf(metric: string): number {
  const place = ownMetrics.indexOf(metric);
  return place === -1 ? ownMetrics.length : place;
}

function find(among: readonly VerdictRow[], row: string, metric: string): VerdictRow | undefined {
  return among.find(({ cells }) => cells.row === row && cells.metric === metric);
}

export function VerdictGrid({ rows, again }: VerdictGridProps) {
  const names = [...new Set(rows.map(({ cells }) => cells.row))];
  // The first row may lack some, and would put them last.
  const metrics = [...new Set(rows.map(({ cells }) => cells.metric))].sort((a, b) => placeOf(a) - placeOf(b));
  return (
    <TableFrame
      label="Verdicts at a glance"
      caption="The verdict and the change of each row and metric; a change is positive where worse"
      columns={[{ label: "row" }, ...metrics.map((label) => ({ label }))]}
      testId="verdict-grid"
    >
      <tbody>
        {names.map((name) => (
          <tr key={name} className="border-b align-top last:border-b-0">
            <th scope="row" className="px-3 py-1.5 font-normal whitespace-nowrap">
              {name}
            </th>
            {metrics.map((metric) => {
              const entry = find(rows, name, metric);
              const later = find(again ?? [], name, metric);
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
