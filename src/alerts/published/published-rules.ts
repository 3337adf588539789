// The published alert rules: three from the published alert file, and three from the published prose, which differ.
import type { Comparator } from "../grammar/condition.ts";
import type { AlertRule } from "../rule.ts";
import { thresholdRule } from "./threshold-rule.ts";

/** Where a rule was published: in the alert file, in the prose, or the same in both. */
type PublishedIn = "alert file" | "prose" | "both";

/** A rule with what its publication says beyond it. */
export interface PublishedRule {
  readonly rule: AlertRule;
  /** Of its threshold. */
  readonly unit: string;
  readonly publishedIn: PublishedIn;
  /** What else was published that contradicts this rule; null where nothing does. */
  readonly contradiction: string | null;
}

function published(
  name: string,
  [metric, comparator, threshold]: readonly [string, Comparator, number],
  severity: "info" | "warning" | "critical",
  rest: Omit<PublishedRule, "rule">,
): PublishedRule {
  const rule = thresholdRule({ name, selector: { metric, matchers: [] }, comparator, threshold, severity });
  return { rule, ...rest };
}

/** The rules of the published alert file, under its names. It gives no comparator: each fires on the worse side. */
export const publishedFileRules: readonly PublishedRule[] = [
  published("High Agent Inference Time", ["agent_inference_time_ms", ">", 100], "warning", {
    unit: "ms",
    publishedIn: "alert file",
    contradiction:
      "The prose is critical above 50 ms already, so its critical alert would fire before this warning. Both cannot be right.",
  }),
  published("Low Coordination Efficiency", ["coordination_efficiency_percent", "<", 50], "critical", {
    unit: "%",
    publishedIn: "alert file",
    contradiction:
      "The published table has 45% at 20 agents, and the guideline of 15 to 25 agents calls that production: this alert would then always fire.",
  }),
  published("High Memory Usage", ["memory_per_agent_mb", ">", 40], "warning", {
    unit: "MB",
    publishedIn: "alert file",
    contradiction: null,
  }),
];

/** The rules of the published prose. It gives them no names. */
export const publishedProseRules: readonly PublishedRule[] = [
  published("Critical Agent Inference Time", ["agent_inference_time_ms", ">", 50], "critical", {
    unit: "ms",
    publishedIn: "prose",
    contradiction:
      "The alert file only warns, and only above 100 ms. The published mean of a single agent is 50 ms, which is this threshold.",
  }),
  published("High Memory Usage", ["memory_per_agent_mb", ">", 40], "warning", {
    unit: "MB",
    publishedIn: "prose",
    contradiction: null,
  }),
  published("Reduced Coordination Efficiency", ["coordination_efficiency_percent", "<", 60], "info", {
    unit: "%",
    publishedIn: "prose",
    contradiction: "The published table has 55% at 15 agents already, where the guideline for production begins.",
  }),
];

function saysTheSame(a: PublishedRule, b: PublishedRule): boolean {
  const said = ({ rule }: PublishedRule) => JSON.stringify([rule.condition, [...rule.labels]]);
  return said(a) === said(b);
}

/** Both published lists as one. A rule that both have is listed once, so that it does not fire twice. */
export const publishedRules: readonly PublishedRule[] = [
  ...publishedFileRules.map((rule) => {
    const publishedIn: PublishedIn = publishedProseRules.some((other) => saysTheSame(rule, other))
      ? "both"
      : "alert file";
    return { ...rule, publishedIn };
  }),
  ...publishedProseRules.filter((rule) => !publishedFileRules.some((other) => saysTheSame(rule, other))),
];
