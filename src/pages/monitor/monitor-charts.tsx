// The figures of a soak over its time: charts that share cursor, zoom and marks, and the choice of percentiles and stretch.
import { useMemo, useState } from "react";
import { type MetricId, PERCENTILES, type PercentileId } from "../../monitor/metrics.ts";
import type { Watched } from "../../monitor/recording/watched.ts";
import { Button } from "../../ui/button.tsx";
import { StretchLine } from "./stretch-line.tsx";
import type { ChartLine, TimeRange } from "./chart-options.ts";
import { TimeChart } from "./time-chart.tsx";

export interface MonitorChartsProps {
  readonly watched: Watched;
  readonly other: Watched | null;
  readonly revision: number;
  /** The end of what is shown, ms from the start of the soak. */
  readonly nowMs: number;
  readonly percentiles: readonly PercentileId[];
  readonly onPercentiles: (percentiles: readonly PercentileId[]) => void;
  /** Null while the charts follow what is newest. */
  readonly zoom: TimeRange | null;
  readonly onZoom: (zoom: TimeRange | null) => void;
}

const STRETCHES = [
  { label: "2 min", ms: 120_000 },
  { label: "10 min", ms: 600_000 },
  { label: "1 h", ms: 3_600_000 },
  { label: "All", ms: Infinity },
] as const;

const SHORTEST_MS = 20_000;

/** Each percentile has its own colour and dash, whichever others are shown. */
const looks: Readonly<Record<PercentileId, Pick<ChartLine, "colour" | "dash">>> = {
  p50: { colour: 1, dash: [] },
  p90: { colour: 5, dash: [2, 3] },
  p95: { colour: 2, dash: [6, 4] },
  p99: { colour: 3, dash: [10, 3] },
  "p99.9": { colour: 4, dash: [2, 2] },
};

function pairOf(first: MetricId, second: MetricId): readonly ChartLine[] {
  return [
    { id: first, colour: 1, dash: [] },
    { id: second, colour: 2, dash: [6, 4] },
  ];
}

const throughput = pairOf("throughput", "offered");
const lost = pairOf("late", "errors");
const cores = pairOf("core-use", "main-thread");
const memory: readonly ChartLine[] = [{ id: "memory-per-agent", colour: 1, dash: [] }];
const cacheHits: readonly ChartLine[] = [{ id: "cache-hits", colour: 1, dash: [] }];

export function MonitorCharts(props: MonitorChartsProps) {
  const { watched, other, revision, nowMs, percentiles, onPercentiles, zoom, onZoom } = props;
  const [stretchMs, setStretchMs] = useState<number>(600_000);
  const following = { fromMs: Math.max(0, nowMs - stretchMs), toMs: Math.max(SHORTEST_MS, nowMs) };
  const range = zoom ?? following;
  const common = { watched, other, revision, ...range, marks: watched.marks.kept, onZoom };
  const latencies = useMemo(() => percentiles.map((id): ChartLine => ({ id, ...looks[id] })), [percentiles]);
  return (
    <section aria-label="Charts" className="grid gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div role="group" aria-label="Stretch of time" className="flex flex-wrap gap-1">
          {STRETCHES.map(({ label, ms }) => (
            <Button
              key={label}
              className="min-h-8 text-xs"
              aria-pressed={zoom === null && stretchMs === ms}
              onClick={() => {
                setStretchMs(ms);
                onZoom(null);
              }}
            >
              {label}
            </Button>
          ))}
          {zoom === null ? null : (
            <Button className="min-h-8 text-xs" onClick={() => onZoom(null)}>
              End zoom
            </Button>
          )}
        </div>
        <fieldset className="flex flex-wrap gap-x-3">
          <legend className="sr-only">Percentiles of latency</legend>
          {PERCENTILES.map((id) => (
            <label key={id} className="inline-flex min-h-8 items-center gap-1">
              <input
                type="checkbox"
                checked={percentiles.includes(id)}
                onChange={(event) =>
                  onPercentiles(
                    PERCENTILES.filter((one) => (one === id ? event.target.checked : percentiles.includes(one))),
                  )
                }
              />
              {id}
            </label>
          ))}
        </fieldset>
        <p className="text-xs text-muted">Drag in a chart to zoom.</p>
      </div>
      {zoom === null ? null : <StretchLine watched={watched} zoom={zoom} percentiles={percentiles} />}
      <div className="grid gap-3 xl:grid-cols-2">
        <TimeChart
          {...common}
          place={0}
          title="Throughput, achieved and offered"
          isShaded
          isLogarithmic={false}
          lines={throughput}
        />
        <TimeChart {...common} place={1} title="Latency" isLogarithmic lines={latencies} />
        <TimeChart {...common} place={2} title="Late and lost ops" isLogarithmic={false} lines={lost} />
        <TimeChart {...common} place={3} title="Cores and main thread" isLogarithmic={false} lines={cores} />
        <TimeChart {...common} place={4} title="Memory per agent" isLogarithmic={false} lines={memory} />
        {watched.history.whole.cacheRequests === 0 ? null : (
          <TimeChart {...common} place={5} title="Cache hit rate" isLogarithmic={false} lines={cacheHits} />
        )}
      </div>
    </section>
  );
}
