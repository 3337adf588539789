// The pictures that a scenario declares, beside each other. Loaded after the page is usable.
import { memo, useMemo, useState } from "react";
import type { Sample } from "../../../measurement/run/sample.ts";
import type { ReferenceSeries } from "../../../results/references/reference.ts";
import type { MeasuredOn, Row } from "../../../scenarios/contract/rows.ts";
import type { Chart, Experiment } from "../../../scenarios/contract/scenario.ts";
import { ChartFrame } from "../../../ui/chart-frame.tsx";
import { formatCompact, formatComputed, formatPercent } from "../../../words/format.ts";
import { chartData, mostDrawn } from "./chart-data.ts";
import { CurveChart } from "./curve-chart.tsx";
import { DistributionChart } from "./distribution-chart.tsx";
import { ResponseChart } from "./response-chart.tsx";

export interface ResultChartsProps {
  readonly experiment: Experiment;
  readonly rows: readonly Row[];
  readonly samples: readonly Sample[];
  readonly on: MeasuredOn;
  readonly references: readonly ReferenceSeries[];
  readonly highlighted: number | null;
  readonly onHighlight: (at: number | null) => void;
  /** Under the exported pictures: whose measurement it is, what was measured, where and when. */
  readonly provenance: string;
  /** What the tooltip says of a point. */
  readonly describe: (at: number) => readonly { readonly label: string; readonly value: string }[];
}

/** Beyond so many agents a logarithmic axis is offered. */
const LINEAR_MOST = 50;
/** From so many op/s on, ticks are written in short: in full they would take the drawing's room. */
const COMPACT_FROM = 1e7;

export const ResultCharts = memo(function ResultCharts(props: ResultChartsProps) {
  const { experiment, rows, samples, on, references, highlighted, onHighlight, provenance, describe } = props;
  const { charts, axis } = experiment.scenario;
  const [logarithmic, setLogarithmic] = useState(false);
  const data = useMemo(
    () =>
      charts.map((chart) =>
        chart.kind === "curve" ? chartData(rows, references, chart.measure, on, chart.limit) : null,
      ),
    [charts, rows, references, on],
  );
  const most = Math.max(0, ...data.map((one) => one?.points.at(-1)?.at ?? 0));
  const notes = [
    ...(rows.length === 0 ? [] : [provenance]),
    ...references.map((series) => `${series.title}: ${series.provenanceText}`),
  ];

  function drawn(chart: Chart, index: number) {
    switch (chart.kind) {
      case "curve": {
        const unit = experiment.scenario.measures.find(({ id }) => id === chart.measure)?.unit ?? "count";
        const own = data[index] ?? { points: [], trials: [], limit: [] };
        const formatTick =
          unit === "share" ? formatPercent : mostDrawn(own.points) < COMPACT_FROM ? formatComputed : formatCompact;
        return (
          <ChartFrame
            key={chart.title}
            title={chart.title}
            unit={unit === "share" ? "%" : unit}
            fileName={`headroom-${chart.measure}`}
            notes={notes}
          >
            <CurveChart
              unit={unit}
              axis={axis}
              data={own}
              references={references}
              logarithmic={logarithmic && most > LINEAR_MOST}
              highlighted={highlighted}
              onHighlight={onHighlight}
              formatTick={formatTick}
              describe={describe}
            />
          </ChartFrame>
        );
      }
      case "response": {
        const measures = experiment.scenario.measures.filter(({ id }) => chart.measures.includes(id));
        return (
          <ChartFrame key={chart.title} title={chart.title} unit="ms" fileName="headroom-response" notes={notes}>
            <ResponseChart
              axis={axis}
              rows={rows}
              measures={measures}
              limitUs={chart.limitUsOf(experiment.settings)}
              highlighted={highlighted}
              onHighlight={onHighlight}
              describe={describe}
            />
          </ChartFrame>
        );
      }
      case "distribution":
        return (
          <ChartFrame
            key={chart.title}
            title={chart.title}
            unit="share of ops"
            fileName={`headroom-${chart.of}`}
            notes={notes}
          >
            <DistributionChart of={chart.of} samples={samples} axis={axis} />
          </ChartFrame>
        );
    }
  }

  return (
    <div>
      <div className={`grid gap-4 ${charts.length > 1 ? "lg:grid-cols-2" : ""}`}>{charts.map(drawn)}</div>
      {most > LINEAR_MOST ? (
        <label className="mt-2 inline-flex items-center gap-2 text-xs text-muted print:hidden">
          <input type="checkbox" checked={logarithmic} onChange={(event) => setLogarithmic(event.target.checked)} />
          Logarithmic agents axis
        </label>
      ) : null}
    </div>
  );
});
