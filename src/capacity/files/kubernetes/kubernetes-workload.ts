// The processes of a plan as Kubernetes runs them: a Deployment or StatefulSet for each size.
import type { IDeployment } from "kubernetes-models/apps/v1/Deployment";
import type { IRollingUpdateDeployment } from "kubernetes-models/apps/v1/RollingUpdateDeployment";
import type { IStatefulSet } from "kubernetes-models/apps/v1/StatefulSet";
import type { IService } from "kubernetes-models/v1/Service";
import type { DeploymentInput } from "../../deployment/deployment-input.ts";
import { metadataOf, sharedLabels, sizeLabels, sizeName, tuningName } from "../../deployment/object-names.ts";
import { isNodeType, podTemplate } from "./pod-template.ts";
import { type ProcessResources, processResources } from "../../deployment/process-resources.ts";

/**
 * Where all processes are of one size, a rollout uses the spare ones. Otherwise it starts a new process before it stops an
 * old one, so that the demand is met throughout. That needs room for one more process.
 */
function rollingUpdate({ plan }: DeploymentInput): IRollingUpdateDeployment {
  const { lost: spare } = plan;
  const usesSpare = spare > 0 && plan.groups.length === 1;
  return usesSpare ? { maxSurge: 0, maxUnavailable: spare } : { maxSurge: 1, maxUnavailable: 0 };
}

function sizeMetadata(input: DeploymentInput, { agents }: ProcessResources) {
  const { name } = input.names;
  return { ...metadataOf(input, sizeName(name, agents)), labels: sizeLabels(name, agents) };
}

/** @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/deployment-v1/ */
function deployment(input: DeploymentInput, size: ProcessResources): IDeployment {
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: sizeMetadata(input, size),
    spec: {
      replicas: size.processes,
      selector: { matchLabels: sizeLabels(input.names.name, size.agents) },
      strategy: { type: "RollingUpdate", rollingUpdate: rollingUpdate(input) },
      template: podTemplate(input, size),
    },
  };
}

/** @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/stateful-set-v1/ */
function statefulSet(input: DeploymentInput, size: ProcessResources): IStatefulSet {
  return {
    apiVersion: "apps/v1",
    kind: "StatefulSet",
    metadata: sizeMetadata(input, size),
    spec: {
      replicas: size.processes,
      serviceName: input.names.name,
      // All start at once, since no process waits for another.
      podManagementPolicy: "Parallel",
      selector: { matchLabels: sizeLabels(input.names.name, size.agents) },
      template: podTemplate(input, size),
    },
  };
}

/** A Service without an address or ports. It only gives the pods of a StatefulSet their names. */
function headlessService(input: DeploymentInput): IService {
  return {
    apiVersion: "v1",
    kind: "Service",
    metadata: metadataOf(input, input.names.name),
    spec: { clusterIP: "None", selector: sharedLabels(input.names.name) },
  };
}

type WorkloadObject = IDeployment | IStatefulSet | IService;

/** The objects that run the plan's processes, in the order to apply them: a Deployment or StatefulSet for each size. */
export function workloadObjects(input: DeploymentInput): readonly WorkloadObject[] {
  const sizes = processResources(input);
  switch (input.workloadResource) {
    case "Deployment":
      return sizes.map((size) => deployment(input, size));
    case "StatefulSet":
      return [headlessService(input), ...sizes.map((size) => statefulSet(input, size))];
  }
}

/** What to know before applying the objects. */
export function workloadNotes({ names, plan, words }: DeploymentInput): readonly string[] {
  const { machines } = plan;
  return [
    `Apply the ConfigMap ${tuningName(names.name)} first: the processes get their environment from it.`,
    "Memory requests are without the buffer, limits include it. The image has to run as a user other than root.",
    "A plan with other sizes has objects with other names: delete those of the earlier plan.",
    ...(machines === null || words.machines === null
      ? []
      : [`Planned for ${words.machines}${isNodeType(machines.machine.name) ? ", which is preferred" : ""}.`]),
    "Kubernetes places the processes. Headroom only sizes them.",
  ];
}
