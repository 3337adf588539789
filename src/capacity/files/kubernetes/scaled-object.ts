// Scaling by throughput: a KEDA ScaledObject for each size of the plan.
import type { IScaledObject } from "@kubernetes-models/keda/keda.sh/v1alpha1/ScaledObject";
import { selectorText } from "../../../alerts/grammar/condition.ts";
import type { DeploymentInput } from "../../deployment/deployment-input.ts";
import { metadataOf, podPattern, sizeName } from "../../deployment/object-names.ts";
import { OPS_METRIC } from "./ops-metric.ts";
import { type ProcessResources, processResources } from "../../deployment/process-resources.ts";
import { beyondTolerance, holdsTolerance, loadAtDemand, replicaBounds, scalingBehavior } from "./scaling-bounds.ts";

function opsQuery({ names }: DeploymentInput, { agents }: ProcessResources): string {
  const selector = selectorText({
    metric: OPS_METRIC,
    matchers: [
      { label: "namespace", operator: "=", value: names.namespace },
      { label: "pod", operator: "=~", value: podPattern(names.name, [agents]) },
    ],
  });
  return `sum(rate(${selector}[5m]))`;
}

/** Four significant digits, rounded up, so that the demand never asks for one process more; and never 0, which KEDA refuses. */
function figureText(opsPerSecond: number): string {
  const rounded = Number(opsPerSecond.toPrecision(4));
  const step = 10 ** (Math.floor(Math.log10(rounded)) - 3);
  return String(Math.max(0.001, Number((rounded < opsPerSecond ? rounded + step : rounded).toPrecision(4))));
}

/**
 * For plans without the slack for what the tolerance lets pass: above the demand at least one process more than it does.
 * Below, this asks for none, and the other trigger counts.
 */
function beyondDemand(input: DeploymentInput, size: ProcessResources, threshold: string): ReturnType<typeof trigger> {
  const demand = figureText(Number(threshold) * size.processes);
  return trigger(input, `(${opsQuery(input, size)} > bool ${demand}) * ${beyondTolerance(size.processes)}`, "1");
}

function trigger({ names }: DeploymentInput, query: string, threshold: string) {
  const metadata = { serverAddress: names.prometheusAddress, query, threshold };
  return { type: "prometheus", metricType: "AverageValue", metadata } as const;
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
    const threshold = figureText(size.opsPerSecond * load);
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
          trigger(input, opsQuery(input, size), threshold),
          ...(holdsTolerance(input) ? [] : [beyondDemand(input, size, threshold)]),
        ],
      },
    };
  });
}

export const scaledObjectNotes: readonly string[] = [
  "Do not apply this together with the HorizontalPodAutoscaler: KEDA makes one of its own, and two of them work against each other.",
  `Needs KEDA in the cluster, and a counter ${OPS_METRIC} of completed ops that Prometheus scrapes with the labels namespace and pod.`,
  "The threshold is the op/s of one process when the demand is just met. There are never fewer processes than planned.",
  "An autoscaler ignores 10 % above its target. Where the plan has less slack than that, a second trigger adds processes as soon as more than the demand is asked.",
];
