// The chart of throughput against agents: the rows, the laws fitted to them, and the sizes of the plan's processes. Loaded after the page.
import { memo } from "react";
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceDot,
  ResponsiveContainer,
  Scatter,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import type { PlanningCurve } from "../../../../capacity/asked/planning-curve.ts";
import type { BandPoint } from "../../../../laws/fit/curve-bootstrap.ts";
import type { CurveRow } from "../../../../laws/curve.ts";
import { type Law, type LawKind, throughputAt } from "../../../../laws/laws.ts";
import { formatCount, formatMeasured, formatMeasuredCount } from "../../../../words/format.ts";
import { formatEntered } from "../../../../words/format-memory.ts";
import { rateTicksTo, ticksTo } from "../../chart-range.ts";
import { lawLooks } from "./law-looks.ts";

export interface CurveChartProps {
  readonly curve: PlanningCurve;
  readonly laws: readonly Law[];
  /** The 95 % band of the USL; empty while it is worked out, and where there is none. */
  readonly band: readonly BandPoint[];
  /** Sizes of the plan's processes with their throughput. */
  readonly planned: readonly { readonly agents: number; readonly opsPerSecond: number }[];
}

const axis = { fontSize: 13, fill: "var(--color-muted)" } as const;
const STEPS = 60;

/** A tick of op/s: those of a slow curve are below one. */
function rateText(tick: number): string {
  return tick < 1 ? formatMeasured(tick) : formatEntered(tick);
}

interface Point {
  readonly agents: number;
  readonly usl: number | null;
  readonly amdahl: number | null;
  readonly linear: number | null;
  readonly band: readonly [number, number] | null;
}

function pointsOf({ curve, laws, band }: CurveChartProps, end: number, most: number): Point[] {
  const grid = Array.from({ length: STEPS + 1 }, (_, n) => 1 + ((end - 1) * n) / STEPS);
  const bandAt = new Map(band.map(({ agents, low, high }) => [agents, [low, high] as const]));
  const counts = new Set([...grid, ...curve.rows.map(({ agents }) => agents), ...bandAt.keys()]);
  const lawAt = (kind: LawKind, agents: number) => {
    const law = laws.find((known) => known.kind === kind);
    const value = law === undefined ? null : throughputAt(law, agents);
    return value === null || value > most ? null : value;
  };
  return [...counts]
    .sort((a, b) => a - b)
    .map((agents) => {
      return {
        agents,
        usl: lawAt("usl", agents),
        amdahl: lawAt("amdahl", agents),
        linear: lawAt("linear", agents),
        band: bandAt.get(agents) ?? null,
      };
    });
}

export const CurveChart = memo(function CurveChart(props: CurveChartProps) {
  const { curve, laws, planned } = props;
  const last = Math.max(...curve.rows.map(({ agents }) => agents), ...planned.map(({ agents }) => agents));
  const highest = Math.max(...curve.rows.map(({ opsPerSecond }) => opsPerSecond));
  const leftOut = curve.rows.filter(({ agents }) => curve.excluded.includes(agents));
  const agentTicks = ticksTo(last * 1.04);
  const rateTicks = rateTicksTo(highest * 1.15);
  const points = pointsOf(props, last * 1.04, rateTicks.at(-1) ?? highest);
  return (
    <ResponsiveContainer width="100%" height={280}>
      <ComposedChart data={points} margin={{ top: 12, right: 24, bottom: 20, left: 12 }} accessibilityLayer={false}>
        <CartesianGrid stroke="var(--color-line)" vertical={false} />
        <XAxis
          dataKey="agents"
          type="number"
          domain={[0, agentTicks.at(-1) ?? last]}
          ticks={[...agentTicks]}
          tickFormatter={formatCount}
          tick={axis}
          stroke="var(--color-line-strong)"
          label={{ value: "Agents in one process", position: "insideBottom", offset: -12, ...axis }}
        />
        <YAxis
          domain={[0, rateTicks.at(-1) ?? highest]}
          ticks={[...rateTicks]}
          tickFormatter={rateText}
          width={Math.max(72, ...rateTicks.map((tick) => rateText(tick).length * 7.5 + 14))}
          tick={axis}
          stroke="var(--color-line-strong)"
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: "var(--color-line-strong)", strokeDasharray: "2 2" }}
          content={({ active, label }) =>
            active ? (
              <PointText
                point={points.find(({ agents }) => agents === Number(label)) ?? null}
                row={curve.rows.find(({ agents }) => agents === Number(label)) ?? null}
              />
            ) : null
          }
        />
        <Area
          dataKey="band"
          fill={lawLooks.usl.colour}
          fillOpacity={0.14}
          stroke="none"
          connectNulls
          activeDot={false}
          isAnimationActive={false}
        />
        {laws.map(({ kind }) => (
          <Line
            key={kind}
            dataKey={kind}
            stroke={lawLooks[kind].colour}
            strokeWidth={1.5}
            {...(lawLooks[kind].dash === null ? {} : { strokeDasharray: lawLooks[kind].dash })}
            dot={false}
            activeDot={false}
            isAnimationActive={false}
          />
        ))}
        <Scatter
          data={[...curve.included]}
          dataKey="opsPerSecond"
          fill="var(--color-series-1)"
          isAnimationActive={false}
        />
        <Scatter
          data={leftOut}
          dataKey="opsPerSecond"
          fill="var(--color-panel)"
          stroke="var(--color-muted)"
          strokeWidth={1.5}
          shape="cross"
          isAnimationActive={false}
        />
        {planned.map(({ agents, opsPerSecond }, at) => (
          <ReferenceDot
            key={agents}
            x={agents}
            y={opsPerSecond}
            r={7}
            fill="none"
            stroke="var(--color-ink)"
            strokeWidth={2}
            {...(at === 0
              ? { label: { value: "plan", position: "top" as const, fontSize: 13, fill: "var(--color-ink)" } }
              : {})}
          />
        ))}
      </ComposedChart>
    </ResponsiveContainer>
  );
});

function PointText({ point, row }: { readonly point: Point | null; readonly row: CurveRow | null }) {
  if (point === null) return null;
  const rows = [
    { label: "Row", value: row?.opsPerSecond ?? null },
    ...(["usl", "amdahl", "linear"] as const).map((kind) => ({ label: lawLooks[kind].label, value: point[kind] })),
  ];
  return (
    <div className="rounded border border-line-strong bg-panel px-3 py-2 text-xs">
      <p className="font-semibold">{formatMeasuredCount(point.agents, "agent")}</p>
      <dl className="mt-1 grid grid-cols-[auto_auto] gap-x-4">
        {rows.map(({ label, value }) =>
          value === null ? null : (
            <div key={label} className="contents">
              <dt className="text-muted">{label}</dt>
              <dd className="text-right">{formatMeasured(value)} op/s</dd>
            </div>
          ),
        )}
      </dl>
    </div>
  );
}
