// One metric of several results over each other, each with its own colour, shape and interval. Loaded after the page.
import { Area, CartesianGrid, ComposedChart, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { useMemo, useState } from "react";
import { formatCount } from "../../../words/format.ts";
import { agentTicks, axisWidth, logTicks } from "../../../ui/charts/axis.ts";
import { ChartMarker } from "../../../ui/charts/chart-marker.tsx";
import { ChartTooltip, type TooltipRow } from "../../../ui/charts/chart-tooltip.tsx";
import { type EndLabel, EndLabels, endMargin } from "../../../ui/charts/end-labels.tsx";
import { seriesLook } from "../../../ui/charts/series-look.ts";
import type { ComparedPoint } from "./compare-curve-data.ts";

export interface CompareChartProps {
  readonly points: readonly ComparedPoint[];
  readonly names: readonly string[];
  /** What points count, such as "Agents". */
  readonly across: string;
  readonly isLogAcross: boolean;
  /** Ends of a logarithmic vertical axis; null where it is linear. */
  readonly verticalLog: { readonly least: number; readonly most: number } | null;
  readonly most: number;
  readonly formatTick: (value: number) => string;
  /** What is said of a point. */
  readonly describe: (at: number) => { readonly title: string; readonly rows: readonly TooltipRow[] };
}

const axis = { fontSize: 13, fill: "var(--color-muted)" } as const;

/** Of longer names the number stands at the end of their line; the legend has them whole. */
const NAME_MOST = 18;

/** The last point of each line. */
function lastPoints(points: readonly ComparedPoint[], names: readonly string[]): readonly EndLabel[] {
  return names.flatMap((name, place) => {
    const last = points.findLast(({ middles }) => typeof middles[place] === "number");
    const short = name.length > NAME_MOST ? String(place + 1) : name;
    return last === undefined
      ? []
      : [{ name: short, colour: seriesLook(place).colour, at: last.at, value: last.middles[place] ?? 0 }];
  });
}

export function CompareChart(props: CompareChartProps) {
  const { points, names, across, isLogAcross, verticalLog, most, formatTick, describe } = props;
  const [width, setWidth] = useState(0);
  const labels = useMemo(() => lastPoints(points, names), [points, names]);
  const places = points.map(({ at }) => at);
  return (
    <ResponsiveContainer width="100%" height={280} onResize={setWidth}>
      <ComposedChart
        data={[...points]}
        margin={{ top: 8, right: endMargin(labels, width), bottom: 20, left: 8 }}
        accessibilityLayer={false}
      >
        <CartesianGrid stroke="var(--color-line)" strokeWidth={1} vertical={false} />
        <XAxis
          dataKey="at"
          type="number"
          scale={isLogAcross ? "log" : "linear"}
          domain={[isLogAcross ? (places[0] ?? 1) : 0, places.at(-1) ?? 1]}
          ticks={[...agentTicks(places, isLogAcross)]}
          interval="preserveStartEnd"
          minTickGap={8}
          tickFormatter={formatCount}
          tick={axis}
          stroke="var(--color-line-strong)"
          label={{ value: across, position: "insideBottom", offset: -12, ...axis }}
        />
        <YAxis
          type="number"
          scale={verticalLog === null ? "linear" : "log"}
          domain={verticalLog === null ? [0, "auto"] : [verticalLog.least, verticalLog.most]}
          allowDataOverflow={verticalLog !== null}
          {...(verticalLog === null ? {} : { ticks: logTicks(verticalLog.least, verticalLog.most) })}
          tickFormatter={formatTick}
          width={axisWidth(most, formatTick)}
          tick={axis}
          stroke="var(--color-line-strong)"
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: "var(--color-line-strong)", strokeDasharray: "2 2" }}
          content={({ active, label }) => (active ? <ChartTooltip {...describe(Number(label))} /> : null)}
        />
        {names.map((name, at) => (
          <Area
            key={`band ${name}`}
            dataKey={`bands[${at}]`}
            stroke="none"
            fill={seriesLook(at).colour}
            fillOpacity={0.15}
            connectNulls
            isAnimationActive={false}
            activeDot={false}
          />
        ))}
        {names.map((name, at) => {
          const { colour, path } = seriesLook(at);
          return (
            <Line
              key={name}
              dataKey={`middles[${at}]`}
              stroke={colour}
              strokeWidth={2}
              dot={({ cx, cy, key }) => <ChartMarker key={key} cx={cx} cy={cy} path={path} colour={colour} filled />}
              activeDot={false}
              connectNulls
              isAnimationActive={false}
            />
          );
        })}
        <EndLabels labels={labels} width={width} />
      </ComposedChart>
    </ResponsiveContainer>
  );
}
