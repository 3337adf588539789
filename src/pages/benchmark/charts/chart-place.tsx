// One place for a picture among those of a run: which of its pictures is chosen, and its news when their turn comes.
import { type ReactNode, useMemo, useState } from "react";
import type { Chart } from "../../../scenarios/contract/chart.ts";
import { ChartFrame } from "../../../ui/charts/chart-frame.tsx";
import { lazyPart } from "../../../ui/lazy-part.tsx";
import { useInTurn } from "../../../ui/charts/use-in-turn.ts";
import { ChartTabs } from "./chart-tabs.tsx";
import { CurvePanel } from "./curve-panel.tsx";
import { ResponseChart } from "./response-chart.tsx";
import type { ResultChartsProps } from "./result-charts.tsx";
import { shownUnit } from "./shown-unit.ts";
import { traceData } from "./trace-data.ts";

// Few runs have these.
const DistributionPanel = lazyPart("The histogram", () =>
  import("./distribution-panel.tsx").then((module) => module.DistributionPanel),
);
const BarsChart = lazyPart("The bars", () => import("./bars-chart.tsx").then((module) => module.BarsChart));
const TraceChart = lazyPart("Traces", () => import("./trace-chart.tsx").then((module) => module.TraceChart));
const MultiplesChart = lazyPart("Small charts", () =>
  import("./multiples-chart.tsx").then((module) => module.MultiplesChart),
);

export interface ChartPlaceProps extends ResultChartsProps {
  /** The pictures of this place, of which one is shown. */
  readonly charts: readonly Chart[];
  readonly first: Chart;
  /** From 0: what is further back is drawn later. */
  readonly place: number;
  readonly notes: readonly string[];
  readonly logarithmic: boolean;
  /** Whether the points' axis is logarithmic, to be switched; null where another place has the switch, or there is none. */
  readonly axisSwitch: ReactNode;
  /** The run's one figure, where it is a point of the axis. */
  readonly answerAt: number | null;
}

export function ChartPlace(props: ChartPlaceProps) {
  const { experiment, on, charts, first, place, notes, logarithmic, answerAt, highlighted, onHighlight, describe } =
    props;
  const [chosen, setChosen] = useState(first.title);
  const news = useMemo(
    () => ({ of: experiment, rows: props.rows, samples: props.samples }),
    [experiment, props.rows, props.samples],
  );
  const { rows, samples } = useInTurn(news, place);
  const { scenario } = experiment;
  const chart = charts.find(({ title }) => title === chosen) ?? first;
  const tabs =
    charts.length === 1 ? null : (
      <ChartTabs titles={charts.map(({ title }) => title)} chosen={chart.title} onChoose={setChosen} />
    );

  function drawn() {
    switch (chart.kind) {
      case "curve":
        return <CurvePanel {...props} rows={rows} chart={chart} notes={notes} logarithmic={logarithmic} tabs={tabs} />;
      case "response": {
        const measures = experiment.scenarioMeasures.filter(({ id }) => chart.measures.includes(id));
        return (
          <ChartFrame title={chart.title} unit={chart.unit} fileName="headroom-response" notes={notes} legend={tabs}>
            <ResponseChart
              axis={scenario.axis}
              rows={rows}
              measures={measures}
              empty={chart.empty}
              limitUs={chart.limitUs}
              answerAt={answerAt}
              highlighted={highlighted}
              onHighlight={onHighlight}
              describe={describe}
            />
          </ChartFrame>
        );
      }
      case "multiples": {
        const measure = experiment.scenarioMeasures.find(({ id }) => id === chart.measure);
        return measure === undefined ? null : (
          <ChartFrame
            title={chart.title}
            unit={shownUnit(measure)}
            fileName={`headroom-${chart.measure}`}
            notes={notes}
            legend={tabs}
            isTall
          >
            <MultiplesChart
              part={{ chart, measure, rows, axis: scenario.axis, highlighted, onHighlight, describe }}
              fallback={<div className="h-[280px]" />}
            />
          </ChartFrame>
        );
      }
      case "trace": {
        const data = traceData(chart, samples);
        return (
          <ChartFrame title={chart.title} unit={data.unit} fileName="headroom-trace" notes={notes} legend={tabs}>
            <TraceChart part={{ chart, data }} fallback={<div className="h-[280px]" />} />
          </ChartFrame>
        );
      }
      case "bars":
        return (
          <ChartFrame
            title={chart.title}
            unit={chart.unit}
            fileName={`headroom-${chart.measure}`}
            notes={notes}
            legend={tabs}
            isTall
          >
            <BarsChart
              part={{ chart, rows, axis: scenario.axis, highlighted, onHighlight }}
              fallback={<div className="h-[280px]" />}
            />
          </ChartFrame>
        );
      case "distribution":
        return (
          <ChartFrame
            title={chart.title}
            unit={chart.unit}
            fileName={`headroom-${chart.of}`}
            notes={notes}
            legend={tabs}
          >
            <DistributionPanel part={{ chart, experiment, rows, samples, on }} fallback={null} />
          </ChartFrame>
        );
    }
  }

  return <div className="grid min-w-0 grid-cols-[minmax(0,1fr)]">{drawn()}</div>;
}
