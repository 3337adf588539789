// The figures of a soak under the names that alert rules know them by, in the units of those names.
import type { AlertRule } from "../../alerts/rule.ts";
import type { MetricId } from "../metrics.ts";
import type { Slot } from "../slot.ts";

interface AlertMetric {
  readonly name: string;
  readonly id: MetricId;
  /** What the figure is multiplied by. */
  readonly scale: number;
}

/** An op is one inference: the published inference time is what is typical of an interval. */
export const ALERT_METRICS: readonly AlertMetric[] = [
  { name: "agent_inference_time_ms", id: "p50", scale: 1e-3 },
  { name: "agent_inference_time_p90_ms", id: "p90", scale: 1e-3 },
  { name: "agent_inference_time_p95_ms", id: "p95", scale: 1e-3 },
  { name: "agent_inference_time_p99_ms", id: "p99", scale: 1e-3 },
  { name: "agent_inference_time_p999_ms", id: "p99.9", scale: 1e-3 },
  { name: "throughput_ops_per_second", id: "throughput", scale: 1 },
  { name: "offered_ops_per_second", id: "offered", scale: 1 },
  { name: "late_ops_percent", id: "late", scale: 100 },
  { name: "error_rate_percent", id: "errors", scale: 100 },
  { name: "core_use_percent", id: "core-use", scale: 100 },
  { name: "main_thread_busy_percent", id: "main-thread", scale: 100 },
  { name: "main_thread_long_tasks", id: "long-tasks", scale: 1 },
  { name: "memory_per_agent_mb", id: "memory-per-agent", scale: 1e-6 },
  { name: "page_memory_mb", id: "page-memory", scale: 1e-6 },
  { name: "cache_hit_rate_percent", id: "cache-hits", scale: 100 },
  { name: "coordination_efficiency_percent", id: "efficiency", scale: 100 },
];

/** Why a rule's metric cannot be measured in a soak of this load, by its name. */
export function unmeasurableIn({ offered, cache }: Pick<Slot, "offered" | "cache">): ReadonlyMap<string, string> {
  const none = new Map<string, string>();
  if (cache === null)
    none.set("cache_hit_rate_percent", "The agents have no cache of results: choose one under Cache.");
  return offered === null
    ? none.set("offered_ops_per_second", "Agents run as fast as they can: nothing is offered.")
    : none.set("coordination_efficiency_percent", "Only agents without a rate have it: choose saturated.");
}

/** A line that a rule draws in the chart of its figure. */
export interface ThresholdLine {
  readonly rule: AlertRule;
  /** In the figure's own unit. */
  readonly value: number;
  readonly comparator: string;
}

/** The thresholds of these rules for one figure. */
export function thresholdsFor(rules: readonly AlertRule[], id: MetricId): readonly ThresholdLine[] {
  return rules.flatMap((rule) => {
    const { condition } = rule;
    if (condition.kind !== "comparison" || !Number.isFinite(condition.threshold)) return [];
    const metric = ALERT_METRICS.find(({ name }) => name === condition.selector.metric);
    return metric?.id === id
      ? [{ rule, value: condition.threshold / metric.scale, comparator: condition.comparator }]
      : [];
  });
}
