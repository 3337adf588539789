// Lines over the time of a soak on a canvas: one cursor and one zoom for all charts, marks as upright lines.
import { memo, useEffect, useMemo, useRef, useState } from "react";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { thresholdsFor } from "../../monitor/alerting/alert-metrics.ts";
import { type Drawn, drawn } from "../../monitor/drawn.ts";
import { metrics, type MetricId } from "../../monitor/metrics.ts";
import type { Mark } from "../../monitor/slot.ts";
import type { Watched } from "../../monitor/recording/watched.ts";
import { colourOf, type DrawnThreshold, drawMarks, drawThresholds, translucent } from "./chart-canvas.ts";
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

export interface TimeChartProps {
  readonly title: string;
  readonly lines: readonly ChartLine[];
  readonly watched: Watched;
  /** Drawn fainter below it; null where nothing is. */
  readonly other: Watched | null;
  /** Rises with what is watched: the chart is drawn again with it alone. */
  readonly revision: number;
  /** The stretch that is shown. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly marks: readonly Mark[];
  readonly isLogarithmic: boolean;
  /** Whether what lies between the two lines is shaded, such as what was offered and not achieved. */
  readonly isShaded?: boolean;
  readonly onZoom: (range: TimeRange) => void;
}

const HEIGHT = 180;
const SYNC = "monitor";
/** Room of the left axis and the frame, px. */
const BESIDE = 84;

function tableOf({ x, y }: Drawn): uPlot.AlignedData {
  return [[...x], [...y]];
}

/** What of a chart is drawn again as a soak goes on. */
type DrawnOf = Pick<TimeChartProps, "lines" | "watched" | "other" | "revision" | "fromMs" | "toMs">;

function dataOf({ lines, watched, other, fromMs, toMs }: DrawnOf, width: number): uPlot.AlignedData {
  const linesOf = (of: Watched): uPlot.AlignedData[] =>
    lines.map(({ id }) => tableOf(drawn(of.history.spreads(id, fromMs, toMs), fromMs, toMs, Math.max(1, width))));
  return uPlot.join([...linesOf(watched), ...(other === null ? [] : linesOf(other))]);
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
    value: (_: uPlot, value: number | null) => (value === null ? "–" : figureText(id, value)),
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

interface Looks extends Pick<TimeChartProps, "lines" | "isLogarithmic" | "onZoom"> {
  readonly isShaded: boolean;
  readonly hasOther: boolean;
}

function optionsOf(
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
  const axis = { stroke: ink, grid: { stroke: line, width: 1 }, ticks: { stroke: line, width: 1 } };
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
        size: 72,
        values: (_, ticks) =>
          ticks.map((tick) => (tick === null || first === undefined ? "" : figureText(first.id, tick))),
      },
    ],
    series: [
      { label: "After", value: (_, value) => (value === null ? "–" : clockText(value * 1_000)) },
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

interface PlotProps extends Omit<TimeChartProps, "title"> {
  readonly element: HTMLElement;
  readonly width: number;
}

/** @param _revision rises with the rules, which change in place */
function thresholdsAt({ alerts }: Watched, id: MetricId, _revision: number): DrawnThreshold[] {
  return thresholdsFor(alerts.rules, id).map(({ value, comparator }) => ({
    value,
    text: `${comparator} ${figureText(id, value)}`,
  }));
}

/** Draws into the frame that it is given. */
function Plot(props: PlotProps) {
  const {
    element,
    width,
    lines,
    watched,
    other,
    revision,
    fromMs,
    toMs,
    marks,
    isLogarithmic,
    isShaded = false,
    onZoom,
  } = props;
  const hasOther = other !== null;
  const [plot, setPlot] = useState<uPlot | null>(null);
  const thresholds = useMemo(
    () => lines.flatMap(({ id }) => thresholdsAt(watched, id, revision)),
    [lines, watched, revision],
  );
  const over = useRef({ marks, thresholds });
  useEffect(() => {
    const looks = { lines, hasOther, isLogarithmic, isShaded, onZoom };
    const made = new uPlot(
      optionsOf(looks, element, width, () => over.current),
      [[]],
      element,
    );
    setPlot(made);
    return () => made.destroy();
  }, [element, width, lines, hasOther, isLogarithmic, isShaded, onZoom]);
  const data = useMemo(
    () => dataOf({ lines, watched, other, revision, fromMs, toMs }, width - BESIDE),
    [lines, watched, other, revision, fromMs, toMs, width],
  );
  useEffect(() => {
    over.current = { marks, thresholds };
    if (plot === null) return;
    plot.setData(data, false);
    plot.setScale("x", { min: fromMs / 1_000, max: toMs / 1_000 });
  }, [plot, data, fromMs, toMs, marks, thresholds]);
  return null;
}

export const TimeChart = memo(function TimeChart({ title, ...props }: TimeChartProps) {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [width, setWidth] = useState(0);
  const [theme, setTheme] = useState(0);
  useEffect(() => {
    if (element === null) return;
    const sized = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    sized.observe(element);
    // Colours are of the theme in which a chart is made.
    const themed = new MutationObserver(() => setTheme((before) => before + 1));
    themed.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
    return () => {
      sized.disconnect();
      themed.disconnect();
    };
  }, [element]);
  return (
    <figure className="min-w-0 rounded border bg-panel p-3">
      <figcaption className="mb-1 font-semibold">{title}</figcaption>
      <div
        ref={setElement}
        className="time-chart min-h-[208px] min-w-0"
        role="img"
        aria-label={`${title}: a chart of the figures in the tiles and in the table of this page.`}
      />
      {element === null || width === 0 ? null : <Plot key={theme} element={element} width={width} {...props} />}
    </figure>
  );
});
