// The shown references as tables: what the source gives, what it claims, and the efficiency recomputed.
import { memo, useState } from "react";
import {
  type Provenance,
  PROVENANCE_WORDS,
  type ReferenceRow,
  type ReferenceSeries,
} from "../../../results/references/reference.ts";
import { STATUS_BANDS_TEXT, statusOf } from "../../../scaling/status.ts";
import { Button } from "../../../ui/button.tsx";
import { formatComputed, formatCount, formatMeasured, formatPublishedPercent, MISSING } from "../../../words/format.ts";
import { Help } from "../../../ui/help.tsx";
import { StatusMark } from "./status-mark.tsx";
import { ScrollFrame } from "../../../ui/scroll-frame.tsx";
import { CutName } from "../../../ui/cut-name.tsx";

const cell = "px-3 py-1.5 text-right whitespace-nowrap first:text-left last:text-left";

function differs(row: ReferenceRow): boolean {
  return (
    row.efficiency !== null &&
    row.claimedEfficiency !== null &&
    Math.abs(row.efficiency - row.claimedEfficiency) > 0.0005
  );
}

/** Longer tables show so many rows until more are asked for: a page of thousands answers slowly. */
const FIRST_ROWS = 200;

function SeriesTable({ series }: { readonly series: ReferenceSeries }) {
  const [showsAll, setShowsAll] = useState(false);
  const rows = showsAll ? series.rows : series.rows.slice(0, FIRST_ROWS);
  const claims = series.rows.some((row) => row.claimedEfficiency !== null);
  const format = series.provenance === "published" ? formatComputed : formatMeasured;
  // Of others nobody knows the cores, and efficiency alone must fall with more agents than cores.
  const states = series.provenance === "published";
  const disagreeing = series.rows.filter(differs).length;
  return (
    <>
      <p className="mb-2 max-w-prose text-muted first-letter:uppercase">
        {series.provenanceText.replace(/\.?$/, ".")}
        {series.platform === undefined ? "" : ` Platform: ${series.platform}.`}
        {series.date === undefined ? "" : ` Date: ${series.date}.`}
      </p>
      {disagreeing === 0 ? null : (
        <p className="mb-2 max-w-prose">
          ▲ In {formatCount(disagreeing)} of {formatCount(series.rows.length)} rows the efficiency that the file states
          differs from its own throughputs. Headroom draws the recomputed one.
        </p>
      )}
      {series.efficiencyMissing === null ? null : <p className="mb-2 max-w-prose">{series.efficiencyMissing}</p>}
      <ScrollFrame label={series.title}>
        <table className="w-full">
          <caption className="sr-only">{series.title}</caption>
          <thead>
            <tr className="border-b text-xs text-muted">
              <th scope="col" className={`${cell} font-normal`}>
                Agents
              </th>
              <th scope="col" className={`${cell} font-normal`}>
                <Help term="Efficiency">Recomputed from the throughputs: X(N) / (N · X(1)).</Help>
              </th>
              {claims ? (
                <th scope="col" className={`${cell} font-normal`}>
                  <Help term="Efficiency stated">What the source itself states.</Help>
                </th>
              ) : null}
              <th scope="col" className={`${cell} font-normal`}>
                Throughput, op/s
              </th>
              {states ? (
                <th scope="col" className={`${cell} font-normal`}>
                  <Help term="Status">As the document states it. Bands of efficiency: {STATUS_BANDS_TEXT}</Help>
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.agents} className="border-b last:border-b-0 hover:bg-hover">
                <th scope="row" className={`${cell} font-semibold`}>
                  {formatCount(row.agents)}
                </th>
                <td className={cell}>{row.efficiency === null ? MISSING : formatPublishedPercent(row.efficiency)}</td>
                {claims ? (
                  <td className={cell}>
                    {row.claimedEfficiency === null ? MISSING : formatPublishedPercent(row.claimedEfficiency)}
                    {differs(row) ? <span title="differs from the recomputed efficiency"> ▲</span> : null}
                  </td>
                ) : null}
                <td className={cell}>{format(row.opsPerSecond)}</td>
                {states ? (
                  <td className={cell}>
                    {row.efficiency === null ? MISSING : <StatusMark status={statusOf(row.efficiency)} />}
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
      {rows.length === series.rows.length ? null : (
        <p className="mt-2 flex flex-wrap items-center gap-3 text-muted">
          The first {formatCount(rows.length)} of {formatCount(series.rows.length)} rows.
          <Button className="min-h-8 text-xs print:hidden" onClick={() => setShowsAll(true)}>
            Show all rows
          </Button>
        </p>
      )}
    </>
  );
}

export interface ReferenceTablesProps {
  readonly series: readonly ReferenceSeries[];
}

const OPENED: ReadonlySet<Provenance> = new Set(["recorded", "imported"]);

function SeriesDetails({ series }: { readonly series: ReferenceSeries }) {
  // What somebody opened is shown; what ships is folded, so that nobody takes it for this machine.
  const [isOpen, setIsOpen] = useState(OPENED.has(series.provenance));
  return (
    <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)} className="min-w-0">
      <summary className="mb-2">
        <span className="font-semibold">
          <CutName name={series.title} />
        </span>{" "}
        <span className="text-muted">{PROVENANCE_WORDS[series.provenance]}</span>
      </summary>
      {isOpen ? <SeriesTable series={series} /> : null}
    </details>
  );
}

export const ReferenceTables = memo(function ReferenceTables({ series }: ReferenceTablesProps) {
  return series.map((one) => <SeriesDetails key={one.id} series={one} />);
});
