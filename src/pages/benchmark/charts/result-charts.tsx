// The pictures that an experiment declares, beside each other. Loaded after the page is usable.
import { memo, useMemo, useState } from "react";
import type { Sample } from "../../../measurement/run/sample.ts";
import type { ReferenceSeries } from "../../../results/references/reference.ts";
import type { MeasuredOn, Row } from "../../../scenarios/contract/rows.ts";
import type { Experiment } from "../../../scenarios/contract/experiment.ts";
import { ACROSS_LINEAR_MOST } from "../../../ui/charts/axis.ts";
import type { TooltipRow } from "../../../ui/charts/chart-tooltip.tsx";
import { SharedRoom } from "../../../ui/charts/shared-room.tsx";
import { ChartPlace } from "./chart-place.tsx";

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
  readonly describe: (at: number) => readonly TooltipRow[];
}

/** How many times the largest point is the smallest; 1 where one is 0, which no logarithm has. */
function spanOf(rows: readonly Row[], references: readonly ReferenceSeries[]): number {
  const counts = [
    ...rows.map(({ at }) => at),
    ...references.flatMap((series) => series.rows.map(({ agents }) => agents)),
  ];
  const least = counts.reduce((a, b) => Math.min(a, b), Infinity);
  const most = counts.reduce((a, b) => Math.max(a, b), 0);
  return counts.length === 0 || least <= 0 ? 1 : most / least;
}

export const ResultCharts = memo(function ResultCharts(props: ResultChartsProps) {
  const { experiment, rows, samples, on, references, provenance } = props;
  const { panels, scenario } = experiment;
  // The run's one figure, where it is a point of the axis.
  const answerAt = useMemo(() => {
    const gauge = experiment.gaugeOf({ rows, samples, on, quality: "unknown" });
    return gauge !== null && gauge.unit === scenario.axis.id && gauge.value > 0 ? gauge.value : null;
  }, [experiment, scenario, rows, samples, on]);
  const [isLogChosen, setLogChosen] = useState<boolean | null>(null);
  const spansFar = spanOf(rows, references) > ACROSS_LINEAR_MOST;
  const logarithmic = spansFar && (isLogChosen ?? true);
  const hasCurve = panels.flat().some(({ kind }) => kind === "curve");
  const notes = [
    ...(rows.length === 0 ? [] : [provenance]),
    ...references.map((series) => `${series.title}: ${series.provenanceText}`),
  ];

  const axisSwitch =
    spansFar && hasCurve ? (
      <label className="inline-flex items-center gap-2">
        <input type="checkbox" checked={logarithmic} onChange={(event) => setLogChosen(event.target.checked)} />
        Logarithmic {scenario.axis.label.toLowerCase()} axis
      </label>
    ) : null;

  return (
    <SharedRoom>
      <div className={`grid gap-4 ${panels.length > 1 ? "lg:grid-cols-2" : ""}`}>
        {panels.map((charts, place) => {
          const [first] = charts;
          return first === undefined ? null : (
            <ChartPlace
              key={first.title}
              {...props}
              first={first}
              charts={charts}
              place={place}
              notes={notes}
              logarithmic={logarithmic}
              axisSwitch={place === 0 ? axisSwitch : null}
              answerAt={answerAt}
            />
          );
        })}
      </div>
    </SharedRoom>
  );
});
