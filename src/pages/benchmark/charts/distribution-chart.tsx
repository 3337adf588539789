// A histogram of single ops over a logarithmic axis of time, one filled line for each point of the run.
import { Area, AreaChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { useMemo, useState } from "react";
import type { Sample } from "../../../measurement/run/sample.ts";
import type { Axis } from "../../../scenarios/contract/scenario.ts";
import { formatPercent } from "../../../words/format.ts";
import { columnFormat } from "../../../words/format-duration.ts";
import { type BucketShares, distributionData } from "./distribution-data.ts";
import { roomyLogTicks } from "../../../ui/charts/axis.ts";
import { useSharedRoom } from "../../../ui/charts/shared-room.tsx";
import { seriesLook } from "../../../ui/charts/series-look.ts";
import { type MarkedSeries, MarkLines, marksHeight } from "./mark-lines.tsx";
import type { PercentileMark } from "./percentile-marks.ts";

export interface DistributionChartProps {
  readonly of: string;
  readonly samples: readonly Sample[];
  readonly axis: Axis;
  /** What is marked on each series, by the point of its row. */
  readonly marks: readonly PercentileMark[];
}

const label = { fontSize: 13, fill: "var(--color-muted)" } as const;
/** Second series are dashed, so that colour does not tell alone. */
const dashes = ["0", "6 4", "2 3"] as const;

/** "120 µs", "1.2 ms": each in its own unit, since the axis spans several. */
function timeText(us: number): string {
  const { unit, format } = columnFormat("µs", [us]);
  return `${format(us)} ${unit ?? ""}`;
}

/** Beside the drawing: labels of the left axis, and margins. */
const BESIDE = 76;
/** Room for a label such as "500 µs". */
const TICK_WIDTH = 48;

/** Each series as its marks and its name show it. */
function seriesOf(points: readonly number[], marks: readonly PercentileMark[], axis: Axis): readonly MarkedSeries[] {
  return points.map((point, index) => ({
    name: axis.format(point),
    colour: seriesLook(index).colour,
    dash: dashes[index % dashes.length] ?? "0",
    marks: marks.filter(({ at }) => at === point),
  }));
}

export function DistributionChart({ of, samples, axis, marks }: DistributionChartProps) {
  const { points, buckets } = useMemo(() => distributionData(samples, of), [samples, of]);
  const [width, setWidth] = useState(0);
  const data = buckets.map(({ middle, shares, from, to }) => ({ middle, from, to, ...shares }));
  const [least, most] = [buckets[0]?.from ?? 1, buckets.at(-1)?.to ?? 10];
  const series = seriesOf(
    points.filter((point) => buckets.some(({ shares }) => (shares[String(point)] ?? 0) > 0)),
    marks,
    axis,
  );
  const ticksMost = Math.min(12, Math.max(2, Math.floor((width - BESIDE) / TICK_WIDTH)));
  const room = useSharedRoom({ right: 16, left: 52 });
  if (buckets.length === 0) {
    return <p className="grid h-[280px] place-items-center text-muted">Filled once a trial has ended.</p>;
  }
  return (
    <ResponsiveContainer width="100%" height={280} onResize={setWidth}>
      <AreaChart
        data={data}
        margin={{ top: 8 + marksHeight(series), right: room.right, bottom: 20, left: 8 }}
        accessibilityLayer={false}
      >
        <CartesianGrid stroke="var(--color-line)" strokeWidth={1} vertical={false} />
        <XAxis
          dataKey="middle"
          type="number"
          scale="log"
          domain={[least, most]}
          ticks={roomyLogTicks(least, most, ticksMost)}
          interval="preserveStartEnd"
          minTickGap={6}
          tickFormatter={timeText}
          tick={label}
          stroke="var(--color-line-strong)"
          label={{ value: "Time, logarithmic", position: "insideBottom", offset: -12, ...label }}
        />
        <YAxis tickFormatter={formatPercent} width={room.left} tick={label} stroke="var(--color-line-strong)" />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: "var(--color-line-strong)", strokeDasharray: "2 2" }}
          content={({ active, label: middle }) => {
            const bucket = buckets.find((one) => one.middle === Number(middle));
            return active && bucket !== undefined ? (
              <BucketTooltip bucket={bucket} points={points} axis={axis} />
            ) : null;
          }}
        />
        {points.map((at, index) => (
          <Area
            key={at}
            type="step"
            name={axis.format(at)}
            dataKey={String(at)}
            stroke={seriesLook(index).colour}
            strokeWidth={2}
            strokeDasharray={dashes[index % dashes.length] ?? "0"}
            fill={seriesLook(index).colour}
            fillOpacity={0.12}
            isAnimationActive={false}
            activeDot={false}
          />
        ))}
        <MarkLines series={series} />
      </AreaChart>
    </ResponsiveContainer>
  );
}

interface BucketTooltipProps {
  readonly bucket: BucketShares;
  readonly points: readonly number[];
  readonly axis: Axis;
}

function BucketTooltip({ bucket, points, axis }: BucketTooltipProps) {
  return (
    <div className="rounded border border-line-strong bg-panel px-3 py-2 text-xs">
      <p className="font-semibold">
        {timeText(bucket.from)} to {timeText(bucket.to)}
      </p>
      <dl className="mt-1 grid grid-cols-[1fr_auto] gap-x-4">
        {points.map((at) => (
          <div key={at} className="contents">
            <dt className="text-muted">{axis.format(at)}</dt>
            <dd className="text-right">{formatPercent(bucket.shares[String(at)] ?? 0)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
