// What the name of a metric says of its values: which side is worse, and which values cannot be.

/** Metrics of which Headroom knows the worse side. */
const WORSE = new Map<string, ">" | "<">([
  ["agent_inference_time_ms", ">"],
  ["coordination_efficiency_percent", "<"],
  ["memory_per_agent_mb", ">"],
  ["throughput_ops_per_second", "<"],
  ["cache_hit_rate_percent", "<"],
  ["error_rate_percent", ">"],
  ["core_use_percent", ">"],
  ["main_thread_busy_percent", ">"],
  ["main_thread_long_tasks", ">"],
  ["page_memory_mb", ">"],
]);

/** On which side of a threshold a metric is worse; null where its name does not say it. */
export function worseSide(metric: string): ">" | "<" | null {
  return WORSE.get(metric) ?? null;
}

export interface Bounds {
  readonly least: number;
  readonly most: number;
  readonly unit: string;
}

const SUFFIXES: readonly (readonly [RegExp, Bounds])[] = [
  [/_percent$/, { least: 0, most: 100, unit: "%" }],
  [/_ratio$/, { least: 0, most: 1, unit: "a share of 1" }],
  [/_(bytes|mb|kb|gb|mib|gib)$/, { least: 0, most: Infinity, unit: "bytes" }],
  [/_(ms|us|seconds)$/, { least: 0, most: Infinity, unit: "a duration" }],
  [/_(total|count)$/, { least: 0, most: Infinity, unit: "a count" }],
];

/** Between which values a metric lies, by the unit at the end of its name; null where there is none. */
export function boundsOf(metric: string): Bounds | null {
  return SUFFIXES.find(([suffix]) => suffix.test(metric))?.[1] ?? null;
}
