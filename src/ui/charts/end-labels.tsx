// The names of lines at their ends, inside a chart: what is drawn is named where one looks, with room at the right.
import { useMemo } from "react";
import { usePlotArea, useXAxisScale, useYAxisScale } from "recharts";
import { spreadLabels } from "./spread-labels.ts";

export interface EndLabel {
  readonly name: string;
  readonly colour: string;
  /** The line's last point, in the units of the axes. */
  readonly at: number;
  readonly value: number;
}

const GAP = 15;
/** A chart narrower than this needs its width for the lines; the legend names them there. */
const WIDTH_LEAST = 380;
/** Of most letters, px. */
const CHARACTER = 7.2;

/** Whether a chart of this width names its lines at their ends. */
export function hasEndLabels(width: number): boolean {
  return width >= WIDTH_LEAST;
}

const MARGIN = 16;

/** Room at the right of a chart for these labels, px; the usual margin where there are none, or no room for them. */
export function endMargin(labels: readonly EndLabel[], width: number): number {
  if (!hasEndLabels(width) || labels.length === 0) return MARGIN;
  return 12 + Math.ceil(Math.max(...labels.map(({ name }) => name.length)) * CHARACTER);
}

export function EndLabels({ labels, width }: { readonly labels: readonly EndLabel[]; readonly width: number }) {
  const plot = usePlotArea();
  const x = useXAxisScale();
  const y = useYAxisScale();
  const placed = useMemo(() => {
    if (plot === undefined || x === undefined || y === undefined) return [];
    const ends = labels
      .map((label) => ({ ...label, px: x(label.at), py: y(label.value) }))
      .filter(({ px, py }) => px !== undefined && py !== undefined && Number.isFinite(py))
      .map((label) => ({ ...label, px: Number(label.px), py: Number(label.py) }))
      .toSorted((a, b) => a.py - b.py);
    const places = spreadLabels(
      ends.map(({ py }) => py),
      GAP,
      plot.y + 4,
      plot.y + plot.height - 4,
    );
    return places === null ? [] : ends.map((label, at) => ({ ...label, py: places[at] ?? label.py }));
  }, [labels, plot, x, y]);
  if (!hasEndLabels(width)) return null;
  return (
    <g data-testid="end-labels">
      {placed.map(({ name, colour, px, py }) => (
        <text key={`${name} ${colour}`} x={px + 8} y={py} dy="0.35em" fontSize={13} fill={colour}>
          {name}
        </text>
      ))}
    </g>
  );
}
