// Everything that a soak shows, live or in a replay: tiles, charts, what happened, and the last intervals in figures.
import { memo, useState } from "react";
import type { MetricId, PercentileId } from "../../monitor/metrics.ts";
import type { Watched } from "../../monitor/recording/watched.ts";
import { INTERVAL_MS } from "../../scenarios/soak/load.ts";
import { AlertsPanel } from "./alerts-panel.tsx";
import { FiringLine } from "./firing-line.tsx";
import { MarksList } from "./marks-list.tsx";
import { MonitorCharts } from "./monitor-charts.tsx";
import { RecentTable } from "./recent-table.tsx";
import { Tile } from "./tile.tsx";
import type { TimeRange } from "./chart-options.ts";

export interface WatchedViewProps {
  readonly watched: Watched;
  readonly other: Watched | null;
  readonly revision: number;
  readonly nowMs: number;
}

/** Around a mark that is shown, ms on each side. */
const AROUND_MS = 30_000;

const without: Readonly<Partial<Record<MetricId, string>>> = {
  efficiency: "Only of a load without a rate: choose saturated.",
  "memory-per-agent": "Not read yet, or this browser does not tell it.",
  offered: "Agents run as fast as they can.",
  "long-tasks": "This browser does not tell.",
  "page-memory": "Not read yet, or this browser does not tell it.",
  "cache-hits": "Agents have no cache: choose one under Cache.",
};

export const WatchedView = memo(function WatchedView({ watched, other, revision, nowMs }: WatchedViewProps) {
  const [percentiles, setPercentiles] = useState<readonly PercentileId[]>(["p50", "p95", "p99"]);
  const [zoom, setZoom] = useState<TimeRange | null>(null);
  const tiles: readonly MetricId[] = [
    "throughput",
    "offered",
    ...percentiles,
    "late",
    "errors",
    "core-use",
    "main-thread",
    "long-tasks",
    "memory-per-agent",
    "page-memory",
    "cache-hits",
    "efficiency",
  ];
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <FiringLine watched={watched} revision={revision} />
      <section aria-label="Figures" className="grid grid-cols-2 gap-2 md:grid-cols-4 xl:grid-cols-5">
        {tiles.map((id) => (
          <Tile
            key={id}
            id={id}
            watched={watched}
            revision={revision}
            nowMs={nowMs}
            without={without[id] ?? "Nothing measured yet."}
          />
        ))}
      </section>
      <MonitorCharts
        watched={watched}
        other={other}
        revision={revision}
        // Charts follow by whole intervals, and are not drawn again in between.
        nowMs={Math.ceil(nowMs / INTERVAL_MS) * INTERVAL_MS}
        percentiles={percentiles}
        onPercentiles={setPercentiles}
        zoom={zoom}
        onZoom={setZoom}
      />
      <AlertsPanel watched={watched} revision={revision} />
      <MarksList
        marks={watched.marks}
        onShow={(atMs) => setZoom({ fromMs: Math.max(0, atMs - AROUND_MS), toMs: atMs + AROUND_MS })}
      />
      <RecentTable watched={watched} percentiles={percentiles} />
    </div>
  );
});
