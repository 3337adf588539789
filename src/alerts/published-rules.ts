// The published alert rules: three from the published alert file, and three from the published prose, which differ.
import type { PublishedIn, ThresholdRule } from "./rule.ts";

/** The rules of the published alert file. Their names are its titles, in CamelCase. */
export const publishedFileRules: readonly ThresholdRule[] = [
  {
    name: "HighAgentInferenceTime",
    metric: "agent_inference_time_ms",
    firesWhen: "above",
    threshold: 100,
    unit: "ms",
    severity: "warning",
    publishedIn: "alert file",
    contradiction:
      "The prose is critical above 50 ms already, so its critical alert would fire before this warning. Both cannot be right.",
  },
  {
    name: "LowCoordinationEfficiency",
    metric: "coordination_efficiency_percent",
    firesWhen: "below",
    threshold: 50,
    unit: "%",
    severity: "critical",
    publishedIn: "alert file",
    contradiction:
      "The published table has 45% at 20 agents, and the guideline of 15 to 25 agents calls that production: this alert would then always fire.",
  },
  {
    name: "HighMemoryUsage",
    metric: "memory_per_agent_mb",
    firesWhen: "above",
    threshold: 40,
    unit: "MB",
    severity: "warning",
    publishedIn: "alert file",
    contradiction: null,
  },
];

/** The rules of the published prose. It gives them no names. */
export const publishedProseRules: readonly ThresholdRule[] = [
  {
    name: "CriticalAgentInferenceTime",
    metric: "agent_inference_time_ms",
    firesWhen: "above",
    threshold: 50,
    unit: "ms",
    severity: "critical",
    publishedIn: "prose",
    contradiction:
      "The alert file only warns, and only above 100 ms. The published mean of a single agent is 50 ms, which is this threshold.",
  },
  {
    name: "HighMemoryUsage",
    metric: "memory_per_agent_mb",
    firesWhen: "above",
    threshold: 40,
    unit: "MB",
    severity: "warning",
    publishedIn: "prose",
    contradiction: null,
  },
  {
    name: "ReducedCoordinationEfficiency",
    metric: "coordination_efficiency_percent",
    firesWhen: "below",
    threshold: 60,
    unit: "%",
    severity: "info",
    publishedIn: "prose",
    contradiction: "The published table has 55% at 15 agents already, where the guideline for production begins.",
  },
];

function saysTheSame(a: ThresholdRule, b: ThresholdRule): boolean {
  return (
    a.metric === b.metric && a.firesWhen === b.firesWhen && a.threshold === b.threshold && a.severity === b.severity
  );
}

/** Both published lists as one. A rule that both have is listed once, so that it does not fire twice. */
export const publishedRules: readonly ThresholdRule[] = [
  ...publishedFileRules.map((rule) => {
    const publishedIn: PublishedIn = publishedProseRules.some((other) => saysTheSame(rule, other))
      ? "both"
      : "alert file";
    return { ...rule, publishedIn };
  }),
  ...publishedProseRules.filter((rule) => !publishedFileRules.some((other) => saysTheSame(rule, other))),
];
