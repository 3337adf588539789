// How several measures respond to the points of a run: one line for each, the limit dotted, points that failed marked.
import {
  CartesianGrid,
  ComposedChart,
  Label,
  Legend,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { useMemo, useState } from "react";
import type { Measure } from "../../../scenarios/contract/measure.ts";
import type { Row } from "../../../scenarios/contract/rows.ts";
import type { Axis } from "../../../scenarios/contract/scenario.ts";
import { formatCount, formatMeasured } from "../../../words/format.ts";
import { axisTitle, linearTicks, logTicks } from "../../../ui/charts/axis.ts";
import { ChartMarker } from "../../../ui/charts/chart-marker.tsx";
import { ChartTooltip, type TooltipRow } from "../../../ui/charts/chart-tooltip.tsx";
import { EmptyChart } from "../../../ui/charts/empty-chart.tsx";
import { FailedMarks } from "./plot-layers.tsx";
import { CROSS } from "./plot-paths.ts";
import { nearAnswer, responseData } from "./response-data.ts";
import { EndLabels, endMargin, hasEndLabels } from "../../../ui/charts/end-labels.tsx";
import { type LegendEntry, MarkLegend } from "./mark-legend.tsx";
import { useSharedRoom } from "../../../ui/charts/shared-room.tsx";
import { seriesLook } from "../../../ui/charts/series-look.ts";

export interface ResponseChartProps {
  readonly axis: Axis;
  readonly rows: readonly Row[];
  readonly measures: readonly Measure[];
  /** What is shown while there is nothing. */
  readonly empty: string;
  readonly limitUs: number | null;
  /** The point that answers the run's question, marked; null where no single one does. */
  readonly answerAt: number | null;
  readonly highlighted: number | null;
  readonly onHighlight: (at: number | null) => void;
  readonly describe: (at: number) => readonly TooltipRow[];
}

const text = { fontSize: 13, fill: "var(--color-muted)" } as const;

const LATE: LegendEntry = { label: "late", colour: "var(--color-bad)", path: CROSS, isOpen: true };

const HEIGHT = 280;
/** What the switch below it takes, px. */
const SWITCH_HEIGHT = 28;

/** "p95 latency" → "p95", "rounds to find, talking" → "talking": what tells a line from the others. */
function shortName(label: string): string {
  return label.replace(" latency", "").replace(/^.*, /, "");
}

export function ResponseChart(props: ResponseChartProps) {
  const { axis, measures, empty, limitUs, answerAt, highlighted, onHighlight, describe } = props;
  const [isWhole, setIsWhole] = useState(false);
  const near = useMemo(() => nearAnswer(props.rows, answerAt), [props.rows, answerAt]);
  const isCut = near.length < props.rows.length;
  const rows = isWhole ? props.rows : near;
  const { points, failed, scale, suffix, least, most } = useMemo(
    () => responseData(rows, measures, limitUs),
    [rows, measures, limitUs],
  );
  const [width, setWidth] = useState(0);
  const labels = useMemo(
    () =>
      measures.flatMap(({ id, label }, index) => {
        const last = points.findLast(({ values }) => typeof values[id] === "number");
        return last === undefined
          ? []
          : [
              {
                name: shortName(label),
                colour: seriesLook(index).colour,
                at: last.at,
                value: last.values[id] ?? 0,
              },
            ];
      }),
    [points, measures],
  );
  const counts = points.map(({ at }) => at);
  // The first and the last count are ticks too: where a search began and ended is asked first.
  const ends = [counts[0] ?? 1, ...(answerAt === null ? [] : [answerAt]), counts.at(-1) ?? 10];
  const xTicks = [...new Set([...logTicks(counts[0] ?? 1, counts.at(-1) ?? 10), ...ends])].sort((a, b) => a - b);
  const yTicks = scale === "log" ? logTicks(least, most) : linearTicks(most);
  const legendHeight = hasEndLabels(width) ? 24 : 44;
  const room = useSharedRoom({ right: endMargin(labels, width), left: 52 });
  return (
    <>
      {/* Axes are drawn before there are points: the first drawing of a chart is costly, and is not to fall into a run. */}
      {points.length > 0 ? null : <EmptyChart text={empty} />}
      <ResponsiveContainer width="100%" height={isCut ? HEIGHT - SWITCH_HEIGHT : HEIGHT} onResize={setWidth}>
        <ComposedChart
          data={[...points]}
          margin={{ top: 8, right: room.right, bottom: 20, left: 8 }}
          onMouseMove={({ activeLabel }) => onHighlight(activeLabel === undefined ? null : Number(activeLabel))}
          onMouseLeave={() => onHighlight(null)}
          accessibilityLayer={false}
        >
          <CartesianGrid stroke="var(--color-line)" strokeWidth={1} vertical={false} />
          <XAxis
            dataKey="at"
            type="number"
            scale="log"
            domain={[counts[0] ?? 1, counts.at(-1) ?? 10]}
            ticks={xTicks}
            interval="preserveStartEnd"
            minTickGap={8}
            tickFormatter={formatCount}
            tick={text}
            stroke="var(--color-line-strong)"
            label={{ value: axisTitle(axis.label, true), position: "insideBottom", offset: -12, ...text }}
          />
          <YAxis
            type="number"
            scale={scale}
            domain={[least, most]}
            ticks={yTicks}
            tickFormatter={(value: number) => `${formatMeasured(value)}${suffix}`}
            width={room.left}
            tick={text}
            stroke="var(--color-line-strong)"
            allowDataOverflow
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: "var(--color-line-strong)", strokeDasharray: "2 2" }}
            content={({ active, label }) =>
              active ? <ChartTooltip rows={describe(Number(label))} title={axis.nameOf(Number(label))} /> : null
            }
          />
          <Legend
            verticalAlign="top"
            height={legendHeight}
            content={() => (
              <MarkLegend
                entries={[
                  ...(hasEndLabels(width)
                    ? []
                    : measures.map(({ label }, index) => ({ label: shortName(label), ...seriesLook(index) }))),
                  ...(failed.length === 0 ? [] : [LATE]),
                ]}
              />
            )}
          />
          {limitUs === null ? null : (
            <ReferenceLine y={limitUs / 1_000} stroke="var(--color-ink)" strokeDasharray="1 4" strokeLinecap="round">
              <Label
                value={`limit ${formatMeasured(limitUs / 1_000)} ms`}
                position="insideTopLeft"
                fontSize={13}
                fill="var(--color-ink)"
              />
            </ReferenceLine>
          )}
          {answerAt === null ? null : (
            <ReferenceLine x={answerAt} stroke="var(--color-good)" strokeWidth={2}>
              <Label
                value={axis.nameOf(answerAt)}
                position="insideTopRight"
                fontSize={13}
                fontWeight={600}
                fill="var(--color-good)"
              />
            </ReferenceLine>
          )}
          {measures.map(({ id, label }, index) => {
            const look = seriesLook(index);
            return (
              <Line
                key={id}
                name={label}
                dataKey={`values.${id}`}
                stroke={look.colour}
                strokeWidth={2}
                dot={({ cx, cy, key }) => (
                  <ChartMarker key={key} cx={cx} cy={cy} path={look.path} colour={look.colour} filled />
                )}
                activeDot={false}
                connectNulls
                isAnimationActive={false}
              />
            );
          })}
          <FailedMarks failed={failed} />
          <EndLabels labels={labels} width={width} />
          {highlighted === null ? null : (
            <ReferenceLine x={highlighted} stroke="var(--color-accent)" strokeWidth={8} strokeOpacity={0.15} />
          )}
        </ComposedChart>
      </ResponsiveContainer>
      {isCut ? (
        <label className="inline-flex min-h-6 items-center gap-2 text-xs text-muted print:hidden">
          <input type="checkbox" checked={isWhole} onChange={(event) => setIsWhole(event.target.checked)} />
          From the first count on
        </label>
      ) : null}
    </>
  );
}
