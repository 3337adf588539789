// Vertical lines on a chart with their labels above it, one row for each series, and above these the names of all series. They are part
// of the drawing, so that a saved picture has them.
import { usePlotArea, useXAxisScale } from "recharts";
import { spreadLabels } from "../../../ui/charts/spread-labels.ts";

const ROW_HEIGHT = 16;
const NAMES_HEIGHT = 22;
const CHARACTER = 7.1;
const GAP = 8;

export interface MarkedSeries {
  readonly name: string;
  readonly colour: string;
  readonly dash: string;
  readonly marks: readonly { readonly value: number; readonly text: string }[];
}

/** Room above the chart for names and labels, px. */
export function marksHeight(series: readonly MarkedSeries[]): number {
  return NAMES_HEIGHT + series.filter(({ marks }) => marks.length > 0).length * ROW_HEIGHT;
}

const SWATCH = 24;

/** Names with the look of their lines, the last one at the right end. */
function Names({
  series,
  right,
  y,
}: {
  readonly series: readonly MarkedSeries[];
  readonly right: number;
  readonly y: number;
}) {
  const widths = series.map(({ name }) => SWATCH + name.length * CHARACTER + 2 * GAP);
  return series.map(({ name, colour, dash }, at) => {
    const left = right - widths.slice(at).reduce((sum, width) => sum + width, 0) + 2 * GAP;
    return (
      <g key={name}>
        <line
          x1={left}
          x2={left + SWATCH - 6}
          y1={y - 4}
          y2={y - 4}
          stroke={colour}
          strokeWidth={2}
          strokeDasharray={dash}
        />
        <text x={left + SWATCH} y={y} fontSize={13} fill={colour}>
          {name}
        </text>
      </g>
    );
  });
}

interface PlacedMark {
  readonly text: string;
  readonly colour: string;
  readonly dash: string;
  readonly px: number;
  /** Where its label is centred. */
  readonly middle: number;
  readonly width: number;
  /** The label's base line. */
  readonly y: number;
}

export function MarkLines({ series }: { readonly series: readonly MarkedSeries[] }) {
  const plot = usePlotArea();
  const x = useXAxisScale();
  if (plot === undefined || x === undefined) return null;
  const [left, right] = [plot.x, plot.x + plot.width];
  const marked = series.filter(({ marks }) => marks.length > 0);
  const placed = marked.flatMap(({ colour, dash, marks }, row): PlacedMark[] => {
    const inside = marks
      .map(({ value, text }) => ({ text, px: x(value) ?? Number.NaN }))
      // Outside of what is drawn there is nothing to mark.
      .filter(({ px }) => px >= left - 1 && px <= right + 1)
      .toSorted((a, b) => a.px - b.px);
    const width = Math.max(...inside.map(({ text }) => text.length * CHARACTER), 0);
    const middles = spreadLabels(
      inside.map(({ px }) => px),
      width + GAP,
      left + width / 2,
      right - width / 2,
    );
    const y = plot.y - (marked.length - row - 1) * ROW_HEIGHT - 5;
    return inside.map(({ text, px }, at) => ({ text, colour, dash, px, middle: middles?.[at] ?? px, width, y }));
  });
  // Several series with the same mark in the same place have it once.
  const told = placed.filter(
    ({ text, px }, at) => !placed.slice(at + 1).some((other) => other.text === text && Math.abs(other.px - px) < 1),
  );
  return (
    <g data-testid="marks">
      <Names series={series} right={right} y={plot.y - marked.length * ROW_HEIGHT - 9} />
      {told.map(({ colour, dash, px, y }) => (
        <line
          key={`${y} ${px}`}
          x1={px}
          x2={px}
          y1={y + 3}
          y2={plot.y + plot.height}
          stroke={colour}
          strokeWidth={1.5}
          strokeDasharray={dash}
        />
      ))}
      {/* Labels lie over all lines: the line of a row goes down past the labels of the rows below it. */}
      {told.map(({ text, colour, middle, width, y }) => (
        <g key={`${y} ${text}`}>
          <rect x={middle - width / 2} y={y - 12} width={width} height={ROW_HEIGHT - 1} fill="var(--color-panel)" />
          <text x={middle} y={y} fontSize={13} textAnchor="middle" fill={colour}>
            {text}
          </text>
        </g>
      ))}
    </g>
  );
}
