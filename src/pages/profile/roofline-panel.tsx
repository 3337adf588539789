// How near ops come to what the machine allows: measured on demand, one row for each placement, with the share of the roof as a bar.
import type { ProfileSettings } from "../../profile/profile-fields.ts";
import type { RooflineRow } from "../../profile/roofline/roofline.ts";
import { ROOFLINE_FIGURES, rooflineCells, rooflineHeads, rooflineHelp } from "../../profile/roofline/roofline-table.ts";
import { stopMeasuring } from "../../session/measuring/current-session.ts";
import { measureRoofline } from "../../session/profiling/roofline-session.ts";
import { useRoofline } from "../../session/profiling/roofline-store.ts";
import { Button } from "../../ui/button.tsx";
import { type TableColumn, TableFrame } from "../../ui/table-frame.tsx";

export function RooflinePanel({ settings }: { readonly settings: ProfileSettings }) {
  const { run, shown } = useRoofline();
  const isRunning = run.state === "running";
  const isCounted = settings.workload === "explorer";
  return (
    <section aria-labelledby="roofline-heading" className="mt-10 min-w-0" data-testid="roofline">
      <h2 id="roofline-heading" className="font-semibold">
        How near to the roof?
      </h2>
      <p className="mb-3 max-w-prose text-xs text-muted">
        {isCounted
          ? "Two probes show what the workers can do at most, of arithmetic and of memory, and each placement's agents are held against the lower of both. It takes about ten seconds."
          : "Ops are counted for the workload explorer alone. Choose it to measure the roofline."}
      </p>
      <div className="flex flex-wrap items-center gap-3">
        {isRunning ? (
          <Button onClick={stopMeasuring}>Stop</Button>
        ) : (
          <Button disabled={!isCounted} onClick={() => void measureRoofline(settings)}>
            Measure the roofline
          </Button>
        )}
        <p role="status" className="text-xs text-muted">
          {run.state === "running" ? run.doing : ""}
        </p>
      </div>
      {run.state === "broken" ? (
        <p role="alert" className="mt-3 text-bad">
          {run.message}
        </p>
      ) : null}
      {shown === null ? null : <RooflineTable title={shown.title} rows={shown.rows} />}
    </section>
  );
}

function RooflineTable({ title, rows }: { readonly title: string; readonly rows: readonly RooflineRow[] }) {
  return (
    <div className="mt-4">
      <TableFrame
        label="Roofline"
        caption={`${title}: what each placement reached of the lower roof, measured here`}
        testId="roofline-table"
        keepsFirst
        columns={[
          { label: rooflineHeads.placement },
          { label: rooflineHeads.share, align: "right", help: rooflineHelp },
          ...ROOFLINE_FIGURES.map((id): TableColumn => ({ label: rooflineHeads[id], align: "right" })),
        ]}
      >
        <tbody>
          {rows.map((row) => (
            <Row key={`${row.placement} ${row.precision}`} row={row} />
          ))}
        </tbody>
      </TableFrame>
      <p className="mt-2 max-w-prose text-xs text-muted">{rooflineHelp}</p>
    </div>
  );
}

function Row({ row }: { readonly row: RooflineRow }) {
  const cells = rooflineCells(row);
  return (
    <tr className="border-b last:border-b-0">
      <th scope="row" className="px-3 py-2 text-left font-normal">
        {cells.placement}
      </th>
      <td className="px-3 py-2 text-right">
        <b>{cells.share}</b>
        <div aria-hidden className="mt-1 h-1.5 w-24 rounded bg-line">
          <div className="h-full rounded bg-series-1" style={{ width: `${Math.min(1, row.share) * 100}%` }} />
        </div>
      </td>
      {ROOFLINE_FIGURES.map((id) => (
        <td key={id} className="px-3 py-2 text-right">
          {cells[id]}
        </td>
      ))}
    </tr>
  );
}
