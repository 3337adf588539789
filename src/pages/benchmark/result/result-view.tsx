// Charts and table of a run, live or finished, over one pair of highlights.
import { type ReactNode, useCallback, useDeferredValue, useMemo, useState } from "react";
import type { Sample } from "../../../measurement/run/sample.ts";
import type { Derived } from "../../../results/derive.ts";
import { pictureNote, type ResultSource, SOURCE_WORDS } from "../../../results/provenance.ts";
import type { ReferenceSeries } from "../../../results/references/reference.ts";
import type { MeasuredOn } from "../../../scenarios/contract/rows.ts";
import type { Experiment } from "../../../scenarios/contract/experiment.ts";
import { tableOf } from "../../../scenarios/contract/table.ts";
import { lazyPart } from "../../../ui/lazy-part.tsx";
import { formatMeasured, formatPercent } from "../../../words/format.ts";
import { withReferenceColumns } from "../table/reference-columns.ts";
import { RunTable } from "../table/run-table.tsx";

const ResultCharts = lazyPart("The charts", () =>
  import("../charts/result-charts.tsx").then((module) => module.ResultCharts),
);

export interface ResultViewProps {
  readonly experiment: Experiment;
  readonly derived: Derived;
  readonly samples: readonly Sample[];
  readonly on: MeasuredOn;
  readonly references: readonly ReferenceSeries[];
  /** The point measured now, or null. */
  readonly current: number | null;
  /** Whether rows are still to come. */
  readonly live: boolean;
  readonly source: ResultSource;
  /** One line for exported pictures. */
  readonly provenance: string;
  /** Puts something else in the place of the charts, where they have nothing to show; given them. */
  readonly instead?: (charts: ReactNode) => ReactNode;
  /** Whether the figures stand below the charts too. */
  readonly hasTable?: boolean;
  /** Between charts and table, such as the legend. */
  readonly children?: ReactNode;
}

/** A chart's frame with its paddings, px: what is loading takes the same room. */
const CHART_HEIGHT = "h-[344px]";

export function ResultView(props: ResultViewProps) {
  const { experiment, derived, samples, on, references, current, live, source, provenance, hasTable = true } = props;
  const [highlighted, setHighlighted] = useState<number | null>(null);
  const table = useMemo(
    () => withReferenceColumns(tableOf(experiment, derived.rows, on), derived.rows, references),
    [experiment, derived.rows, on, references],
  );
  const measured = new Set(table.rows.map(({ at }) => at));
  const { axis } = experiment.scenario;
  const pending = live
    ? experiment.points.filter((at) => !measured.has(at)).map((at) => ({ at, head: axis.format(at) }))
    : [];

  const describe = useCallback(
    (at: number): { label: string; value: string }[] => {
      const row = table.rows.find((candidate) => candidate.at === at);
      const own = table.columns.flatMap(({ id, label, unit }) => {
        const cell = row?.cells[id];
        if (cell === undefined) return [];
        return [{ label, value: `${cell.text}${unit === null || cell.reason !== undefined ? "" : ` ${unit}`}` }];
      });
      const status = row === undefined || row.status === null ? [] : [{ label: "Status", value: row.status.word }];
      const others = references.flatMap((series) => {
        const point = series.rows.find((candidate) => candidate.agents === at);
        if (point === undefined) return [];
        const efficiency = point.efficiency === null ? "" : `, ${formatPercent(point.efficiency)}`;
        return [{ label: series.title, value: `${formatMeasured(point.opsPerSecond)} op/s${efficiency}` }];
      });
      return [...own, ...status, ...others];
    },
    [table, references],
  );
  // Charts are costly to draw: they follow the table when the thread has time, so that drawing never holds it for long.
  const chartRows = useDeferredValue(derived.rows);
  const chartSamples = useDeferredValue(samples);
  const charts = (
    <ResultCharts
      part={{
        experiment,
        rows: chartRows,
        samples: chartSamples,
        on,
        references,
        highlighted,
        onHighlight: setHighlighted,
        provenance: pictureNote(source, provenance),
        describe,
      }}
      fallback={<div className={`grid ${CHART_HEIGHT} place-items-center text-muted`}>Charts are loading …</div>}
    />
  );

  return (
    <>
      {derived.quality === "useless" ? (
        <p className="text-warn">
          ▲ Other programs took the machine while this was measured: charts and table say nothing of the machine.
        </p>
      ) : null}
      {props.instead === undefined ? charts : props.instead(charts)}
      {props.children}
      {!hasTable || table.rows.length + pending.length === 0 ? null : (
        <RunTable
          caption={`Table of the run, ${SOURCE_WORDS[source]}`}
          table={table}
          pending={pending}
          current={current}
          highlighted={highlighted}
          onHighlight={setHighlighted}
        />
      )}
    </>
  );
}
