// Single samples in the order of a run, a line for each series: how a level moves while something is done again and again.
import { CartesianGrid, ComposedChart, Legend, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { useState } from "react";
import type { Chart } from "../../../scenarios/contract/chart.ts";
import { axisWidth } from "../../../ui/charts/axis.ts";
import { ChartMarker } from "../../../ui/charts/chart-marker.tsx";
import { ChartTooltip } from "../../../ui/charts/chart-tooltip.tsx";
import { useSharedRoom } from "../../../ui/charts/shared-room.tsx";
import { seriesLook } from "../../../ui/charts/series-look.ts";
import { formatCount } from "../../../words/format.ts";
import { formatMegabytes as formatLevel } from "../../../words/format-memory.ts";
import { EmptyChart } from "../../../ui/charts/empty-chart.tsx";
import { hasEndLabels } from "../../../ui/charts/end-labels.tsx";
import { MarkLegend } from "./mark-legend.tsx";
import type { TraceData } from "./trace-data.ts";

export interface TraceChartProps {
  readonly chart: Extract<Chart, { readonly kind: "trace" }>;
  readonly data: TraceData;
}

/** More marks than these hide the line that they stand on. */
const MARKS_MOST = 20;

/** Where a line has its marks: at every point, or at some of many, evenly, the last one with them. */
function markedPlaces(points: readonly { readonly x: number }[]): ReadonlySet<number> {
  const step = Math.ceil(points.length / MARKS_MOST);
  return new Set(points.filter((_, n) => (points.length - 1 - n) % step === 0).map(({ x }) => x));
}

const text = { fontSize: 12, fill: "var(--color-muted)" } as const;

export function TraceChart({ chart, data }: TraceChartProps) {
  const { lines, across, up, unit } = data;
  const [width, setWidth] = useState(0);
  /** Every point with the name of its line, so that one row of data is one place across. */
  const rows = lines
    .flatMap(({ name, points }) => points.map(({ x, y }) => ({ x, [name]: y, name, y })))
    .sort((a, b) => a.x - b.x);
  const legendHeight = hasEndLabels(width) ? 24 : 44;
  const room = useSharedRoom({ right: 16, left: axisWidth(up.most, formatLevel) });
  return (
    <>
      {/* Axes are drawn before there are points: the first drawing of a chart is costly, and is not to fall into a run. */}
      {lines.length > 0 ? null : <EmptyChart text={chart.empty} />}
      <ResponsiveContainer width="100%" height={280} onResize={setWidth}>
        <ComposedChart
          data={rows}
          margin={{ top: 8, right: room.right, bottom: 20, left: 8 }}
          accessibilityLayer={false}
        >
          <CartesianGrid stroke="var(--color-line)" strokeWidth={1} vertical={false} />
          <XAxis
            dataKey="x"
            type="number"
            domain={[across.least, across.most]}
            ticks={[...across.ticks]}
            tickFormatter={formatCount}
            tick={text}
            stroke="var(--color-line-strong)"
            label={{ value: chart.across, position: "insideBottom", offset: -12, ...text }}
          />
          <YAxis
            type="number"
            domain={[up.least, up.most]}
            ticks={[...up.ticks]}
            tickFormatter={formatLevel}
            width={room.left}
            tick={text}
            stroke="var(--color-line-strong)"
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: "var(--color-line-strong)", strokeDasharray: "2 2" }}
            content={({ active, label }) => {
              const row = rows.find(({ x }) => x === Number(label));
              return active && row !== undefined ? (
                <ChartTooltip
                  title={`${chart.across}: ${formatCount(row.x)}`}
                  rows={[{ label: row.name, value: `${formatLevel(row.y)} ${unit}` }]}
                />
              ) : null;
            }}
          />
          {/* Lines follow each other: names at their ends would lie on what comes behind them. */}
          <Legend
            verticalAlign="top"
            height={legendHeight}
            content={() => (
              <MarkLegend entries={lines.map(({ name, place }) => ({ label: name, ...seriesLook(place) }))} />
            )}
          />
          {lines.map(({ name, place, points }) => {
            const look = seriesLook(place);
            const marked = markedPlaces(points);
            return (
              <Line
                key={name}
                name={name}
                dataKey={name}
                stroke={look.colour}
                strokeWidth={2}
                dot={({ cx, cy, key, value, index }) =>
                  typeof value === "number" && marked.has(rows[index]?.x ?? Number.NaN) ? (
                    <ChartMarker key={key} cx={cx} cy={cy} path={look.path} colour={look.colour} filled />
                  ) : (
                    <g key={key} />
                  )
                }
                activeDot={false}
                connectNulls
                isAnimationActive={false}
              />
            );
          })}
        </ComposedChart>
      </ResponsiveContainer>
    </>
  );
}
