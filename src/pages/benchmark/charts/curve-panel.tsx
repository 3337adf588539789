// A curve in its frame: which unit its axis has, how its figures are written, and whether its axis is logarithmic.
import { type ReactNode, useMemo, useState } from "react";
import { ChartFrame } from "../../../ui/charts/chart-frame.tsx";
import { EmptyChart } from "../../../ui/charts/empty-chart.tsx";
import { tickFormat, UP_LINEAR_MOST } from "../../../ui/charts/axis.ts";
import { formatMeasured, formatPercent } from "../../../words/format.ts";
import type { Unit } from "../../../scenarios/contract/measure.ts";
import type { Curve } from "../../../scenarios/contract/chart.ts";
import { chartData, mostDrawn, rangeDrawn } from "./chart-data.ts";
import { CurveChart } from "./curve-chart.tsx";
import type { ResultChartsProps } from "./result-charts.tsx";

const EMPTY = "Nothing is measured here yet. Run draws the curve of this machine.";

const unitText: Readonly<Record<Unit, string>> = { "op/s": "op/s", µs: "µs", B: "B", share: "%", count: "" };

export interface CurvePanelProps extends Omit<ResultChartsProps, "samples" | "provenance"> {
  readonly chart: Curve;
  readonly notes: readonly string[];
  readonly logarithmic: boolean;
  readonly axisSwitch: ReactNode;
  /** Chooses among the pictures of this place; null where there is one. */
  readonly tabs: ReactNode;
}

/** Below and above what is drawn on a logarithmic axis, as shares of it: a name stands over the highest line. */
const ROOM_BELOW = 0.04;
const ROOM_ABOVE = 0.12;

function withRoom({ least, most }: { readonly least: number; readonly most: number }) {
  const span = most / least;
  return { least: least / span ** ROOM_BELOW, most: most * span ** ROOM_ABOVE };
}

export function CurvePanel(props: CurvePanelProps) {
  const {
    experiment,
    chart,
    rows,
    references,
    on,
    notes,
    logarithmic,
    axisSwitch,
    tabs,
    highlighted,
    onHighlight,
    describe,
  } = props;
  const [isLogChosen, setLogChosen] = useState<boolean | null>(null);
  const { axis } = experiment.scenario;
  const data = useMemo(() => chartData(rows, references, chart, on), [rows, references, chart, on]);
  const unit = experiment.scenarioMeasures.find(({ id }) => id === chart.measure)?.unit ?? "count";
  const isShare = unit === "share" && chart.timesPoint === undefined;
  const range = useMemo(() => rangeDrawn(data), [data]);
  const spansFar = !isShare && range !== null && range.most > UP_LINEAR_MOST * range.least;
  const isLog = spansFar && (isLogChosen ?? true);
  const largest = mostDrawn(data);
  const formatFigure = chart.timesPoint === undefined ? tickFormat(largest) : formatMeasured;
  return (
    <ChartFrame
      title={chart.title}
      unit={chart.timesPoint?.unit ?? unitText[unit]}
      fileName={`headroom-${chart.title.toLowerCase().replaceAll(" ", "-")}`}
      notes={notes}
      legend={tabs}
      footer={
        // As high in every frame, so that drawings beside each other stand on one line.
        <div className="mt-1 flex min-h-6 flex-wrap items-center gap-x-4 text-xs text-muted print:hidden">
          {axisSwitch}
          {spansFar ? (
            <label className="inline-flex items-center gap-2">
              <input type="checkbox" checked={isLog} onChange={(event) => setLogChosen(event.target.checked)} />
              Logarithmic {chart.title.toLowerCase()} axis
            </label>
          ) : null}
        </div>
      }
    >
      {data.points.length > 0 ? null : <EmptyChart text={EMPTY} />}
      <CurveChart
        isShare={isShare}
        axis={axis}
        data={data}
        references={chart.timesPoint === undefined ? references : []}
        logarithmic={logarithmic}
        verticalLog={isLog ? withRoom(range) : null}
        highlighted={highlighted}
        onHighlight={onHighlight}
        formatTick={isShare ? formatPercent : formatFigure}
        describe={describe}
      />
    </ChartFrame>
  );
}
