// Ratios as bars from 1: what gains reaches to the right, what loses to the left, each with its interval, its name and its figure.
import { formatTimes } from "../../../words/format.ts";
import type { Chart } from "../../../scenarios/contract/chart.ts";
import type { Row } from "../../../scenarios/contract/rows.ts";
import type { Axis } from "../../../scenarios/contract/scenario.ts";
import { useWidth } from "../../../ui/charts/use-width.ts";
import { barsData } from "./bars-data.ts";

export interface BarsChartProps {
  readonly chart: Extract<Chart, { readonly kind: "bars" }>;
  readonly rows: readonly Row[];
  readonly axis: Axis;
  readonly highlighted: number | null;
  readonly onHighlight: (at: number | null) => void;
}

const ROW_HEIGHT = 36;
/** What a name over its bar takes of that. */
const NAME_HEIGHT = 16;
const FOOT = 28;
/** Room for the figure at the end of each row. */
const FIGURE_ROOM = 92;
/** Under this width a name is over its bar, and not beside it. */
const WIDE = 560;
const NAME_ROOM = 228;
const small = { fontSize: 13, fill: "var(--color-muted)" } as const;

export function BarsChart({ chart, rows, axis, highlighted, onHighlight }: BarsChartProps) {
  const { frame, width } = useWidth();
  const { bars, least, most, ticks } = barsData(rows, chart.measure);
  const isWide = width >= WIDE;
  const left = isWide ? NAME_ROOM : 8;
  const right = Math.max(left + 40, width - FIGURE_ROOM);
  const height = bars.length === 0 ? 0 : bars.length * ROW_HEIGHT + FOOT;
  const x = (ratio: number): number => left + ((right - left) * Math.log(ratio / least)) / Math.log(most / least);
  const clamped = (ratio: number): number => x(Math.min(most, Math.max(least, ratio)));
  return (
    <div ref={frame}>
      {bars.length === 0 ? (
        <p className="grid h-[280px] place-items-center px-4 text-center text-muted">{chart.empty}</p>
      ) : null}
      <svg width={width} height={height} aria-hidden>
        {ticks.map((tick, index) => (
          <g key={tick}>
            {bars.map(({ at }, row) => (
              <line
                key={at}
                x1={x(tick)}
                x2={x(tick)}
                y1={row * ROW_HEIGHT + (isWide ? 0 : NAME_HEIGHT)}
                y2={(row + 1) * ROW_HEIGHT}
                stroke={tick === 1 ? "var(--color-ink)" : "var(--color-line)"}
              />
            ))}
            <text
              x={x(tick)}
              y={height - 10}
              textAnchor={index === 0 && !isWide ? "start" : index === ticks.length - 1 ? "end" : "middle"}
              {...small}
            >
              {formatTimes(tick).replace(" times", "×")}
            </text>
          </g>
        ))}
        {bars.map(({ at, ratio, interval }, index) => {
          const top = index * ROW_HEIGHT;
          const middle = top + (isWide ? ROW_HEIGHT / 2 : 25);
          const [from, to] = ratio < 1 ? [clamped(ratio), x(1)] : [x(1), clamped(ratio)];
          return (
            <g key={at} onMouseEnter={() => onHighlight(at)} onMouseLeave={() => onHighlight(null)}>
              <rect
                x={0}
                y={top}
                width={width}
                height={ROW_HEIGHT}
                fill={highlighted === at ? "var(--color-accent)" : "transparent"}
                fillOpacity={0.12}
              />
              <text x={isWide ? 0 : left} y={isWide ? middle + 4 : top + 12} fontSize={13} fill="var(--color-ink)">
                {axis.format(at)}
              </text>
              <rect
                x={from}
                y={middle - 6}
                width={Math.max(1, to - from)}
                height={12}
                fill={ratio < 1 ? "var(--color-series-2)" : "var(--color-series-1)"}
              />
              {interval === null ? null : (
                <path
                  d={`M${clamped(interval.low)} ${middle}H${clamped(interval.high)}M${clamped(interval.low)} ${middle - 4}v8M${clamped(interval.high)} ${middle - 4}v8`}
                  stroke="var(--color-ink)"
                  fill="none"
                />
              )}
              <text x={width} y={middle + 4} textAnchor="end" fontSize={13} fill="var(--color-ink)">
                {formatTimes(ratio).replace(" times", "×")}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}
