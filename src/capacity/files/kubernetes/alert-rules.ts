// The alert rules of a plan: its own and the published ones, for Prometheus and for the Prometheus Operator.
import type { IPrometheusRule } from "@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/PrometheusRule";
import { type PrometheusRuleFile, prometheusRuleFile, prometheusRuleObject } from "../../../alerts/prometheus-rules.ts";
import { capacityAlerts } from "./capacity-alerts.ts";
import type { DeploymentInput } from "../../deployment/deployment-input.ts";
import { sharedLabels } from "../../deployment/object-names.ts";
import { publishedAlerts } from "./published-alerts.ts";

/** A rule file, as `rule_files` of Prometheus names it and promtool checks it. */
export function alertRules(input: DeploymentInput): PrometheusRuleFile {
  const { name, namespace } = input.names;
  const inNamespace = [{ label: "namespace", operator: "=", value: namespace }] as const;
  return prometheusRuleFile([
    { name: `${name}-capacity`, intervalMs: null, limit: 0, rules: capacityAlerts(input) },
    { name: `${name}-published`, intervalMs: null, limit: 0, rules: publishedAlerts(inNamespace) },
  ]);
}

/** The same rules as an object for the Prometheus Operator. */
export function alertRuleObject(input: DeploymentInput): IPrometheusRule {
  const { name, namespace } = input.names;
  return prometheusRuleObject({ name, namespace, labels: sharedLabels(name) }, alertRules(input));
}

export const alertRuleNotes: readonly string[] = [
  "Group “capacity” has the plan's own thresholds. Group “published” has those of the published alert file and prose, which differ: see published_in and the descriptions.",
  "Needs agent_ops_total and the published gauges from the agents' own program, container_memory_working_set_bytes from the kubelet, and kube-state-metrics.",
];
