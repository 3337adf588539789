// The bounds of an autoscaler: never fewer processes than planned, and no faster than agents can follow.
import type { IHorizontalPodAutoscalerBehavior } from "kubernetes-models/autoscaling/v2/HorizontalPodAutoscalerBehavior";
import type { DeploymentInput } from "../../deployment/deployment-input.ts";
import { demandedOpsPerSecond, type ProcessResources } from "../../deployment/process-resources.ts";

/** Beyond twice the plan, a new curve should be measured. */
const GROWTH_MOST = 2;
/** Above this share a process has no room left to show that more is asked of it. */
const LOAD_MOST = 0.9;
const LOAD_LEAST = 0.1;

/** The fewest and the most processes of a size. */
export function replicaBounds({ processes }: ProcessResources): { readonly least: number; readonly most: number } {
  return { least: processes, most: processes * GROWTH_MOST };
}

/**
 * The share of its throughput at which a process runs when the demand is just met. The rest is the slack of the plan. An
 * autoscaler that keeps this share adds processes when more is asked than was planned.
 * @returns from 0.1 to 0.9, in whole percent rounded down
 */
export function loadAtDemand(input: DeploymentInput): number {
  const share = demandedOpsPerSecond(input) / input.plan.opsPerSecond;
  return Math.floor(100 * Math.min(LOAD_MOST, Math.max(LOAD_LEAST, share)) + 1e-9) / 100;
}

/**
 * Scales up at most twofold a minute, and down by one process every five minutes, since its agents stop with it.
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
