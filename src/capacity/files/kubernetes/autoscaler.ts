// Scaling by CPU: a HorizontalPodAutoscaler for each size of the plan.
import type { IHorizontalPodAutoscaler } from "kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler";
import type { DeploymentInput } from "../../deployment/deployment-input.ts";
import { metadataOf, sizeName } from "../../deployment/object-names.ts";
import { processResources } from "../../deployment/process-resources.ts";
import { loadAtDemand, replicaBounds, scalingBehavior } from "./scaling-bounds.ts";

/** @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/horizontal-pod-autoscaler-v2/ */
export function autoscalers(input: DeploymentInput): readonly IHorizontalPodAutoscaler[] {
  // Rounded up: a lower target would ask for one process more at the demand.
  const averageUtilization = Math.max(1, Math.ceil(loadAtDemand(input) * 100 - 1e-9));
  return processResources(input).map((size) => {
    const name = sizeName(input.names.name, size.agents);
    const { least, most } = replicaBounds(size);
    return {
      apiVersion: "autoscaling/v2",
      kind: "HorizontalPodAutoscaler",
      metadata: metadataOf(input, name),
      spec: {
        scaleTargetRef: { apiVersion: "apps/v1", kind: input.workloadResource, name },
        minReplicas: least,
        maxReplicas: most,
        metrics: [{ type: "Resource", resource: { name: "cpu", target: { type: "Utilization", averageUtilization } } }],
        behavior: scalingBehavior(),
      },
    };
  });
}

export const autoscalerNotes: readonly string[] = [
  "Apply either this or the KEDA ScaledObject: two autoscalers of the same pods work against each other.",
  "This is for paced agents. Saturated agents keep the CPU busy whatever is asked of them, so this would only add processes.",
  "A process cannot use more CPU than it has: with a slack under 10 % this never adds any. Plan with 10 % headroom, or take the ScaledObject.",
  "The target is the share of CPU at which the planned processes just meet the demand. There are never fewer processes than planned.",
  "Applying the file of the Deployment or StatefulSet again resets its replicas to the plan, until the autoscaler next changes them.",
];
