// The metrics of FreeAgentics' own formats, with the direction of each; what is not listed here has none.
import type { Metric } from "../../regression/metric.ts";
import type { Directions } from "../cells/measured-input.ts";

type Declared = Pick<Metric, "unit" | "better">;
const lower = (unit: string | null): Declared => ({ unit, better: "lower" });
const higher = (unit: string | null): Declared => ({ unit, better: "higher" });

const declared: Readonly<Record<string, Declared>> = {
  inference_time_ms: lower("ms"),
  single_agent_inference_ms: lower("ms"),
  single_agent_p95_ms: lower("ms"),
  single_agent_p99_ms: lower("ms"),
  single_agent_memory_mb: lower("MB"),
  single_agent_throughput_ops_sec: higher("op/s"),
  avg_inference_time_ms: lower("ms"),
  median_inference_time_ms: lower("ms"),
  p95_inference_time_ms: lower("ms"),
  p99_inference_time_ms: lower("ms"),
  memory_per_agent_mb: lower("MB"),
  sustained_throughput_ops_sec: higher("op/s"),
  duration_ms: lower("ms"),
  latency_ms: lower("ms"),
  response_time_ms: lower("ms"),
  throughput_ops_sec: higher("op/s"),
  memory_mb: lower("MB"),
  memory_usage_mb: lower("MB"),
  cpu_percent: lower("%"),
  cache_hit_rate_percent: higher("%"),
};

/** The flattened figures of the scalability analysis, one per agent count. */
const perAgentCount = [
  [/^throughput_\d{1,7}_agents$/, higher("op/s")],
  [/^efficiency_(at_)?\d{1,7}_agents$/, higher("%")],
  [/^inference_time_\d{1,7}_agents$/, lower("ms")],
  [/^memory_total_\d{1,7}_agents$/, lower("MB")],
] as const;

/** What FreeAgentics' names end in: their unit, and with it the direction. */
const byEnding = [
  [/(^|_)(ops_sec|ops_per_sec|ops_per_second|throughput)$/, higher("op/s")],
  [/(^|_)per_agent_mb$|_memory_mb$|^memory_mb$|(^|_)peak_mb$/, lower("MB")],
  [/_ms$/, lower("ms")],
] as const;

/** The metric of that name; its direction is null where neither this table nor the caller declares it. */
export function freeagenticsMetric(name: string, directions: Directions): Metric {
  const own = Object.hasOwn(declared, name) ? declared[name] : undefined;
  const found = own ?? [...perAgentCount, ...byEnding].find(([pattern]) => pattern.test(name))?.[1];
  return { id: name, label: name, unit: found?.unit ?? null, better: found?.better ?? directions.get(name) ?? null };
}
