// Lines over the time of a soak on a canvas: one cursor and one zoom for all charts, marks as upright lines.
import { memo, useEffect, useMemo, useRef, useState } from "react";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { thresholdsFor } from "../../monitor/alerting/alert-metrics.ts";
import { type Drawn, drawn } from "../../monitor/drawn.ts";
import type { MetricId } from "../../monitor/metrics.ts";
import type { Mark } from "../../monitor/slot.ts";
import type { Watched } from "../../monitor/recording/watched.ts";
import { useInTurn } from "../../ui/charts/use-in-turn.ts";
import type { DrawnThreshold } from "./chart-canvas.ts";
import { type ChartLine, optionsOf, tellNewest, type TimeRange } from "./chart-options.ts";
import { figureText } from "./figures.ts";

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
  /** How many frames after what it is told it is drawn: charts draw one after the other. */
  readonly place: number;
}

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

interface PlotProps extends Omit<TimeChartProps, "title" | "place"> {
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
  const data = useMemo(
    () => dataOf({ lines, watched, other, revision, fromMs, toMs }, width - BESIDE),
    [lines, watched, other, revision, fromMs, toMs, width],
  );
  const shown = useRef({ marks, thresholds, data, fromMs, toMs });
  // Before a chart is made again, so that it is made with what is newest.
  useEffect(() => {
    shown.current = { marks, thresholds, data, fromMs, toMs };
    if (plot === null) return;
    plot.setData(data, false);
    plot.setScale("x", { min: fromMs / 1_000, max: toMs / 1_000 });
    tellNewest(plot);
  }, [plot, data, fromMs, toMs, marks, thresholds]);
  useEffect(() => {
    const looks = { lines, hasOther, isLogarithmic, isShaded, onZoom };
    const made = new uPlot(
      optionsOf(looks, element, width, () => shown.current),
      // With its lines from the first: a chart that is made again, as when the page gets wider, is never empty.
      shown.current.data,
      element,
    );
    made.setScale("x", { min: shown.current.fromMs / 1_000, max: shown.current.toMs / 1_000 });
    setPlot(made);
    return () => made.destroy();
  }, [element, width, lines, hasOther, isLogarithmic, isShaded, onZoom]);
  return null;
}

export const TimeChart = memo(function TimeChart({ title, place, ...props }: TimeChartProps) {
  const { watched, revision, fromMs, toMs } = props;
  const news = useMemo(() => ({ of: watched, revision, fromMs, toMs }), [watched, revision, fromMs, toMs]);
  const { of: _, ...shown } = useInTurn(news, place);
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [width, setWidth] = useState(0);
  const [theme, setTheme] = useState(0);
  useEffect(() => {
    if (element === null) return;
    const sized = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    sized.observe(element);
    // Colours are of the theme in which a chart is made.
    const isOther = (): void => setTheme((before) => before + 1);
    const themed = new MutationObserver(isOther);
    themed.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
    const ofSystem = globalThis.matchMedia("(prefers-color-scheme: dark)");
    ofSystem.addEventListener("change", isOther);
    return () => {
      sized.disconnect();
      themed.disconnect();
      ofSystem.removeEventListener("change", isOther);
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
      {element === null || width === 0 ? null : (
        <Plot key={theme} element={element} width={width} {...props} {...shown} />
      )}
    </figure>
  );
});
