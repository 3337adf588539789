// Holds the published alert set: three rules of its alert file, and three of its prose, which differ.
import type { PublishedIn, ThresholdRule } from "./rule.ts";

/** The rules of the published alert file, with the titles that it gives them in CamelCase. */
export const publishedFileRules: readonly ThresholdRule[] = [
  {
    name: "HighAgentInferenceTime",
    metric: "agent_inference_time_ms",
    comparison: "above",
    threshold: 100,
    unit: "ms",
    severity: "warning",
    publishedIn: "alert file",
    contradiction:
      "The prose is critical above 50 ms already, so its critical alert comes before this warning; both cannot be meant.",
  },
  {
    name: "LowCoordinationEfficiency",
    metric: "coordination_efficiency_percent",
    comparison: "below",
    threshold: 50,
    unit: "%",
    severity: "critical",
    publishedIn: "alert file",
    contradiction:
      "The published table is at 45% with 20 agents, which the guideline of 15 to 25 agents puts in production: this alert is then always on.",
  },
  {
    name: "HighMemoryUsage",
    metric: "memory_per_agent_mb",
    comparison: "above",
    threshold: 40,
    unit: "MB",
    severity: "warning",
    publishedIn: "alert file",
    contradiction: null,
  },
];

/** The rules of the published prose, which names none of them. */
export const publishedProseRules: readonly ThresholdRule[] = [
  {
    name: "CriticalAgentInferenceTime",
    metric: "agent_inference_time_ms",
    comparison: "above",
    threshold: 50,
    unit: "ms",
    severity: "critical",
    publishedIn: "prose",
    contradiction:
      "The alert file only warns, and only above 100 ms; the published mean of one agent alone is 50 ms, which is this threshold.",
  },
  {
    name: "HighMemoryUsage",
    metric: "memory_per_agent_mb",
    comparison: "above",
    threshold: 40,
    unit: "MB",
    severity: "warning",
    publishedIn: "prose",
    contradiction: null,
  },
  {
    name: "ReducedCoordinationEfficiency",
    metric: "coordination_efficiency_percent",
    comparison: "below",
    threshold: 60,
    unit: "%",
    severity: "info",
    publishedIn: "prose",
    contradiction: "The published table is at 55% with 15 agents already, where its guideline for production begins.",
  },
];

function saysTheSame(a: ThresholdRule, b: ThresholdRule): boolean {
  return (
    a.metric === b.metric && a.comparison === b.comparison && a.threshold === b.threshold && a.severity === b.severity
  );
}

/** Both published lists as one: what they say alike stands once, so that it does not alarm twice. */
export const publishedRules: readonly ThresholdRule[] = [
  ...publishedFileRules.map((rule) => {
    const publishedIn: PublishedIn = publishedProseRules.some((other) => saysTheSame(rule, other))
      ? "both"
      : "alert file";
    return { ...rule, publishedIn };
  }),
  ...publishedProseRules.filter((rule) => !publishedFileRules.some((other) => saysTheSame(rule, other))),
];
