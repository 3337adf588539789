// Owns between what an autoscaler moves: never under the plan, and as fast as agents can follow.
import type { IHorizontalPodAutoscalerBehavior } from "kubernetes-models/autoscaling/v2/HorizontalPodAutoscalerBehavior";
import type { DeploymentInput } from "../../deployment/deployment-input.ts";
import { demandedOpsPerSecond, type ProcessResources } from "../../deployment/process-resources.ts";

/** Beyond twice the plan its curve should be measured anew rather than followed further. */
const GROWTH_MOST = 2;
/** Above this share a process has no room to show that more is asked of it. */
const LOAD_MOST = 0.9;
const LOAD_LEAST = 0.1;

/** Fewest and most processes of a size. */
export function replicaBounds({ processes }: ProcessResources): { readonly least: number; readonly most: number } {
  return { least: processes, most: processes * GROWTH_MOST };
}

/**
 * The share of its throughput at which a process runs when exactly the demand is asked of the plan; what lies beyond is
 * the plan's slack. An autoscaler that holds this share adds processes once more is asked than was planned.
 * @returns from 0.1 to 0.9, in whole percent rounded down
 */
export function loadAtDemand(input: DeploymentInput): number {
  const share = demandedOpsPerSecond(input) / input.plan.opsPerSecond;
  return Math.floor(100 * Math.min(LOAD_MOST, Math.max(LOAD_LEAST, share)) + 1e-9) / 100;
}

/**
 * Up at once by as much as is there; down by one process every five minutes, for its agents go with it.
 * @see https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#configurable-scaling-behavior
 */
export function scalingBehavior(): IHorizontalPodAutoscalerBehavior {
  return {
    scaleUp: {
      stabilizationWindowSeconds: 60,
      selectPolicy: "Max",
      policies: [{ type: "Percent", value: 100, periodSeconds: 60 }],
    },
    scaleDown: {
      stabilizationWindowSeconds: 600,
      selectPolicy: "Min",
      policies: [{ type: "Pods", value: 1, periodSeconds: 300 }],
    },
  };
}
