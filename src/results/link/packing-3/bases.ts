// What links of version 3 leave out of a result because every reader knows it: settings and measures of the scenarios of that time. Frozen.
import type { Settings } from "../../../fields/settings.ts";
import type { KeptMeasure } from "../../../scenarios/contract/measure.ts";

interface Base {
  readonly kind: string;
  readonly version: number;
  /** A packed result has the settings that differ. */
  readonly settings: Settings;
  /** A packed result says which of these it declares, in this order. */
  readonly measures: readonly KeptMeasure[];
}

const throughput: KeptMeasure = { id: "throughput", label: "throughput", unit: "op/s", better: "higher" };

function latency(id: string): KeptMeasure {
  return { id, label: `${id} latency`, unit: "µs", better: "lower" };
}

const latencies = [latency("p50"), latency("p95"), latency("p99")];

const paced: readonly KeptMeasure[] = [
  { id: "service-p50", label: "service p50", unit: "µs", better: null },
  { id: "service-p95", label: "service p95", unit: "µs", better: null },
  { id: "service-p99", label: "service p99", unit: "µs", better: null },
  { id: "late-ops", label: "late ops a trial", unit: "count", better: null },
];

const warmupBlocks: KeptMeasure = { id: "warmup-blocks", label: "warm-up blocks", unit: "count", better: null };

/** A packed result names one of these by its place. Never change one; a scenario that is not here is packed in full. */
export const bases: readonly Base[] = [
  {
    kind: "scaling",
    version: 1,
    settings: {
      workload: "explorer",
      gridSize: 10,
      policyLength: 2,
      placement: "pool",
      topology: "all-to-all",
      transport: "shared-memory",
      pacing: "saturated",
      opsPerSecondPerAgent: 20,
      agents: [1, 5, 10, 15, 20, 30, 50],
      repeats: 10,
      windowMs: 500,
      seed: 7,
      workers: "auto",
    },
    measures: [
      throughput,
      ...latencies,
      ...paced,
      { id: "fuse", label: "fuse", unit: "share", better: null },
      { id: "transport", label: "transport", unit: "share", better: null },
      { id: "wait", label: "wait", unit: "share", better: null },
      { id: "messages", label: "messages a round", unit: "count", better: null },
      { id: "carried-bytes", label: "bytes a round", unit: "B", better: null },
      warmupBlocks,
    ],
  },
  {
    kind: "single-agent",
    version: 1,
    settings: {
      workload: "explorer",
      gridSize: 10,
      policyLength: 2,
      opsPerSecond: 20,
      repeats: 6,
      windowMs: 1_000,
      seed: 7,
    },
    measures: [
      throughput,
      { id: "mean", label: "mean latency", unit: "µs", better: "lower" },
      ...latencies,
      latency("p99.9"),
      ...paced,
      warmupBlocks,
    ],
  },
];
