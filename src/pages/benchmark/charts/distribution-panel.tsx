// The histogram of a run with what is marked on it, loaded where a scenario has one.
import type { Sample } from "../../../measurement/run/sample.ts";
import type { Chart } from "../../../scenarios/contract/chart.ts";
import type { Experiment } from "../../../scenarios/contract/experiment.ts";
import type { MeasuredOn, Row } from "../../../scenarios/contract/rows.ts";
import { DistributionChart } from "./distribution-chart.tsx";
import { percentileMarks } from "./percentile-marks.ts";

export interface DistributionPanelProps {
  readonly chart: Extract<Chart, { readonly kind: "distribution" }>;
  readonly experiment: Experiment;
  readonly rows: readonly Row[];
  readonly samples: readonly Sample[];
  readonly on: MeasuredOn;
}

export function DistributionPanel({ chart, experiment, rows, samples, on }: DistributionPanelProps) {
  return (
    <DistributionChart
      of={chart.of}
      samples={samples}
      axis={experiment.scenario.axis}
      marks={percentileMarks(rows, experiment.measures, chart.marked, on.timerStepUs)}
    />
  );
}
