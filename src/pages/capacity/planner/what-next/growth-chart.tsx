// The chart of growth: demand over the months as a line, and what each month's plan carries as steps. Loaded after the page.
import { CartesianGrid, ComposedChart, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { dateOf } from "../../../../capacity/asked/calendar.ts";
import type { GrowthPlan } from "../../../../capacity/answer/growth.ts";
import type { PlanRequest } from "../../../../capacity/plan/plan.ts";
import { ticksTo } from "../../chart-range.ts";
import { formatCompact, formatComputed, formatCount } from "../../../../words/format.ts";

const axis = { fontSize: 13, fill: "var(--color-muted)" } as const;

export function GrowthChart({ growth, request }: { readonly growth: GrowthPlan; readonly request: PlanRequest }) {
  const points = growth.steps.map(({ day, amount, plan }) => ({
    day,
    demand: amount,
    carried:
      plan === null
        ? null
        : request.demand.kind === "throughput"
          ? plan.survivingOpsPerSecond / (1 + request.headroomShare)
          : plan.survivingAgents,
  }));
  const ticks = ticksTo(Math.max(...points.flatMap(({ demand, carried }) => [demand, carried ?? 0])));
  return (
    <ResponsiveContainer width="100%" height={280}>
      <ComposedChart data={points} margin={{ top: 16, right: 76, bottom: 4, left: 12 }} accessibilityLayer={false}>
        <CartesianGrid stroke="var(--color-line)" vertical={false} />
        <XAxis
          dataKey="day"
          type="number"
          domain={["dataMin", "dataMax"]}
          tickFormatter={(day: number) => dateOf(Math.round(day)).slice(0, 7)}
          tick={axis}
          minTickGap={24}
          stroke="var(--color-line-strong)"
        />
        <YAxis
          domain={[0, ticks.at(-1) ?? 0]}
          ticks={[...ticks]}
          tickFormatter={tickText}
          width={72}
          tick={axis}
          stroke="var(--color-line-strong)"
        />
        <Tooltip
          isAnimationActive={false}
          content={({ active, label }) => {
            const point = active ? points.find(({ day }) => day === Number(label)) : undefined;
            if (point === undefined) return null;
            return (
              <div className="rounded border border-line-strong bg-panel px-3 py-2 text-xs">
                <p className="font-semibold">{dateOf(point.day)}</p>
                <p>Demand {formatComputed(point.demand)}</p>
                <p>Carried {point.carried === null ? "no plan" : formatComputed(point.carried)}</p>
              </div>
            );
          }}
        />
        <Line
          dataKey="carried"
          type="stepBefore"
          stroke="var(--color-series-3)"
          strokeWidth={2}
          dot={false}
          isAnimationActive={false}
          label={(props) => endLabel(props, points.length, "carried", "var(--color-series-3)", -10)}
        />
        <Line
          dataKey="demand"
          stroke="var(--color-series-1)"
          strokeWidth={2}
          dot={false}
          isAnimationActive={false}
          label={(props) => endLabel(props, points.length, "demand", "var(--color-series-1)", 12)}
        />
      </ComposedChart>
    </ResponsiveContainer>
  );
}

/** Large figures are written in short, so that they fit beside the axis. */
function tickText(value: number): string {
  return value < 1e7 ? formatCount(value) : formatCompact(value);
}

interface LabelPlace {
  readonly x?: number | string | undefined;
  readonly y?: number | string | undefined;
  readonly index?: number | undefined;
}

function endLabel({ x, y, index }: LabelPlace, count: number, text: string, colour: string, dy: number) {
  if (index !== count - 1 || x === undefined || y === undefined) return <g />;
  return (
    <text x={Number(x) + 6} y={Number(y) + dy} fontSize={13} fill={colour} dominantBaseline="middle">
      {text}
    </text>
  );
}
