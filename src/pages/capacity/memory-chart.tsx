// The chart of memory against agents, with the budget and the guideline zones. Loaded after the page, since Recharts is large.
import {
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceArea,
  ReferenceDot,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { memoryFor } from "../../capacity/memory/memory.ts";
import { constantsOf, type CalculatorSettings } from "../../capacity/memory/calculator-settings.ts";
import { formatCount, formatCounted } from "../../words/format.ts";
import { formatMegabytes } from "../../words/format-memory.ts";
import { budgetText } from "./answer-text.ts";
import { chartRange } from "./chart-range.ts";

const axis = { fontSize: 13, fill: "var(--color-muted)" } as const;

export function MemoryChart({ settings }: { readonly settings: CalculatorSettings }) {
  const { agentsMost, points, zones, budgetMB, agentTicks, memoryTicks } = chartRange(settings);
  const here = memoryFor(settings.agents, constantsOf(settings), settings.reading).totalMB;
  return (
    <ResponsiveContainer width="100%" height={280}>
      <ComposedChart
        data={[...points]}
        margin={{ top: 24, right: 16, bottom: 20, left: 12 }}
        accessibilityLayer={false}
      >
        {zones.map(({ label, shortLabel, from, to }, n) => (
          <ReferenceArea
            key={label}
            x1={from}
            x2={to}
            fill="var(--color-muted)"
            fillOpacity={n % 2 === 0 ? 0.1 : 0.03}
            ifOverflow="hidden"
            label={{ value: shortLabel, position: "top", ...axis }}
          />
        ))}
        <CartesianGrid stroke="var(--color-line)" vertical={false} />
        <XAxis
          dataKey="agents"
          type="number"
          domain={[0, agentsMost]}
          ticks={agentTicks}
          tickFormatter={formatCount}
          tick={axis}
          stroke="var(--color-line-strong)"
          label={{ value: "Agents", position: "insideBottom", offset: -12, ...axis }}
        />
        <YAxis
          domain={[0, memoryTicks.at(-1) ?? 0]}
          ticks={memoryTicks}
          tickFormatter={formatCount}
          width={64}
          tick={axis}
          stroke="var(--color-line-strong)"
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: "var(--color-line-strong)", strokeDasharray: "2 2" }}
          content={({ active, label }) => (active ? <PointText settings={settings} agents={Number(label)} /> : null)}
        />
        <Line
          dataKey="other"
          stroke="var(--color-muted)"
          strokeDasharray="6 4"
          dot={false}
          activeDot={false}
          isAnimationActive={false}
        />
        <Line
          dataKey="chosen"
          stroke="var(--color-series-1)"
          strokeWidth={2}
          dot={false}
          activeDot={{ r: 3 }}
          isAnimationActive={false}
        />
        {budgetMB === null ? null : (
          <ReferenceLine
            y={budgetMB}
            stroke="var(--color-ink)"
            strokeDasharray="1 4"
            strokeLinecap="round"
            label={{
              value: `budget ${budgetText(settings)}`,
              position: budgetMB > (memoryTicks.at(-1) ?? 0) / 2 ? "insideBottomLeft" : "insideBottomRight",
              ...axis,
              fill: "var(--color-ink)",
            }}
          />
        )}
        <ReferenceDot
          x={settings.agents}
          y={here}
          r={5}
          fill="var(--color-series-1)"
          stroke="var(--color-panel)"
          strokeWidth={2}
          label={{
            value: formatCounted(settings.agents, "agent"),
            position: settings.agents > agentsMost * 0.75 ? "left" : "right",
            offset: 12,
            dy: settings.agents > agentsMost * 0.75 ? -10 : 12,
            fontSize: 13,
            fill: "var(--color-ink)",
          }}
        />
      </ComposedChart>
    </ResponsiveContainer>
  );
}

function PointText({ settings, agents }: { readonly settings: CalculatorSettings; readonly agents: number }) {
  const constants = constantsOf(settings);
  return (
    <div className="rounded border border-line-strong bg-panel px-3 py-2 text-xs">
      <p className="font-semibold">{formatCounted(agents, "agent")}</p>
      <dl className="mt-1 grid grid-cols-[auto_auto] gap-x-4">
        <dt className="text-muted">Compounding</dt>
        <dd className="text-right">{formatMegabytes(memoryFor(agents, constants, "compounding").totalMB)} MB</dd>
        <dt className="text-muted">Cache on agent memory only</dt>
        <dd className="text-right">{formatMegabytes(memoryFor(agents, constants, "agents-only").totalMB)} MB</dd>
      </dl>
    </div>
  );
}
