// A histogram of single ops over a logarithmic axis of time, one filled line for each point of the run.
import { Area, AreaChart, CartesianGrid, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { useMemo } from "react";
import type { Sample } from "../../../measurement/run/sample.ts";
import type { Axis } from "../../../scenarios/contract/scenario.ts";
import { formatPercent } from "../../../words/format.ts";
import { durationUnitOf, formatDuration } from "../../../words/format-duration.ts";
import { type BucketShares, distributionData } from "./distribution-data.ts";
import { seriesLook } from "../../../ui/charts/series-look.ts";

export interface DistributionChartProps {
  readonly of: string;
  readonly samples: readonly Sample[];
  readonly axis: Axis;
}

const label = { fontSize: 12, fill: "var(--color-muted)" } as const;
/** Second series are dashed, so that colour does not tell alone. */
const dashes = ["0", "6 4", "2 3"] as const;

/** "120 µs", "1.2 ms": each in its own unit, since the axis spans several. */
function timeText(us: number): string {
  const unit = durationUnitOf([us]);
  return `${formatDuration(us, unit, 0)} ${unit}`;
}

/** Powers of ten within the buckets, and their ends where there is none. */
function ticksOf(buckets: readonly BucketShares[]): number[] {
  const least = buckets[0]?.from ?? 1;
  const most = buckets.at(-1)?.to ?? 10;
  const powers = Array.from({ length: 12 }, (_, power) => 10 ** power).filter((tick) => tick >= least && tick <= most);
  return powers.length >= 2 ? powers : [least, Math.sqrt(least * most), most];
}

export function DistributionChart({ of, samples, axis }: DistributionChartProps) {
  const { points, buckets } = useMemo(() => distributionData(samples, of), [samples, of]);
  if (buckets.length === 0) {
    return <p className="grid h-[280px] place-items-center text-muted">Filled once a trial has ended.</p>;
  }
  const data = buckets.map(({ middle, shares, from, to }) => ({ middle, from, to, ...shares }));
  return (
    <ResponsiveContainer width="100%" height={280}>
      <AreaChart data={data} margin={{ top: 8, right: 16, bottom: 20, left: 8 }} accessibilityLayer={false}>
        <CartesianGrid stroke="var(--color-line)" strokeWidth={1} vertical={false} />
        <XAxis
          dataKey="middle"
          type="number"
          scale="log"
          domain={[buckets[0]?.from ?? 1, buckets.at(-1)?.to ?? 10]}
          ticks={ticksOf(buckets)}
          tickFormatter={timeText}
          tick={label}
          stroke="var(--color-line-strong)"
          label={{ value: "Latency, logarithmic", position: "insideBottom", offset: -12, ...label }}
        />
        <YAxis tickFormatter={formatPercent} width={52} tick={label} stroke="var(--color-line-strong)" />
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
        <Legend verticalAlign="top" align="right" iconType="plainline" wrapperStyle={{ fontSize: 12 }} />
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
