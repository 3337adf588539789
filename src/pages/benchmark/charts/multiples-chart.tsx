// Small charts with the same axes beside each other, or below each other on a phone, in one drawing, each line named at its end.
import { useId, useMemo } from "react";
import type { Measure } from "../../../scenarios/contract/measure.ts";
import type { Row } from "../../../scenarios/contract/rows.ts";
import type { Axis } from "../../../scenarios/contract/scenario.ts";
import { formatComputed, formatCount } from "../../../words/format.ts";
import { ChartTooltip, type TooltipRow } from "../../../ui/charts/chart-tooltip.tsx";
import { seriesLook } from "../../../ui/charts/series-look.ts";
import { useWidth } from "../../../ui/charts/use-width.ts";
import { spreadLabels } from "../../../ui/charts/spread-labels.ts";
import { columnsFor, type Multiples, multiplesData, type MultiplesData } from "./multiples-data.ts";

export interface MultiplesChartProps {
  readonly chart: Multiples;
  readonly measure: Measure;
  readonly rows: readonly Row[];
  readonly axis: Axis;
  readonly highlighted: number | null;
  readonly onHighlight: (at: number | null) => void;
  readonly describe: (at: number) => readonly TooltipRow[];
}

const HEIGHT = 250;
const ROOM = { top: 30, bottom: 40, left: 48 } as const;
const LABEL_GAP = 15;
const CHARACTER = 7.6;

/** A long name takes a line for each of its parts. */
function partsOf(name: string): string[] {
  return name.split(/(?<=,) /);
}

/** From values to px within one picture. */
interface Scales {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly right: number;
  readonly bottom: number;
}

function scalesOf({ across, up }: MultiplesData, width: number, labelRoom: number): Scales {
  const [least = 0, most = 1] = [up[0], up.at(-1)];
  const end = across.at(-1) ?? 1;
  const right = width - labelRoom;
  const bottom = HEIGHT - ROOM.bottom;
  const clamp = (value: number): number => Math.min(most, Math.max(least, value));
  return {
    x: (value) => ROOM.left + ((right - ROOM.left) * value) / end,
    y: (value) => bottom - ((bottom - ROOM.top) * (clamp(value) - least)) / (most - least || 1),
    right,
    bottom,
  };
}

interface PanelProps extends Pick<MultiplesChartProps, "highlighted" | "onHighlight"> {
  readonly panel: MultiplesData["panels"][number];
  readonly data: MultiplesData;
  readonly scales: Scales;
  readonly across: string;
}

const small = { fontSize: 13, fill: "var(--color-muted)" } as const;

function Axes({
  panel,
  data: { across, up },
  scales: { x, y, right, bottom },
  across: title,
}: Omit<PanelProps, "highlighted" | "onHighlight">) {
  const apart = (value: number, n: number): boolean => n === 0 || x(value) - x(across[n - 1] ?? 0) > 18;
  return (
    <>
      <text x={ROOM.left} y={16} fontSize={14} fontWeight={600} fill="var(--color-ink)">
        {panel.title}
      </text>
      {up.map((tick) => (
        <g key={tick}>
          <line
            x1={ROOM.left}
            x2={right}
            y1={y(tick)}
            y2={y(tick)}
            stroke={tick === 0 ? "var(--color-line-strong)" : "var(--color-line)"}
          />
          <text x={ROOM.left - 6} y={y(tick)} dy="0.35em" textAnchor="end" {...small}>
            {formatComputed(tick).replace("-", "−")}
          </text>
        </g>
      ))}
      {across.filter(apart).map((tick) => (
        <text key={tick} x={x(tick)} y={bottom + 16} textAnchor="middle" {...small}>
          {formatCount(tick)}
        </text>
      ))}
      <text x={(ROOM.left + right) / 2} y={bottom + 33} textAnchor="middle" {...small}>
        {title}
      </text>
    </>
  );
}

