// The names and labels by which the objects of a deployment refer to each other.
import type { IObjectMeta } from "@kubernetes-models/apimachinery/apis/meta/v1/ObjectMeta";
import type { DeploymentInput } from "./deployment-input.ts";

/** "fleet-n16": the processes of one size. */
export function sizeName(name: string, agents: number): string {
  return `${name}-n${agents}`;
}

export function tuningName(name: string): string {
  return `${name}-tuning`;
}

/** The name of the container in every pod. */
export const CONTAINER = "agents";

/**
 * Labels of every object of the deployment. They select its pods of all sizes.
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/
 */
export function sharedLabels(name: string): Record<string, string> {
  return { "app.kubernetes.io/name": name, "app.kubernetes.io/instance": name };
}

/** Labels that select the processes of one size. */
export function sizeLabels(name: string, agents: number): Record<string, string> {
  return { ...sharedLabels(name), "app.kubernetes.io/component": `agents-n${agents}` };
}

/** A regular expression for PromQL that matches all pods of these sizes: fleet-n(16|15)-.+ */
export function podPattern(name: string, sizes: readonly number[]): string {
  return `${name}-n(${sizes.join("|")})-.+`;
}

/** Name, namespace and labels of an object that is not of one size. */
export function metadataOf({ names }: DeploymentInput, name: string): IObjectMeta {
  return { name, namespace: names.namespace, labels: sharedLabels(names.name) };
}
