// Scaling by throughput: a KEDA ScaledObject for each size of the plan.
import type { IScaledObject } from "@kubernetes-models/keda/keda.sh/v1alpha1/ScaledObject";
import { selectorOf } from "../../../alerts/prometheus-rules.ts";
import type { DeploymentInput } from "../../deployment/deployment-input.ts";
import { metadataOf, podPattern, sizeName } from "../../deployment/object-names.ts";
import { OPS_METRIC } from "./ops-metric.ts";
import { type ProcessResources, processResources } from "../../deployment/process-resources.ts";
import { loadAtDemand, replicaBounds, scalingBehavior } from "./scaling-bounds.ts";

function opsQuery({ names }: DeploymentInput, { agents }: ProcessResources): string {
  const selector = selectorOf(OPS_METRIC, [
    { label: "namespace", operator: "=", value: names.namespace },
    { label: "pod", operator: "=~", value: podPattern(names.name, [agents]) },
  ]);
  return `sum(rate(${selector}[5m]))`;
}

/** Three significant digits, as good as a curve is, and never 0, which KEDA refuses. */
function thresholdText(opsPerSecond: number): string {
  return String(Math.max(0.001, Number(opsPerSecond.toPrecision(3))));
}

/**
 * Replicas = ceil(op/s of the size ÷ op/s of one of its processes at the demand).
 * @see https://keda.sh/docs/latest/reference/scaledobject-spec/
 * @see https://keda.sh/docs/latest/scalers/prometheus/
 */
export function scaledObjects(input: DeploymentInput): readonly IScaledObject[] {
  const load = loadAtDemand(input);
  return processResources(input).map((size) => {
    const name = sizeName(input.names.name, size.agents);
    const { least, most } = replicaBounds(size);
    return {
      apiVersion: "keda.sh/v1alpha1",
      kind: "ScaledObject",
      metadata: metadataOf(input, name),
      spec: {
        scaleTargetRef: { apiVersion: "apps/v1", kind: input.workloadResource, name },
        minReplicaCount: least,
        maxReplicaCount: most,
        pollingInterval: 30,
        // While Prometheus does not answer, there are as many processes as planned.
        fallback: { failureThreshold: 3, replicas: least },
        advanced: { horizontalPodAutoscalerConfig: { behavior: scalingBehavior() } },
        triggers: [
          {
            type: "prometheus",
            metricType: "AverageValue",
            metadata: {
              serverAddress: input.names.prometheusAddress,
              query: opsQuery(input, size),
              threshold: thresholdText(size.opsPerSecond * load),
            },
          },
        ],
      },
    };
  });
}

export const scaledObjectNotes: readonly string[] = [
  "Do not apply this together with the HorizontalPodAutoscaler: KEDA makes one of its own, and two of them work against each other.",
  `Needs KEDA in the cluster, and a counter ${OPS_METRIC} of completed ops that Prometheus scrapes with the labels namespace and pod.`,
  "The threshold is the op/s of one process when the demand is just met. There are never fewer processes than planned.",
];