function Panel({ highlighted, onHighlight, ...drawn }: PanelProps) {
  const { panel, scales } = drawn;
  const { x, y, right, bottom } = scales;
  const ends = panel.lines
    .flatMap(({ name, index, points }) => {
      const last = points.at(-1);
      return last === undefined ? [] : [{ name, index, px: x(last.x), py: y(last.value) }];
    })
    .toSorted((a, b) => a.py - b.py);
  const places = spreadLabels(
    ends.map(({ py }) => py),
    LABEL_GAP * Math.max(1, ...ends.map(({ name }) => partsOf(name).length)),
    ROOM.top,
    bottom,
  );
  return (
    <>
      <Axes {...drawn} />
      {panel.lines.map(({ name, index, points }) => {
        const { colour, path } = seriesLook(index);
        return (
          <g key={name}>
            {points.map(({ at, x: across, low, high }) =>
              low === null || high === null ? null : (
                <line
                  key={at}
                  x1={x(across)}
                  x2={x(across)}
                  y1={y(low)}
                  y2={y(high)}
                  stroke={colour}
                  strokeOpacity={0.5}
                />
              ),
            )}
            <polyline
              points={points.map((point) => `${x(point.x)},${y(point.value)}`).join(" ")}
              fill="none"
              stroke={colour}
              strokeWidth={2}
            />
            {points.map(({ at, x: across, value }) => (
              <g key={at} transform={`translate(${x(across)} ${y(value)})`}>
                {at === highlighted ? <circle r={8} fill="var(--color-accent)" fillOpacity={0.2} /> : null}
                <path d={path} fill={colour} stroke={colour} />
                {/* A finger is wider than a mark. */}
                <circle r={12} fill="transparent" onPointerEnter={() => onHighlight(at)} />
              </g>
            ))}
          </g>
        );
      })}
      {(places === null ? [] : ends).map(({ name, index }, n) => (
        <text key={name} x={right + 10} y={places?.[n] ?? 0} fontSize={13} fill={seriesLook(index).colour}>
          {partsOf(name).map((part, line) => (
            <tspan key={part} x={right + 10} dy={line === 0 ? "0.35em" : LABEL_GAP}>
              {part}
            </tspan>
          ))}
        </text>
      ))}
    </>
  );
}

export function MultiplesChart(props: MultiplesChartProps) {
  const { chart, measure, rows, axis, highlighted, onHighlight, describe } = props;
  const { frame, width } = useWidth();
  const id = useId();
  const data = useMemo(() => multiplesData(chart, measure, rows), [chart, measure, rows]);
  const isEmpty = data.across.length === 0;
  const columns = columnsFor(data.panels.length, width);
  const each = Math.floor(width / columns);
  const longest = Math.max(0, ...chart.lines.flatMap(partsOf).map(({ length }) => length));
  const scales = scalesOf(data, each, Math.min(each / 2.2, 18 + Math.ceil(longest * CHARACTER)));
  const height = Math.ceil(data.panels.length / columns) * HEIGHT;
  return (
    <div ref={frame} className="relative" onPointerLeave={() => onHighlight(null)}>
      {isEmpty ? (
        <p className="grid h-[280px] place-items-center px-4 text-center text-muted">{chart.empty}</p>
      ) : width === 0 ? (
        <div className="h-[280px]" />
      ) : (
        <svg className="recharts-surface block" width={width} height={height} aria-labelledby={id}>
          <title id={id}>{chart.title}</title>
          {data.panels.map((panel, n) => (
            <g key={panel.title} transform={`translate(${(n % columns) * each} ${Math.floor(n / columns) * HEIGHT})`}>
              <Panel
                panel={panel}
                data={data}
                scales={scales}
                across={chart.across}
                highlighted={highlighted}
                onHighlight={onHighlight}
              />
            </g>
          ))}
        </svg>
      )}
      {isEmpty || highlighted === null ? null : (
        <div className="pointer-events-none absolute top-0 right-0 z-10">
          <ChartTooltip title={axis.nameOf(highlighted)} rows={describe(highlighted)} />
        </div>
      )}
    </div>
  );
}
