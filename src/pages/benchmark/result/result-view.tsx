// What a run shows, live or finished or shared: charts, table, and how it was measured.
import { useCallback, useDeferredValue, useMemo, useState, type ReactNode } from "react";
import type { Configuration } from "../../../measurement/run/configuration.ts";
import type { Derived } from "../../../results/derive.ts";
import type { ReferenceSeries } from "../../../results/references/reference.ts";
import { bytesUnitOf, durationUnitOf, formatMeasured, formatPercent } from "../../../words/format.ts";
import { lazyPart } from "../../../ui/lazy-part.tsx";
import { pictureNote, type ResultSource, SOURCE_WORDS } from "../../../results/provenance.ts";
import { ScalingTable } from "../table/scaling-table.tsx";
import { measuredCells } from "../table/table-cells.ts";
import { tableColumns } from "../table/table-columns.tsx";

const ResultCharts = lazyPart("The charts", () =>
  import("../charts/result-charts.tsx").then((module) => module.ResultCharts),
);

export interface ResultViewProps {
  readonly configuration: Configuration;
  readonly derived: Derived;
  /** Smallest step of the clock, µs; 0 while unknown. */
  readonly timerStepUs: number;
  /** Bytes of one agent's own arrays; null while unknown. */
  readonly perAgentBytes: number | null;
  readonly references: readonly ReferenceSeries[];
  /** The agent count measured now, or null. */
  readonly current: number | null;
  /** Whether rows are still to come. */
  readonly live: boolean;
  readonly source: ResultSource;
  /** One line for exported pictures. */
  readonly provenance: string;
  /** Between charts and table, such as progress. */
  readonly children?: ReactNode;
}

export function ResultView(props: ResultViewProps) {
  const { configuration, derived, timerStepUs, perAgentBytes, references, current, live, source, provenance } = props;
  const [highlighted, setHighlighted] = useState<number | null>(null);
  const paced = configuration.pacing === "paced";
  const lockStep = configuration.topology !== "none";
  const latencyUnit = durationUnitOf(derived.rows.flatMap((row) => [row.p50Us, row.p95Us]));
  const memoryUnit = bytesUnitOf(perAgentBytes === null ? [] : [perAgentBytes]);
  const columns = useMemo(
    () => tableColumns({ paced, lockStep, latencyUnit, memoryUnit }),
    [paced, lockStep, latencyUnit, memoryUnit],
  );
  const rows = useMemo(
    () => derived.rows.map((row) => measuredCells(row, { latencyUnit, memoryUnit, timerStepUs, perAgentBytes, paced })),
    [derived.rows, latencyUnit, memoryUnit, timerStepUs, perAgentBytes, paced],
  );
  const measured = new Set(rows.map((row) => row.agents));
  const pending = live ? configuration.agents.filter((agents) => !measured.has(agents)) : [];

  const describe = useCallback(
    (agents: number): { label: string; value: string }[] => {
      const row = rows.find((candidate) => candidate.agents === agents);
      const own = columns.flatMap((column) => {
        const cell = row?.cells[column.key];
        if (cell === undefined || column.key === "agents") return [];
        const unit = column.unit === null || cell.reason !== undefined ? "" : ` ${column.unit}`;
        return [{ label: column.label, value: `${cell.text}${unit}` }];
      });
      const others = references.flatMap((series) => {
        const point = series.rows.find((candidate) => candidate.agents === agents);
        if (point === undefined) return [];
        const efficiency = point.efficiency === null ? "" : `, ${formatPercent(point.efficiency)}`;
        return [{ label: series.title, value: `${formatMeasured(point.opsPerSecond)} op/s${efficiency}` }];
      });
      return [...own, ...others];
    },
    [rows, columns, references],
  );
  // Charts are costly to draw: they follow the table when the thread has time, so that drawing never holds it for long.
  const chartRows = useDeferredValue(derived.rows);

  return (
    <>
      <ResultCharts
        part={{
          rows: chartRows,
          references,
          paced,
          highlighted,
          onHighlight: setHighlighted,
          provenance: pictureNote(source, provenance),
          describe,
        }}
        fallback={<div className="grid h-[344px] place-items-center text-muted">Charts are loading …</div>}
      />
      {props.children}
      {rows.length + pending.length === 0 ? null : (
        <ScalingTable
          caption={`Scaling table, ${SOURCE_WORDS[source]}`}
          columns={columns}
          rows={rows}
          pending={pending}
          current={current}
          highlighted={highlighted}
          onHighlight={setHighlighted}
        />
      )}
    </>
  );
}
