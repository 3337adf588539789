// The curve as a small drawing for paper: rows as points, straight lines between them, and rings at the sizes of the plan.
import type { PlanningCurve } from "../../../../capacity/asked/planning-curve.ts";
import { formatComputed, formatCounted } from "../../../../words/format.ts";

export interface CurveSketchProps {
  readonly curve: PlanningCurve;
  readonly planned: readonly { readonly agents: number; readonly opsPerSecond: number }[];
}

const WIDTH = 320;
const HEIGHT = 120;
const LEFT = 46;
const BOTTOM = 20;
const TOP = 8;

export function CurveSketch({ curve, planned }: CurveSketchProps) {
  const rows = curve.included;
  const agentsMost = Math.max(1, ...rows.map(({ agents }) => agents));
  const opsMost = Math.max(1e-9, ...rows.map(({ opsPerSecond }) => opsPerSecond));
  const x = (agents: number): number => LEFT + (agents / agentsMost) * (WIDTH - LEFT - 8);
  const y = (ops: number): number => HEIGHT - BOTTOM - (ops / opsMost) * (HEIGHT - BOTTOM - TOP);
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label="Throughput of one process by agents"
    >
      <path d={`M${LEFT} ${TOP}V${HEIGHT - BOTTOM}H${WIDTH - 8}`} fill="none" stroke="currentColor" strokeWidth={0.5} />
      <g fontSize={9} fill="currentColor">
        <text x={LEFT - 4} y={TOP + 6} textAnchor="end">
          {formatComputed(opsMost)}
        </text>
        <text x={LEFT - 4} y={HEIGHT - BOTTOM} textAnchor="end">
          0 op/s
        </text>
        <text x={LEFT} y={HEIGHT - 6}>
          0
        </text>
        <text x={WIDTH - 8} y={HEIGHT - 6} textAnchor="end">
          {formatCounted(agentsMost, "agent")} in one process
        </text>
      </g>
      <polyline
        points={rows.map(({ agents, opsPerSecond }) => `${x(agents)},${y(opsPerSecond)}`).join(" ")}
        fill="none"
        stroke="currentColor"
      />
      {rows.map(({ agents, opsPerSecond }) => (
        <circle key={agents} cx={x(agents)} cy={y(opsPerSecond)} r={2} fill="currentColor" />
      ))}
      {planned.map(({ agents, opsPerSecond }) => (
        <circle key={agents} cx={x(agents)} cy={y(opsPerSecond)} r={5} fill="none" stroke="currentColor" />
      ))}
    </svg>
  );
}
