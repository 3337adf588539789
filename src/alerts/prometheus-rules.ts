// Alert rules in the form that Prometheus reads: groups of a rule file, and the object for the Prometheus Operator.
import type { IPrometheusRule } from "@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/PrometheusRule";
import { durationText } from "./go/duration.ts";
import { conditionText } from "./grammar/condition.ts";
import { absenceRule, NO_DATA_ANNOTATION } from "./no-data-rule.ts";
import type { AlertRule, PromqlRule, WrittenGroup } from "./rule.ts";

/** One alerting rule as it is written. @see https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/ */
interface PrometheusAlert {
  readonly alert: string;
  /** PromQL that has a result while the alert should fire. */
  readonly expr: string;
  /** How long it must have one before the alert fires, as a Prometheus duration such as "10m". */
  readonly for?: string;
  readonly keep_firing_for?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

interface PrometheusRuleGroup {
  /** Unique in its file. */
  readonly name: string;
  readonly interval?: string;
  readonly limit?: number;
  readonly rules: readonly PrometheusAlert[];
}

/** The top level of a Prometheus rule file. */
export interface PrometheusRuleFile {
  readonly groups: readonly PrometheusRuleGroup[];
}

function texts(name: "labels" | "annotations", map: ReadonlyMap<string, string>) {
  return map.size === 0 ? {} : { [name]: Object.fromEntries(map) };
}

/** One rule as it is, without its verdict on missing data, which Prometheus does not have. */
export function prometheusAlert(rule: AlertRule | PromqlRule): PrometheusAlert {
  const { name, forMs, keepFiringForMs, labels, annotations } = rule;
  return {
    alert: name,
    expr: "promql" in rule ? rule.promql : conditionText(rule.condition),
    ...(forMs === 0 ? {} : { for: durationText(forMs) }),
    ...(keepFiringForMs === 0 ? {} : { keep_firing_for: durationText(keepFiringForMs) }),
    ...texts("labels", labels),
    ...texts("annotations", annotations),
  };
}

/**
 * A rule with its verdict: where alerts do not simply end without data, an annotation says so, and an absent(…) rule follows, since
 * Prometheus would end them in silence.
 */
export function prometheusAlerts(rule: AlertRule | PromqlRule): readonly PrometheusAlert[] {
  if ("promql" in rule) return [prometheusAlert(rule)];
  const absence = rule.onNoData === "resolve" ? null : absenceRule(rule);
  if (absence === null) return [prometheusAlert(rule)];
  const marked = new Map([...rule.annotations, [NO_DATA_ANNOTATION, rule.onNoData]]);
  return [prometheusAlert({ ...rule, annotations: marked }), prometheusAlert(absence)];
}

/** Groups as a rule file. */
export function prometheusRuleFile(groups: readonly WrittenGroup[]): PrometheusRuleFile {
  return {
    groups: groups.map(({ name, intervalMs, limit, rules }) => ({
      name,
      ...(intervalMs === null ? {} : { interval: durationText(intervalMs) }),
      ...(limit === 0 ? {} : { limit }),
      rules: rules.flatMap(prometheusAlerts),
    })),
  };
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
      groups: groups.map((group) => ({
        ...group,
        rules: group.rules.map(({ labels, annotations, ...rule }) => ({
          ...rule,
          ...(labels === undefined ? {} : { labels: { ...labels } }),
          ...(annotations === undefined ? {} : { annotations: { ...annotations } }),
        })),
      })),
    },
  };
}
