// A figure over its sessions: each a point, each level a line in the band of the noise floor, each change a dashed line.
import {
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceArea,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import type { FigureTrend } from "../../../comparison/trend/sessions.ts";
import { trendValueText } from "../../../comparison/trend/trend-words.ts";
import { formatChange } from "../../../words/change-text.ts";
import { formatCompact, formatInstant } from "../../../words/format.ts";
import { formatClock } from "../../../words/format-clock.ts";

export interface TrendChartProps {
  readonly trend: FigureTrend;
}

const axis = { fontSize: 13, fill: "var(--color-muted)" } as const;
/** Ticks of a curve that hardly moves are this share of it apart. */
const LEAST_STEP = 0.01;

/** Sessions are a step apart, whenever they were: levels are read by their order. */
function ticksOf(count: number): readonly number[] {
  const most = 6;
  const step = Math.max(1, Math.ceil((count - 1) / (most - 1)));
  return Array.from({ length: Math.ceil(count / step) }, (_, n) => n * step);
}

/** Round figures that hold all points and bands. */
function valueTicks({ points, levels, floor }: FigureTrend): readonly number[] {
  const values = points.flatMap(({ value }) => value ?? []);
  const band = levels.flatMap(({ level }) => [level * Math.exp(-floor), level * Math.exp(floor)]);
  const [low, high] = [Math.min(...values, ...band), Math.max(...values, ...band)];
  const rough = Math.max((high - low) / 4, high * LEAST_STEP);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((digit) => digit * power >= rough) ?? 10);
  const first = Math.floor(low / step);
  return Array.from({ length: Math.ceil(high / step) - first + 1 }, (_, n) => (first + n) * step);
}

export function TrendChart({ trend }: TrendChartProps) {
  const { points, levels, floor, changes } = trend;
  const ticks = valueTicks(trend);
  const data = points.map(({ value }, at) => ({ at, value }));
  return (
    <ResponsiveContainer width="100%" height={280}>
      <ComposedChart data={data} margin={{ top: 20, right: 24, bottom: 4, left: 4 }} accessibilityLayer={false}>
        <CartesianGrid stroke="var(--color-line)" vertical={false} />
        <XAxis
          dataKey="at"
          type="number"
          domain={[-0.5, points.length - 0.5]}
          ticks={[...ticksOf(points.length)]}
          tickFormatter={(at: number) => formatInstant(points[at]?.session.createdAt ?? "").replace(/ \d{4},.*/, "")}
          tick={axis}
          stroke="var(--color-line-strong)"
        />
        <YAxis
          domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]}
          ticks={[...ticks]}
          tickFormatter={formatCompact}
          width={64}
          tick={axis}
          stroke="var(--color-line-strong)"
        />
        {levels.map(({ from, to, level }) => (
          <ReferenceArea
            key={`band ${from}`}
            x1={from - 0.5}
            x2={to - 0.5}
            y1={level * Math.exp(-floor)}
            y2={level * Math.exp(floor)}
            fill="var(--color-series-1)"
            fillOpacity={0.12}
          />
        ))}
        {levels.map(({ from, to, level }) => (
          <ReferenceLine
            key={`level ${from}`}
            segment={[
              { x: from - 0.5, y: level },
              { x: to - 0.5, y: level },
            ]}
            stroke="var(--color-series-1)"
            strokeOpacity={0.6}
          />
        ))}
        {changes.map(({ at, change }) => (
          <ReferenceLine
            key={`change ${at}`}
            x={at - 0.5}
            stroke="var(--color-ink)"
            strokeDasharray="4 4"
            label={{ value: formatChange(change), position: "top", fontSize: 13, fill: "var(--color-ink)" }}
          />
        ))}
        <Line
          dataKey="value"
          stroke="var(--color-series-1)"
          strokeWidth={1.5}
          dot={{ r: 3, fill: "var(--color-series-1)" }}
          connectNulls
          isAnimationActive={false}
        />
        <Tooltip
          isAnimationActive={false}
          content={({ active, label }) => {
            const point = active ? points[Number(label)] : undefined;
            if (point === undefined) return null;
            const { session, value, leftOut } = point;
            return (
              <div className="rounded border border-line-strong bg-panel px-3 py-2 text-xs">
                <p className="font-semibold">{formatClock(session.createdAt, true)}</p>
                <p>{value === null ? `Left out: ${leftOut ?? ""}` : trendValueText(trend, value)}</p>
                <p className="text-muted">{session.browser}</p>
              </div>
            );
          }}
        />
      </ComposedChart>
    </ResponsiveContainer>
  );
}
