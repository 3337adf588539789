// The pod of one process: image, resources, tuning, and the machines that it prefers.
import type { INodeSelectorTerm } from "kubernetes-models/v1/NodeSelectorTerm";
import type { IIoK8sApiCoreV1PodSpec as PodSpec } from "kubernetes-models/v1/PodSpec";
import type { IPodTemplateSpec } from "kubernetes-models/v1/PodTemplateSpec";
import type { DeploymentInput } from "../../deployment/deployment-input.ts";
import { CONTAINER, sharedLabels, sizeLabels, tuningName } from "../../deployment/object-names.ts";
import type { ProcessResources } from "../../deployment/process-resources.ts";

/** The variable by which a process learns how many agents it holds. */
export const AGENTS_VARIABLE = "AGENTS_PER_PROCESS";

const labelValue = /^[A-Za-z0-9](?:[\w.-]{0,61}[A-Za-z0-9])?$/;

/** Whether a node can have a type of this name. */
export function isNodeType(machine: string): boolean {
  return labelValue.test(machine);
}

/**
 * Prefers the planned machine type without requiring it: on another type the processes still run. Empty where no node can
 * have a type of this name.
 */
function affinityTo(machine: string): Pick<PodSpec, "affinity"> {
  if (!isNodeType(machine)) return {};
  const preference: INodeSelectorTerm = {
    matchExpressions: [{ key: "node.kubernetes.io/instance-type", operator: "In", values: [machine] }],
  };
  return {
    affinity: {
      nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 100, preference }] },
    },
  };
}

/**
 * The pod template of one size. Its image has to name a user other than root, by number. There is no CPU limit: it would
 * throttle a process in the middle of an op, and the requests already share out the cores.
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/ (it meets "restricted")
 */
function spreadOver(topologyKey: string, name: string) {
  const labelSelector = { matchLabels: sharedLabels(name) };
  return { maxSkew: 1, topologyKey, whenUnsatisfiable: "DoNotSchedule", labelSelector } as const;
}

export function podTemplate({ names, plan, request }: DeploymentInput, size: ProcessResources): IPodTemplateSpec {
  const spec: PodSpec = {
    // Agents do not use the Kubernetes API.
    automountServiceAccountToken: false,
    securityContext: { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } },
    // Spreads the processes of all sizes, so that a lost node takes few of them. A full cluster still runs them, unless the
    // plan counts on what is left when a node or a zone is lost.
    topologySpreadConstraints: [
      ...(request.losing === "zone" ? [spreadOver("topology.kubernetes.io/zone", names.name)] : []),
      request.losing === "machine"
        ? spreadOver("kubernetes.io/hostname", names.name)
        : {
            maxSkew: 1,
            topologyKey: "kubernetes.io/hostname",
            whenUnsatisfiable: "ScheduleAnyway",
            labelSelector: { matchLabels: sharedLabels(names.name) },
          },
    ],
    ...(plan.machines === null ? {} : affinityTo(plan.machines.machine.name)),
    containers: [
      {
        name: CONTAINER,
        image: names.image,
        env: [{ name: AGENTS_VARIABLE, value: String(size.agents) }],
        envFrom: [{ configMapRef: { name: tuningName(names.name) } }],
        resources: {
          requests: { cpu: `${size.millicores}m`, memory: `${size.requestMi}Mi` },
          limits: { memory: `${size.limitMi}Mi` },
        },
        securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] } },
      },
    ],
  };
  return { metadata: { labels: sizeLabels(names.name, size.agents) }, spec };
}
