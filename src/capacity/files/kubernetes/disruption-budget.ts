// Owns how many processes may be taken away on purpose: as many as the plan has to spare.
import type { IPodDisruptionBudget } from "kubernetes-models/policy/v1/PodDisruptionBudget";
import type { DeploymentInput } from "../../deployment/deployment-input.ts";
import { metadataOf, sharedLabels } from "../../deployment/object-names.ts";

/**
 * One budget over all sizes, by the label that they share: the plan survives losing so many processes altogether.
 * Without spare processes it allows none. To allow one all the same would look like a budget and promise what the
 * plan does not hold; zero makes whoever drains a node ask first.
 * @see https://kubernetes.io/docs/tasks/run-application/configure-pdb/
 */
export function disruptionBudget(input: DeploymentInput): IPodDisruptionBudget {
  return {
    apiVersion: "policy/v1",
    kind: "PodDisruptionBudget",
    metadata: metadataOf(input, input.names.name),
    spec: {
      maxUnavailable: input.request.spare,
      selector: { matchLabels: sharedLabels(input.names.name) },
      // A process that crashes over and over serves nobody, so it must not hold up a drain.
      unhealthyPodEvictionPolicy: "AlwaysAllow",
    },
  };
}

/** What to know before applying it. */
export function disruptionBudgetNotes({ request: { spare } }: DeploymentInput): readonly string[] {
  if (spare > 0) {
    const processes = spare === 1 ? "1 process" : `${spare} processes`;
    return [`The plan meets its demand with ${processes} missing, whichever, so that many may be evicted at a time.`];
  }
  return [
    "The plan has no spare process, so none may be evicted: each one missing is throughput under the demand.",
    "A drain of a node waits for you then. Plan one spare process (N+1), or set maxUnavailable to 1 for the drain and accept the loss.",
  ];
}
