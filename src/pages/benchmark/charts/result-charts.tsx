// The pictures that an experiment declares, beside each other. Loaded after the page is usable.
import { memo, type ReactNode, useState } from "react";
import type { Sample } from "../../../measurement/run/sample.ts";
import type { ReferenceSeries } from "../../../results/references/reference.ts";
import type { MeasuredOn, Row } from "../../../scenarios/contract/rows.ts";
import type { Chart, Experiment } from "../../../scenarios/contract/scenario.ts";
import { ChartFrame } from "../../../ui/chart-frame.tsx";
import { ACROSS_LINEAR_MOST } from "../../../ui/charts/axis.ts";
import type { TooltipRow } from "../../../ui/charts/chart-tooltip.tsx";
import { ChartTabs } from "./chart-tabs.tsx";
import { CurvePanel } from "./curve-panel.tsx";
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
  readonly describe: (at: number) => readonly TooltipRow[];
}

function spanOf(rows: readonly Row[], references: readonly ReferenceSeries[]): number {
  const counts = [
    ...rows.map(({ at }) => at),
    ...references.flatMap((series) => series.rows.map(({ agents }) => agents)),
  ];
  const least = counts.reduce((a, b) => Math.min(a, b), Infinity);
  const most = counts.reduce((a, b) => Math.max(a, b), 0);
  return counts.length === 0 ? 1 : most / least;
}

export const ResultCharts = memo(function ResultCharts(props: ResultChartsProps) {
  const { experiment, rows, samples, references, highlighted, onHighlight, provenance, describe } = props;
  const { panels } = experiment;
  const [isLogChosen, setLogChosen] = useState<boolean | null>(null);
  /** The picture that was chosen in each place, by the title of the first one there. */
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const spansFar = spanOf(rows, references) > ACROSS_LINEAR_MOST;
  const logarithmic = spansFar && (isLogChosen ?? true);
  const hasCurve = panels.flat().some(({ kind }) => kind === "curve");
  const notes = [
    ...(rows.length === 0 ? [] : [provenance]),
    ...references.map((series) => `${series.title}: ${series.provenanceText}`),
  ];

  function drawn(chart: Chart, tabs: ReactNode) {
    switch (chart.kind) {
      case "curve":
        return <CurvePanel {...props} chart={chart} notes={notes} logarithmic={logarithmic} tabs={tabs} />;
      case "response":
        return (
          <ChartFrame title={chart.title} unit="ms" fileName="headroom-response" notes={notes} legend={tabs}>
            <ResponseChart
              axis={experiment.scenario.axis}
              rows={rows}
              measures={experiment.scenario.measures.filter(({ id }) => chart.measures.includes(id))}
              limitUs={chart.limitUs}
              highlighted={highlighted}
              onHighlight={onHighlight}
              describe={describe}
            />
          </ChartFrame>
        );
      case "distribution":
        return (
          <ChartFrame
            title={chart.title}
            unit="share of ops"
            fileName={`headroom-${chart.of}`}
            notes={notes}
            legend={tabs}
          >
            <DistributionChart of={chart.of} samples={samples} axis={experiment.scenario.axis} />
          </ChartFrame>
        );
    }
  }

  return (
    <div>
      <div className={`grid gap-4 ${panels.length > 1 ? "lg:grid-cols-2" : ""}`}>
        {panels.map((charts) => {
          const [first] = charts;
          if (first === undefined) return null;
          const chart = charts.find(({ title }) => title === chosen[first.title]) ?? first;
          const tabs =
            charts.length === 1 ? null : (
              <ChartTabs
                titles={charts.map(({ title }) => title)}
                chosen={chart.title}
                onChoose={(title) => setChosen((before) => ({ ...before, [first.title]: title }))}
              />
            );
          return (
            <div key={first.title} className="grid min-w-0 grid-cols-[minmax(0,1fr)]">
              {drawn(chart, tabs)}
            </div>
          );
        })}
      </div>
      {spansFar && hasCurve ? (
        <label className="mt-2 inline-flex items-center gap-2 text-xs text-muted print:hidden">
          <input type="checkbox" checked={logarithmic} onChange={(event) => setLogChosen(event.target.checked)} />
          Logarithmic agents axis
        </label>
      ) : null}
    </div>
  );
});
