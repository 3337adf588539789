// Owns writing alerts for Prometheus: as groups of its rule files, and as the object that its operator reads.
import type { IPrometheusRule } from "@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/PrometheusRule";
import type { Comparison, Severity, ThresholdRule } from "./rule.ts";

/** One alerting rule. @see https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/ */
export interface PrometheusAlert {
  readonly alert: string;
  /** PromQL that has a result while the alert is due. */
  readonly expr: string;
  /** How long that must last, as a Prometheus duration such as "10m". */
  readonly for: string;
  readonly labels: Readonly<Record<string, string>> & { readonly severity: Severity };
  readonly annotations: { readonly summary: string; readonly description: string };
}

export interface PrometheusRuleGroup {
  /** Once in its file. */
  readonly name: string;
  readonly rules: readonly PrometheusAlert[];
}

/** What a rule file of Prometheus holds at its top. */
export interface PrometheusRuleFile {
  readonly groups: readonly PrometheusRuleGroup[];
}

/** Matchers of a PromQL selector: an exact value each, or a regular expression that the whole value must match. */
export type LabelMatchers = readonly {
  readonly label: string;
  readonly operator: "=" | "=~";
  readonly value: string;
}[];

/** PromQL strings take backslash escapes as Go's do; JSON's are among them. */
function promString(text: string): string {
  return JSON.stringify(text);
}

/** A PromQL selector: metric{namespace="agents",pod=~"fleet-n16-.+"}. */
export function selectorOf(metric: string, matchers: LabelMatchers): string {
  const inside = matchers.map(({ label, operator, value }) => `${label}${operator}${promString(value)}`).join(",");
  return `${metric}{${inside}}`;
}

function symbolOf(comparison: Comparison): string {
  switch (comparison) {
    case "above":
      return ">";
    case "below":
      return "<";
  }
}

function thresholdAlert(rule: ThresholdRule, matchers: LabelMatchers): PrometheusAlert {
  const { name, metric, comparison, threshold, unit, severity, publishedIn, contradiction } = rule;
  const source =
    publishedIn === "both" ? "the published alert file and its prose alike" : `the published ${publishedIn}`;
  const inUnit = unit === "%" ? "%" : ` ${unit}`;
  return {
    alert: name,
    // The mean of a process: one alert for it, not one for each of its agents.
    expr: `avg by (namespace, pod) (${selectorOf(metric, matchers)}) ${symbolOf(comparison)} ${threshold}`,
    for: "5m",
    labels: { severity, published_in: publishedIn },
    annotations: {
      summary: `${metric} of {{ $labels.pod }} is ${comparison} ${threshold}${inUnit}`,
      description: [
        `{{ $labels.pod }} is at {{ printf "%.1f" $value }}${inUnit}. The threshold is that of ${source}.`,
        ...(contradiction === null ? [] : [contradiction]),
      ].join(" "),
    },
  };
}

/**
 * Threshold rules as one group.
 * @param matchers which series are meant; the metrics are gauges that the agents' own program exposes
 */
export function thresholdGroup(
  name: string,
  rules: readonly ThresholdRule[],
  matchers: LabelMatchers,
): PrometheusRuleGroup {
  return { name, rules: rules.map((rule) => thresholdAlert(rule, matchers)) };
}

/** Name, namespace and labels as Kubernetes has them. */
export interface RuleObjectMeta {
  readonly name: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
}

/**
 * The same groups as a PrometheusRule, which the Prometheus Operator hands to Prometheus.
 * @see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PrometheusRule
 */
export function prometheusRuleObject(meta: RuleObjectMeta, { groups }: PrometheusRuleFile): IPrometheusRule {
  return {
    apiVersion: "monitoring.coreos.com/v1",
    kind: "PrometheusRule",
    metadata: { name: meta.name, namespace: meta.namespace, labels: { ...meta.labels } },
    spec: {
      groups: groups.map(({ name, rules }) => ({
        name,
        rules: rules.map((rule) => ({ ...rule, labels: { ...rule.labels }, annotations: { ...rule.annotations } })),
      })),
    },
  };
}
