// Alert rules in the form that Prometheus reads: groups of a rule file, and the object for the Prometheus Operator.
import type { IPrometheusRule } from "@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/PrometheusRule";
import type { FiringSide, Severity, ThresholdRule } from "./rule.ts";

/** One alerting rule. @see https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/ */
export interface PrometheusAlert {
  readonly alert: string;
  /** PromQL that has a result while the alert should fire. */
  readonly expr: string;
  /** How long it must have one before the alert fires, as a Prometheus duration such as "10m". */
  readonly for: string;
  readonly labels: Readonly<Record<string, string>> & { readonly severity: Severity };
  readonly annotations: { readonly summary: string; readonly description: string };
}

export interface PrometheusRuleGroup {
  /** Unique in its file. */
  readonly name: string;
  readonly rules: readonly PrometheusAlert[];
}

/** The top level of a Prometheus rule file. */
export interface PrometheusRuleFile {
  readonly groups: readonly PrometheusRuleGroup[];
}

/** Matchers of a PromQL selector: each has an exact value, or a regular expression that must match the whole value. */
export type LabelMatchers = readonly {
  readonly label: string;
  readonly operator: "=" | "=~";
  readonly value: string;
}[];

/** A PromQL string. PromQL takes the escapes of Go, which include those of JSON. */
function promString(text: string): string {
  return JSON.stringify(text);
}

/** A PromQL selector: metric{namespace="agents",pod=~"fleet-n16-.+"}. */
export function selectorOf(metric: string, matchers: LabelMatchers): string {
  const inside = matchers.map(({ label, operator, value }) => `${label}${operator}${promString(value)}`).join(",");
  return `${metric}{${inside}}`;
}

function symbolOf(side: FiringSide): string {
  switch (side) {
    case "above":
      return ">";
    case "below":
      return "<";
  }
}

function thresholdAlert(rule: ThresholdRule, matchers: LabelMatchers): PrometheusAlert {
  const { name, metric, firesWhen, threshold, unit, severity, publishedIn, contradiction } = rule;
  const source =
    publishedIn === "both" ? "the published alert file and its prose alike" : `the published ${publishedIn}`;
  const inUnit = unit === "%" ? "%" : ` ${unit}`;
  return {
    alert: name,
    // The mean over a process gives one alert for it, rather than one for each of its agents.
    expr: `avg by (namespace, pod) (${selectorOf(metric, matchers)}) ${symbolOf(firesWhen)} ${threshold}`,
    for: "5m",
    labels: { severity, published_in: publishedIn },
    annotations: {
      summary: `${metric} of {{ $labels.pod }} is ${firesWhen} ${threshold}${inUnit}`,
      description: [
        `{{ $labels.pod }} is at {{ printf "%.1f" $value }}${inUnit}. The threshold is from ${source}.`,
        ...(contradiction === null ? [] : [contradiction]),
      ].join(" "),
    },
  };
}

/**
 * Threshold rules as one group. Their metrics are gauges that the agents' own program must expose.
 * @param matchers labels of the time series to watch
 */
export function thresholdGroup(
  name: string,
  rules: readonly ThresholdRule[],
  matchers: LabelMatchers,
): PrometheusRuleGroup {
  return { name, rules: rules.map((rule) => thresholdAlert(rule, matchers)) };
}

/** The metadata of a Kubernetes object. */
export interface RuleObjectMeta {
  readonly name: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
}

/**
 * The same groups as a PrometheusRule, which the Prometheus Operator passes on to Prometheus.
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
