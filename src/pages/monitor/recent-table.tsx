// The last intervals of a soak as a table, which says in figures what the charts draw, and as CSV.
import { useState } from "react";
import { isShown, soakCsv } from "../../monitor/csv.ts";
import { METRICS, metrics, type PercentileId } from "../../monitor/metrics.ts";
import type { Watched } from "../../monitor/recording/watched.ts";
import { Button } from "../../ui/button.tsx";
import { download } from "../../ui/download.tsx";
import { TableFrame } from "../../ui/table-frame.tsx";
import { MISSING } from "../../words/format.ts";
import { clockText, figureText } from "./figures.ts";

const ROWS = 10;

export interface RecentTableProps {
  readonly watched: Watched;
  readonly percentiles: readonly PercentileId[];
}

export function RecentTable(props: RecentTableProps) {
  // Figures of a whole history are looked for only where somebody reads them.
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        <h2 className="inline">The last intervals in figures</h2>
      </summary>
      {isOpen ? <Intervals {...props} /> : null}
    </details>
  );
}

function Intervals({ watched, percentiles }: RecentTableProps) {
  const ids = METRICS.filter((id) => isShown(id, percentiles));
  const spreads = ids.map(
    (id) =>
      new Map(
        watched.history
          .spreads(id, 0, Infinity)
          .slice(-ROWS)
          .map((one) => [one.fromMs, one.mean]),
      ),
  );
  const times = watched.history
    .spreads("throughput", 0, Infinity)
    .slice(-ROWS)
    .map(({ fromMs }) => fromMs);
  return (
    <div className="mt-2 grid gap-2">
      <TableFrame
        label="The last intervals: the table"
        caption="The last intervals"
        keepsFirst
        columns={[{ label: "After" }, ...ids.map((id) => ({ label: metrics[id].label, align: "right" as const }))]}
      >
        <tbody>
          {times.toReversed().map((fromMs) => (
            <tr key={fromMs} className="border-b last:border-b-0">
              <th scope="row" className="px-3 py-1.5 text-left">
                {clockText(fromMs)}
              </th>
              {ids.map((id, at) => {
                const value = spreads[at]?.get(fromMs);
                return (
                  <td key={id} className="px-3 py-1.5 text-right">
                    {value === undefined ? MISSING : figureText(id, value)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </TableFrame>
      <Button
        className="justify-self-start"
        onClick={() =>
          download("headroom-soak.csv", new Blob([soakCsv(watched.history, percentiles)], { type: "text/csv" }))
        }
      >
        Save as CSV
      </Button>
    </div>
  );
}
