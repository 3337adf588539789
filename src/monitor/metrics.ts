// The figures of a soak, each declared once: tiles, charts, alerts and files read this.
import { addSparse, BUCKETS, percentileOf } from "./histogram.ts";
import type { Basis, Slot } from "./slot.ts";

export const PERCENTILES = ["p50", "p90", "p95", "p99", "p99.9"] as const;

export type PercentileId = (typeof PERCENTILES)[number];

export const METRICS = [
  "throughput",
  "offered",
  ...PERCENTILES,
  "late",
  "errors",
  "core-use",
  "main-thread",
  "long-tasks",
  "memory-per-agent",
  "page-memory",
  "cache-hits",
  "efficiency",
] as const;

export type MetricId = (typeof METRICS)[number];

export interface Metric {
  readonly label: string;
  readonly unit: "op/s" | "µs" | "B" | "share" | "tasks";
  readonly better: "higher" | "lower" | null;
  readonly help: string;
}

export const percentileShares = {
  p50: 0.5,
  p90: 0.9,
  p95: 0.95,
  p99: 0.99,
  "p99.9": 0.999,
} as const satisfies Record<PercentileId, number>;

function latency(id: PercentileId): Metric {
  return {
    label: `${id} latency`,
    unit: "µs",
    better: "lower",
    help: `Latency that ${percentileShares[id] * 100}% of the ops of an interval stay under, from when an op was due where agents have a rate.`,
  };
}

export const metrics = {
  throughput: { label: "Throughput", unit: "op/s", better: "higher", help: "Ops of all agents a second." },
  offered: { label: "Offered", unit: "op/s", better: null, help: "Ops a second that agents were due to do." },
  p50: latency("p50"),
  p90: latency("p90"),
  p95: latency("p95"),
  p99: latency("p99"),
  "p99.9": latency("p99.9"),
  late: {
    label: "Late ops",
    unit: "share",
    better: "lower",
    help: "Share of ops that began a millisecond or more after they were due.",
  },
  errors: {
    label: "Error rate",
    unit: "share",
    better: "lower",
    help: "Share of ops that were due and lost, as when a worker dies.",
  },
  "core-use": {
    label: "Core use",
    unit: "share",
    better: null,
    help: "Share of the workers' time that is spent inside ops.",
  },
  "main-thread": {
    label: "Main thread",
    unit: "share",
    better: "lower",
    help: "Share of probes, twenty a second, that found the page's own thread busy for over 2 ms. What this page costs is in it.",
  },
  "long-tasks": {
    label: "Long tasks",
    unit: "tasks",
    better: "lower",
    help: "Tasks of the page's own thread of 50 ms or more: while one lasts the page answers nobody.",
  },
  "memory-per-agent": {
    label: "Memory per agent",
    unit: "B",
    better: "lower",
    help: "What the browser attributes to the workers, over the agents. It is read about once a minute.",
  },
  "page-memory": {
    label: "Page memory",
    unit: "B",
    better: "lower",
    help: "What the browser attributes to this page without its workers: its history, its charts and its code. It is read about once a minute.",
  },
  "cache-hits": {
    label: "Cache hit rate",
    unit: "share",
    better: "higher",
    help: "Share of ops whose result was found in a cache. Only where agents have one.",
  },
  efficiency: {
    label: "Coordination efficiency",
    unit: "share",
    better: "higher",
    help: "Throughput over what the cores could give: agents, or cores where they are fewer, times one agent alone. Only where agents run as fast as they can.",
  },
} as const satisfies Record<MetricId, Metric>;

export type MetricValues = Readonly<Record<MetricId, number | null>>;

/** @returns null of nothing */
export function shareOf(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}

const scratch = new Uint32Array(BUCKETS);

/** Figures that the browser is asked for about once a minute. */
export const SELDOM_READ: readonly MetricId[] = ["memory-per-agent", "page-memory"];

/** The figures of one interval; null where it has none. */
export function valuesOf(slot: Slot, { soloOpsPerSecond, cores }: Basis): MetricValues {
  const seconds = slot.durationMs / 1_000;
  const perSecond = (count: number): number | null => (seconds > 0 ? count / seconds : null);
  scratch.fill(0);
  addSparse(scratch, slot.latency);
  const due = slot.ops + slot.failed;
  const throughput = perSecond(slot.ops);
  const could = soloOpsPerSecond * Math.min(slot.agents, cores, slot.lanes);
  return {
    throughput,
    offered: slot.offered === null ? null : perSecond(slot.offered),
    p50: percentileOf(scratch, percentileShares.p50),
    p90: percentileOf(scratch, percentileShares.p90),
    p95: percentileOf(scratch, percentileShares.p95),
    p99: percentileOf(scratch, percentileShares.p99),
    "p99.9": percentileOf(scratch, percentileShares["p99.9"]),
    late: shareOf(slot.late, slot.ops),
    errors: shareOf(slot.failed, due),
    "core-use": seconds > 0 && slot.lanes > 0 ? slot.busyMs / (slot.durationMs * slot.lanes) : null,
    "main-thread": slot.mainThread,
    "long-tasks": slot.longTasks,
    "memory-per-agent": slot.workerBytes === null || slot.agents === 0 ? null : slot.workerBytes / slot.agents,
    "page-memory": slot.pageBytes,
    "cache-hits": shareOf(slot.cache?.hits ?? 0, slot.cache?.requests ?? 0),
    efficiency: slot.offered === null && throughput !== null && could > 0 ? throughput / could : null,
  };
}
