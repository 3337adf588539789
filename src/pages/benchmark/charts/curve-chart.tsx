// One curve over the points of a run: the measured line with its band and trials, the limit of the cores, references dashed.
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { useMemo, useState } from "react";
import type { ReferenceSeries } from "../../../results/references/reference.ts";
import { agentTicks, axisTitle, axisWidth, efficiencyTicks, linearTicks, logTicks } from "../../../ui/charts/axis.ts";
import { type ChartData, type ChartPoint, mostDrawn } from "./chart-data.ts";
import { ChartMarker } from "../../../ui/charts/chart-marker.tsx";
import { ChartTooltip, type TooltipRow } from "../../../ui/charts/chart-tooltip.tsx";
import type { Axis } from "../../../scenarios/contract/scenario.ts";
import { type EndLabel, EndLabels, endMargin, hasEndLabels } from "../../../ui/charts/end-labels.tsx";
import { LimitLine, TrialMarks } from "./plot-layers.tsx";
import { seriesLook } from "../../../ui/charts/series-look.ts";
import { useSharedRoom } from "../../../ui/charts/shared-room.tsx";
import { shortName } from "../../../results/references/short-name.ts";

export interface CurveChartProps {
  /** Shares end at 100 %. */
  readonly isShare: boolean;
  readonly axis: Axis;
  readonly data: ChartData;
  readonly references: readonly ReferenceSeries[];
  readonly logarithmic: boolean;
  /** Ends of a logarithmic vertical axis; null where it is linear. */
  readonly verticalLog: { readonly least: number; readonly most: number } | null;
  readonly highlighted: number | null;
  readonly onHighlight: (at: number | null) => void;
  readonly formatTick: (value: number) => string;
  /** What the tooltip says of a point. */
  readonly describe: (at: number) => readonly TooltipRow[];
}

const axis = { fontSize: 13, fill: "var(--color-muted)" } as const;

/** Series of more points are drawn as a line alone: their marks would cover it, and each is an element of the page. */
const MARKED_MOST = 200;

/** The last point of each line that is drawn, with its name. A measured line alone needs none; the limit has its own. */
function lastPoints({ points, limit }: ChartData, references: readonly ReferenceSeries[]): readonly EndLabel[] {
  const lastOf = (valueOf: (point: ChartPoint) => number | null | undefined) => {
    const point = points.findLast((one) => typeof valueOf(one) === "number");
    return point === undefined ? [] : [{ at: point.at, value: valueOf(point) ?? 0 }];
  };
  if (references.length === 0 && limit.length === 0) return [];
  return [
    ...lastOf(({ measured }) => measured).map((point) => ({
      ...point,
      name: "measured",
      colour: seriesLook(0).colour,
    })),
    ...references.flatMap((series, index) =>
      lastOf((point) => point.references[series.id]).map((point) => ({
        ...point,
        name: shortName(series),
        colour: seriesLook(index + 1).colour,
      })),
    ),
  ];
}

export function CurveChart(props: CurveChartProps) {
  const {
    isShare,
    axis: scenarioAxis,
    data,
    references,
    logarithmic,
    verticalLog,
    highlighted,
    onHighlight,
    formatTick,
    describe,
  } = props;
  const [width, setWidth] = useState(0);
  const most = useMemo(() => mostDrawn(data), [data]);
  const labels = useMemo(() => lastPoints(data, references), [data, references]);
  const yTicks = isShare ? efficiencyTicks(most) : linearTicks(most);
  const verticalTicks = verticalLog === null ? yTicks : logTicks(verticalLog.least, verticalLog.most);
  const counts = useMemo(() => data.points.map((point) => point.at), [data.points]);
  const xTicks = agentTicks(counts, logarithmic);
  const xDomain = [logarithmic ? (counts[0] ?? 1) : 0, counts.at(-1) ?? 1];
  const room = useSharedRoom({
    right: endMargin(labels, width),
    left: axisWidth(yTicks.at(-1) ?? most, formatTick),
  });
  return (
    <ResponsiveContainer width="100%" height={280} onResize={setWidth}>
      <ComposedChart
        data={[...data.points]}
        margin={{ top: 8, right: room.right, bottom: 20, left: 8 }}
        onMouseMove={({ activeLabel }) => onHighlight(activeLabel === undefined ? null : Number(activeLabel))}
        onMouseLeave={() => onHighlight(null)}
        accessibilityLayer={false}
      >
        <CartesianGrid stroke="var(--color-line)" strokeWidth={1} vertical={false} />
        <XAxis
          dataKey="at"
          type="number"
          scale={logarithmic ? "log" : "linear"}
          domain={xDomain}
          ticks={[...xTicks]}
          interval="preserveStartEnd"
          minTickGap={8}
          tickFormatter={(at: number) => scenarioAxis.format(at)}
          tick={axis}
          stroke="var(--color-line-strong)"
          label={{ value: axisTitle(scenarioAxis.label, logarithmic), position: "insideBottom", offset: -12, ...axis }}
        />
        <YAxis
          type="number"
          scale={verticalLog === null ? "linear" : "log"}
          domain={verticalLog === null ? [0, yTicks.at(-1) ?? "auto"] : [verticalLog.least, verticalLog.most]}
          allowDataOverflow={verticalLog !== null}
          {...(verticalTicks.length === 0 ? {} : { ticks: [...verticalTicks] })}
          tickFormatter={formatTick}
          width={room.left}
          tick={axis}
          stroke="var(--color-line-strong)"
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: "var(--color-line-strong)", strokeDasharray: "2 2" }}
          content={({ active, label }) =>
            active ? <ChartTooltip rows={describe(Number(label))} title={scenarioAxis.nameOf(Number(label))} /> : null
          }
        />
        <Area
          dataKey="band"
          stroke="none"
          fill="var(--color-series-1)"
          fillOpacity={0.15}
          connectNulls
          isAnimationActive={false}
          activeDot={false}
        />
        <LimitLine limit={data.limit} isNamed={hasEndLabels(width)} />
        {references.map((series, index) => {
          const look = seriesLook(index + 1);
          return (
            <Line
              key={series.id}
              dataKey={`references.${series.id}`}
              stroke={look.colour}
              strokeWidth={1.5}
              strokeOpacity={0.6}
              strokeDasharray="6 4"
              dot={
                series.rows.length > MARKED_MOST
                  ? false
                  : ({ cx, cy, key }) => (
                      <ChartMarker key={key} cx={cx} cy={cy} path={look.path} colour={look.colour} filled={false} />
                    )
              }
              activeDot={false}
              connectNulls
              isAnimationActive={false}
            />
          );
        })}
        <TrialMarks trials={data.trials} />
        <Line
          dataKey="measured"
          stroke="var(--color-series-1)"
          strokeWidth={2}
          dot={({ cx, cy, key }) => (
            <ChartMarker key={key} cx={cx} cy={cy} path={seriesLook(0).path} colour={seriesLook(0).colour} filled />
          )}
          activeDot={false}
          connectNulls
          isAnimationActive={false}
        />
        <EndLabels labels={labels} width={width} />
        {highlighted === null ? null : (
          <ReferenceLine x={highlighted} stroke="var(--color-accent)" strokeWidth={8} strokeOpacity={0.15} />
        )}
      </ComposedChart>
    </ResponsiveContainer>
  );
}
