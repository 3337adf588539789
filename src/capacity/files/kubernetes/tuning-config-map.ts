// The published tuning environment as a ConfigMap, from which every process gets its variables.
import type { IConfigMap } from "kubernetes-models/v1/ConfigMap";
import type { DeploymentInput } from "../../deployment/deployment-input.ts";
import { metadataOf, tuningName } from "../../deployment/object-names.ts";
import { publishedTuning } from "../../deployment/published-tuning.ts";

/** @see https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/config-map-v1/ */
export function tuningConfigMap(input: DeploymentInput): IConfigMap {
  return {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: metadataOf(input, tuningName(input.names.name)),
    data: { ...publishedTuning },
  };
}
