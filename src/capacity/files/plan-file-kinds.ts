// The kinds of file that a plan is exported as, with their names. Their texts are made in plan-files.ts, which loads YAML.

export const PLAN_FILE_KINDS = [
  "workload",
  "tuning",
  "disruption-budget",
  "autoscaler",
  "scaled-object",
  "prometheus-rule",
  "alert-rules",
  "compose",
  "terraform",
  "csv",
  "report",
] as const;
export type PlanFileKind = (typeof PLAN_FILE_KINDS)[number];

export interface PlanFileAbout {
  readonly kind: PlanFileKind;
  readonly fileName: string;
  /** As in RFC 9512, RFC 8259, RFC 4180 and RFC 7763. */
  readonly mediaType: string;
  readonly label: string;
}

const yaml = "application/yaml";

/** @param name of the deployment, as nameProblems accepts it */
export function planFileAbout(kind: PlanFileKind, name: string): PlanFileAbout {
  switch (kind) {
    case "workload":
      return { kind, fileName: `${name}-workload.yaml`, mediaType: yaml, label: "Kubernetes workload" };
    case "tuning":
      return { kind, fileName: `${name}-tuning.yaml`, mediaType: yaml, label: "Tuning environment (ConfigMap)" };
    case "disruption-budget":
      return { kind, fileName: `${name}-disruption-budget.yaml`, mediaType: yaml, label: "PodDisruptionBudget" };
    case "autoscaler":
      return { kind, fileName: `${name}-autoscaler.yaml`, mediaType: yaml, label: "HorizontalPodAutoscaler" };
    case "scaled-object":
      return { kind, fileName: `${name}-scaled-object.yaml`, mediaType: yaml, label: "KEDA ScaledObject" };
    case "prometheus-rule":
      return { kind, fileName: `${name}-prometheus-rule.yaml`, mediaType: yaml, label: "PrometheusRule (operator)" };
    case "alert-rules":
      return { kind, fileName: `${name}-alerts.rules.yaml`, mediaType: yaml, label: "Prometheus alert rules" };
    case "compose":
      return { kind, fileName: `${name}-compose.yaml`, mediaType: yaml, label: "Docker Compose" };
    case "terraform":
      return {
        kind,
        fileName: `${name}.auto.tfvars.json`,
        mediaType: "application/json",
        label: "Terraform variables (JSON)",
      };
    case "csv":
      return { kind, fileName: `${name}-plan.csv`, mediaType: "text/csv", label: "CSV" };
    case "report":
      return { kind, fileName: `${name}-plan.md`, mediaType: "text/markdown", label: "Report (Markdown)" };
  }
}
