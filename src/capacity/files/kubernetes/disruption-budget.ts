// How many processes may be taken away on purpose: as many as the plan has spare.
import type { IPodDisruptionBudget } from "kubernetes-models/policy/v1/PodDisruptionBudget";
import type { DeploymentInput } from "../../deployment/deployment-input.ts";
import { metadataOf, sharedLabels } from "../../deployment/object-names.ts";

/**
 * One budget for all sizes, by the labels that they share: the plan survives losing that many processes in all. Without
 * spare processes it allows none, since the plan does not meet its demand with one missing. Whoever drains a node then
 * has to decide.
 * @see https://kubernetes.io/docs/tasks/run-application/configure-pdb/
 */
export function disruptionBudget(input: DeploymentInput): IPodDisruptionBudget {
  return {
    apiVersion: "policy/v1",
    kind: "PodDisruptionBudget",
    metadata: metadataOf(input, input.names.name),
    spec: {
      maxUnavailable: input.plan.lost,
      selector: { matchLabels: sharedLabels(input.names.name) },
      // A process that keeps crashing does no work, so it must not hold up a drain.
      unhealthyPodEvictionPolicy: "AlwaysAllow",
    },
  };
}

/** What to know before applying it. */
export function disruptionBudgetNotes({ plan: { lost: spare } }: DeploymentInput): readonly string[] {
  if (spare > 0) {
    const processes = spare === 1 ? "1 process" : `${spare} processes`;
    return [`The plan meets its demand with any ${processes} missing, so that many may be evicted at a time.`];
  }
  return [
    "The plan has no spare process, so none may be evicted: with one missing the demand is not met.",
    "Draining a node will therefore wait. Plan one spare process (N+1), or set maxUnavailable to 1 for the drain and accept the loss.",
  ];
}
