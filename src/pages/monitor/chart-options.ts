// What a chart over time looks like and does: its axes, lines, legend, marks, thresholds, and zoom by dragging.
import type uPlot from "uplot";
import { metrics, type MetricId } from "../../monitor/metrics.ts";
import type { Mark } from "../../monitor/slot.ts";
import { colourOf, type DrawnThreshold, drawMarks, drawThresholds, fontOf, translucent } from "./chart-canvas.ts";
import { clockText, figureText } from "./figures.ts";

export interface TimeRange {
  readonly fromMs: number;
  readonly toMs: number;
}

export interface ChartLine {
  readonly id: MetricId;
  /** 1 to 6: a colour of the look. */
  readonly colour: 1 | 2 | 3 | 4 | 5 | 6;
  readonly dash: readonly number[];
}

const HEIGHT = 180;
const SYNC = "monitor";
/** What a legend tells of a line: what is under the cursor, and without one the newest; null where there is none. */
function toldOf({ data }: uPlot, value: number | null, series: number, at: number | null): number | null {
  if (at !== null) return value;
  const newest = [...(data[series] ?? [])].findLast((one) => typeof one === "number");
  return newest ?? null;
}

/** Has the legend tell the newest, unless somebody points at something else. */
export function tellNewest(plot: uPlot): void {
  if ((plot.cursor.idx ?? null) === null) plot.setLegend({ idxs: plot.series.map(() => null) });
}

function seriesOf(lines: readonly ChartLine[], element: HTMLElement, isOther: boolean): uPlot.Series[] {
  return lines.map(({ id, colour, dash }) => ({
    label: isOther ? `${metrics[id].label}, laid over` : metrics[id].label,
    stroke: colourOf(element, `--color-series-${colour}`),
    width: isOther ? 1 : 2,
    dash: [...dash],
    alpha: isOther ? 0.5 : 1,
    // What is read once in a while is seldom two neighbours.
    points: { show: id === "memory-per-agent", size: 6 },
    value: (plot: uPlot, value: number | null, series: number, at: number | null) => {
      const told = toldOf(plot, value, series, at);
      return told === null ? "–" : figureText(id, told);
    },
  }));
}

/** A threshold that is so many times the largest value is still shown above it. */
const THRESHOLD_TIMES = 3;

/** From 0 on, with some room, and with the thresholds that are not far. */
function rangeOf(least: number, most: number, thresholds: readonly DrawnThreshold[]): [number, number] {
  const near = thresholds.map(({ value }) => value).filter((value) => value <= THRESHOLD_TIMES * most);
  const top = Math.max(most, ...near);
  return [Math.min(0, least), top > 0 ? top * 1.1 : 1];
}

function isPowerOfTen(value: number): boolean {
  return Number.isInteger(Math.log10(value));
}

/** Lines at powers of ten alone, unless the axis has too few of them to read. */
function powersOfTen(_: uPlot, splits: readonly number[]): (number | null)[] {
  const powers = splits.map((value) => (isPowerOfTen(value) ? value : null));
  return powers.filter((value) => value !== null).length < 2 ? [...splits] : powers;
}

/** About what a character of the axes takes, px, and what lies between them and the plot. */
const CHARACTER = 6.8;
const BESIDE_TEXT = 20;
/** Charts below each other begin on one line, unless a figure needs more. */
const AXIS_LEAST = 72;

function axisWidth(texts: readonly string[]): number {
  return Math.max(AXIS_LEAST, BESIDE_TEXT + CHARACTER * Math.max(0, ...texts.map(({ length }) => length)));
}

interface Looks {
  readonly lines: readonly ChartLine[];
  readonly isLogarithmic: boolean;
  readonly onZoom: (range: TimeRange) => void;
  readonly isShaded: boolean;
  readonly hasOther: boolean;
}

/** @param drawnOf what is drawn over the lines, asked whenever they are drawn */
export function optionsOf(
  { lines, hasOther, isLogarithmic, isShaded, onZoom }: Looks,
  element: HTMLElement,
  width: number,
  drawnOf: () => { readonly marks: readonly Mark[]; readonly thresholds: readonly DrawnThreshold[] },
): uPlot.Options {
  const ink = colourOf(element, "--color-muted");
  const line = colourOf(element, "--color-line");
  const bad = colourOf(element, "--color-bad");
  const ground = colourOf(element, "--color-panel");
  const [first] = lines;
  const axis = {
    stroke: ink,
    font: `12px ${fontOf(element)}`,
    grid: { stroke: line, width: 1 },
    ticks: { stroke: line, width: 1 },
  };
  return {
    width,
    height: HEIGHT,
    // From the second line down to the first.
    ...(isShaded ? { bands: [{ series: [2, 1], fill: translucent(colourOf(element, "--color-series-2")) }] } : {}),
    cursor: { sync: { key: SYNC }, drag: { x: true, y: false, setScale: false } },
    scales: {
      x: { time: false },
      y: isLogarithmic
        ? { distr: 3 }
        : { range: (_, least, most) => rangeOf(least ?? 0, most ?? 0, drawnOf().thresholds) },
    },
    axes: [
      { ...axis, values: (_, ticks) => ticks.map((tick) => clockText(tick * 1_000)) },
      {
        ...axis,
        ...(isLogarithmic
          ? { grid: { ...axis.grid, filter: powersOfTen }, ticks: { ...axis.ticks, filter: powersOfTen } }
          : {}),
        size: (_, texts) => axisWidth(texts ?? []),
        values: (_, ticks) =>
          ticks.map((tick) => (tick === null || first === undefined ? "" : figureText(first.id, tick))),
      },
    ],
    series: [
      {
        label: "After",
        value: (plot, value, series, at) => {
          const told = toldOf(plot, value, series, at);
          return told === null ? "–" : clockText(told * 1_000);
        },
      },
      ...seriesOf(lines, element, false),
      ...(hasOther ? seriesOf(lines, element, true) : []),
    ],
    hooks: {
      draw: [
        (plot) => {
          drawMarks(plot, drawnOf().marks, ink, bad);
          drawThresholds(plot, drawnOf().thresholds, { line: bad, ground });
        },
      ],
      setSelect: [
        (plot) => {
          const { left, width: selected } = plot.select;
          if (selected < 4) return;
          onZoom({ fromMs: plot.posToVal(left, "x") * 1_000, toMs: plot.posToVal(left + selected, "x") * 1_000 });
          plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
        },
      ],
    },
  };
}
