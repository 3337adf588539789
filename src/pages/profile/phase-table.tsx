// The table of a profile: every phase with its time, its share, how it was measured and what its probe costs.
import type { ProfileRecord } from "../../profile/format-1.ts";
import type { ProfileRow } from "../../profile/profile-table.ts";
import { Help } from "../../ui/help.tsx";
import { TableFrame } from "../../ui/table-frame.tsx";
import { formatMeasured, formatPercent, MISSING } from "../../words/format.ts";
import { formatTime } from "../../words/time-text.ts";
import { phaseColours } from "./phase-look.ts";

export interface PhaseTableProps {
  readonly record: ProfileRecord;
  readonly rows: readonly ProfileRow[];
}

function minus(text: string): string {
  return text.replace("-", "−");
}

export function PhaseTable({ record, rows }: PhaseTableProps) {
  return (
    <TableFrame
      label="Times of phases"
      caption="Self time of each phase of an op, its share of the workers' time, and how it was measured"
      testId="phases"
      keepsFirst
      columns={[
        { label: "Phase" },
        {
          label: "µs per op",
          align: "right",
          help: "Time of the phase itself for one op of one agent, on the worker that ran it, without what looking at the clock costs.",
        },
        { label: "Share", align: "right", help: "Of the time of all workers in blocks without probes." },
        {
          label: "Probe, µs per op",
          align: "right",
          help: "What the looks at the clock for this phase cost while it is probed. They are taken off.",
        },
        {
          label: "Measured",
          help: "Phases shorter than 10 steps of the clock are done many times in a row inside a real op.",
        },
      ]}
    >
      <tbody>
        {rows.map(({ id, label, help, perOpUs, share, probeUs, method }) => (
          <tr key={id} className="border-b last:border-b-0">
            <th scope="row" aria-label={label} className="px-3 py-2 text-left font-normal">
              <span className="inline-flex items-center gap-2">
                <span
                  aria-hidden
                  className="size-2.5 shrink-0 rounded-[2px] border forced-color-adjust-none"
                  style={{ background: phaseColours[id] }}
                />
                <Help term={label}>{help}</Help>
              </span>
            </th>
            <td className="px-3 py-2 text-right">{minus(formatMeasured(perOpUs))}</td>
            <td className="px-3 py-2 text-right">{formatPercent(share)}</td>
            <td className="px-3 py-2 text-right">{probeUs === null ? MISSING : formatMeasured(probeUs)}</td>
            <td className="px-3 py-2 text-xs text-muted">{method}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="border-t font-semibold">
          <th scope="row" className="px-3 py-2 text-left">
            a worker's whole time
          </th>
          <td className="px-3 py-2 text-right">{formatMeasured(record.opUs)}</td>
          <td className="px-3 py-2 text-right">100%</td>
          <td className="px-3 py-2 text-right">
            {formatMeasured(rows.reduce((sum, { probeUs }) => sum + (probeUs ?? 0), 0))}
          </td>
          <td className="px-3 py-2 text-xs font-normal text-muted">
            blocks without probes; the clock's step is {formatTime(record.environment.timerStepUs, "µs")}
          </td>
        </tr>
      </tfoot>
    </TableFrame>
  );
}
