// The bounds of an autoscaler: never fewer processes than planned, and no faster than agents can follow.
import type { IHorizontalPodAutoscalerBehavior } from "kubernetes-models/autoscaling/v2/HorizontalPodAutoscalerBehavior";
import type { DeploymentInput } from "../../deployment/deployment-input.ts";
import { demandedOpsPerSecond, type ProcessResources } from "../../deployment/process-resources.ts";

/** Beyond twice the plan, a new curve should be measured. */
const GROWTH_MOST = 2;
/** An autoscaler leaves a figure alone that is within this share of its target. Source: Kubernetes, "HPA tolerance". */
const TOLERANCE = 0.1;

/** The fewest and the most processes of a size. */
export function replicaBounds({ processes }: ProcessResources): { readonly least: number; readonly most: number } {
  return { least: processes, most: processes * GROWTH_MOST };
}

/**
 * The share of its throughput at which a process runs when the demand is just met. The rest is the slack of the plan. With
 * this as target, the formula ceil(processes × figure / target) gives the planned number at the demand, and never one more.
 */
export function loadAtDemand(input: DeploymentInput): number {
  return Math.min(1, demandedOpsPerSecond(input) / input.plan.opsPerSecond);
}

/** Whether the planned processes hold what the autoscaler's tolerance lets pass: 10 % above the demand, or nearly. */
export function holdsTolerance(input: DeploymentInput): boolean {
  return loadAtDemand(input) * (1 + TOLERANCE) <= 1;
}

/** The fewest processes that are far enough above so many for an autoscaler to act. */
export function beyondTolerance(processes: number): number {
  return Math.floor(processes * (1 + TOLERANCE) + 1e-9) + 1;
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
