// One figure of a soak: its value with its window and age, the same since the start, and its course as a small line.
import { memo } from "react";
import { thresholdsFor } from "../../monitor/alerting/alert-metrics.ts";
import { metrics, type MetricId } from "../../monitor/metrics.ts";
import { intervalFigure, sinceStart } from "../../monitor/tile.ts";
import type { Watched } from "../../monitor/recording/watched.ts";
import { Sparkline } from "../../ui/charts/sparkline.tsx";
import { Help } from "../../ui/help.tsx";
import { formatSeconds } from "../../words/format.ts";
import { figureText } from "./figures.ts";

/** How much of the past a small line shows, ms. */
const COURSE_MS = 600_000;
const COURSE_POINTS = 40;

export interface TileProps {
  readonly id: MetricId;
  readonly watched: Watched;
  /** Rises with what is watched: a tile is drawn again with it alone. */
  readonly revision: number;
  /** From the start of the soak, ms. */
  readonly nowMs: number;
  /** Said where the load has no such figure. */
  readonly without: string;
}

function courseOf({ history }: Watched, id: MetricId) {
  const end = history.last === null ? 0 : history.last.slot.atMs;
  const spreads = history.spreads(id, Math.max(0, end - COURSE_MS), Infinity);
  const step = Math.max(1, Math.ceil(spreads.length / COURSE_POINTS));
  const few = spreads.filter((_, at) => at % step === 0);
  return few.length < 2 ? null : { at: few.map(({ fromMs }) => fromMs), values: few.map(({ mean }) => mean) };
}

export const Tile = memo(function Tile({ id, watched, nowMs, without }: TileProps) {
  const { label, help } = metrics[id];
  const figure = intervalFigure(watched.history, id, nowMs);
  const whole = sinceStart(watched.history, id);
  const course = courseOf(watched, id);
  const thresholds = thresholdsFor(watched.alerts.rules, id);
  // The colour is that of the same rules whose lines are in the chart.
  const firing = watched.alerts.status.filter(
    ({ rule, state }) => state === "firing" && thresholds.some((line) => line.rule === rule),
  );
  return (
    <div
      className={`flex min-w-0 flex-col rounded border bg-panel px-2.5 py-2 ${firing.length > 0 ? "border-bad" : ""}`}
      data-testid={`tile ${id}`}
      data-state={figure.state}
    >
      <span className="text-xs text-muted">
        <Help term={label}>{help}</Help>
      </span>
      {figure.state === "none" ? (
        <span className="text-xs text-muted">{without}</span>
      ) : (
        <>
          <span className={`text-lg font-semibold tabular-nums ${figure.state === "stale" ? "text-muted" : ""}`}>
            {figureText(id, figure.value)}
          </span>
          <span className={`text-xs ${figure.state === "stale" ? "text-warn" : "text-muted"}`}>
            {figure.state === "stale"
              ? `▲ stale: no news for ${formatSeconds(figure.ageMs / 1_000)}`
              : `last ${formatSeconds(figure.windowMs / 1_000)}`}
          </span>
          {whole === null ? null : (
            <span className="text-xs text-muted">{` since start ${figureText(id, whole)}`}</span>
          )}
        </>
      )}
      {thresholds.length === 0 ? null : (
        <span className={`text-xs ${firing.length > 0 ? "text-bad" : "text-muted"}`}>
          {firing.length > 0
            ? `▲ ${firing.map(({ rule }) => rule.name).join(", ")}`
            : thresholds.map(({ rule, comparator, value }, at) => (
                <span key={rule.name} className="whitespace-nowrap">
                  {`${at === 0 ? "alert " : ""}${comparator} ${figureText(id, value)}${at === thresholds.length - 1 ? "" : ","}`}{" "}
                </span>
              ))}
        </span>
      )}
      {course === null ? null : (
        <span className="mt-auto pt-1">
          <Sparkline {...course} width={120} height={24} text={`${label}, the last ten minutes`} />
        </span>
      )}
    </div>
  );
});
