// The two plots beside each other: efficiency and throughput against agents. Loaded after the page is usable.
import { memo, useMemo, useState } from "react";
import type { ReferenceSeries } from "../../../results/references/reference.ts";
import type { ScalingRow } from "../../../scaling/rows.ts";
import { ChartFrame } from "../../../ui/chart-frame.tsx";
import { formatCompact, formatComputed, formatPercent } from "../../../words/format.ts";
import { chartData, mostDrawn, type Quantity } from "./chart-data.ts";
import { ScalingChart } from "./scaling-chart.tsx";

export interface ResultChartsProps {
  readonly rows: readonly ScalingRow[];
  readonly references: readonly ReferenceSeries[];
  readonly paced: boolean;
  readonly highlighted: number | null;
  readonly onHighlight: (agents: number | null) => void;
  /** Under the exported pictures: whose measurement it is, what was measured, where and when. */
  readonly provenance: string;
  /** What the tooltip says of an agent count. */
  readonly describe: (agents: number) => readonly { readonly label: string; readonly value: string }[];
}

/** Beyond so many agents a logarithmic axis is offered. */
const LINEAR_MOST = 50;
/** From so many op/s on, ticks are written in short: in full they would take the drawing's room. */
const COMPACT_FROM = 1e7;

export const ResultCharts = memo(function ResultCharts(props: ResultChartsProps) {
  const { rows, references, paced, highlighted, onHighlight, provenance, describe } = props;
  const [logarithmic, setLogarithmic] = useState(false);
  const efficiency = useMemo(() => chartData(rows, references, "efficiency"), [rows, references]);
  const throughput = useMemo(() => chartData(rows, references, "throughput"), [rows, references]);
  const most = throughput.points.at(-1)?.agents ?? 0;
  const formatOps = mostDrawn(throughput.points) < COMPACT_FROM ? formatComputed : formatCompact;
  const notes = [
    ...(rows.length === 0 ? [] : [provenance]),
    ...references.map((series) => `${series.title}: ${series.provenanceText}`),
  ];
  const chart = (quantity: Quantity) => (
    <ScalingChart
      quantity={quantity}
      data={quantity === "efficiency" ? efficiency : throughput}
      references={references}
      logarithmic={logarithmic && most > LINEAR_MOST}
      highlighted={highlighted}
      onHighlight={onHighlight}
      formatTick={quantity === "efficiency" ? formatPercent : formatOps}
      describe={describe}
    />
  );
  return (
    <div>
      <div className="grid gap-4 lg:grid-cols-2">
        <ChartFrame
          title={paced ? "Efficiency: achieved of offered" : "Efficiency"}
          unit="%"
          fileName="headroom-efficiency"
          notes={notes}
        >
          {chart("efficiency")}
        </ChartFrame>
        <ChartFrame title="Throughput" unit="op/s" fileName="headroom-throughput" notes={notes}>
          {chart("throughput")}
        </ChartFrame>
      </div>
      {most > LINEAR_MOST ? (
        <label className="mt-2 inline-flex items-center gap-2 text-xs text-muted print:hidden">
          <input type="checkbox" checked={logarithmic} onChange={(event) => setLogarithmic(event.target.checked)} />
          Logarithmic agents axis
        </label>
      ) : null}
    </div>
  );
});
