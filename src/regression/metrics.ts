// Owns the metrics that verdicts are made of: each with its unit and its direction, declared and never guessed from a name.

export interface Metric {
  /** Unique among the metrics of a comparison. */
  readonly id: string;
  readonly label: string;
  /** Such as "op/s"; null for shares and counts. */
  readonly unit: string | null;
  /** Which way is better; null where nobody declared it, so that no verdict is possible. */
  readonly better: "higher" | "lower" | null;
}

/** What a result of Headroom is judged by. */
export const METRICS = {
  throughput: { id: "throughput", label: "throughput", unit: "op/s", better: "higher" },
  efficiency: { id: "efficiency", label: "efficiency", unit: null, better: "higher" },
  coreNormalised: { id: "core-normalised", label: "core-normalised", unit: null, better: "higher" },
  p50: { id: "p50", label: "p50 latency", unit: "µs", better: "lower" },
  p95: { id: "p95", label: "p95 latency", unit: "µs", better: "lower" },
  p99: { id: "p99", label: "p99 latency", unit: "µs", better: "lower" },
  memory: { id: "memory", label: "memory per agent", unit: "B", better: "lower" },
} as const satisfies Readonly<Record<string, Metric>>;

/**
 * How much worse a ratio is, as a share of the baseline: 0.8 of the throughput is 0.2, 1.2 of the latency is 0.2.
 * @param ratio current over baseline, positive
 * @returns positive where worse, negative where better
 */
export function worseBy(ratio: number, better: "higher" | "lower"): number {
  return better === "higher" ? 1 - ratio : ratio - 1;
}

/** A shift in logarithms, positive where worse, as a share of the baseline: the inverse of what `worseBy` does to a ratio. */
export function shareOfShift(logs: number, better: "higher" | "lower"): number {
  return better === "higher" ? 1 - Math.exp(-logs) : Math.exp(logs) - 1;
}
