// Owns the pod of one process: image, resources, tuning, and where it rather runs.
import type { INodeSelectorTerm } from "kubernetes-models/v1/NodeSelectorTerm";
import type { IIoK8sApiCoreV1PodSpec as PodSpec } from "kubernetes-models/v1/PodSpec";
import type { IPodTemplateSpec } from "kubernetes-models/v1/PodTemplateSpec";
import type { DeploymentInput } from "../../deployment/deployment-input.ts";
import { CONTAINER, sharedLabels, sizeLabels, tuningName } from "../../deployment/object-names.ts";
import type { ProcessResources } from "../../deployment/process-resources.ts";

/** The variable by which a process learns how many agents it holds. */
export const AGENTS_VARIABLE = "AGENTS_PER_PROCESS";

const labelValue = /^[A-Za-z0-9](?:[\w.-]{0,61}[A-Za-z0-9])?$/;

/**
 * Preferred, not required: should the pool have another type of the same size, the processes still run.
 * Nothing where the planned type's name is one that no node can have.
 */
function affinityTo(machine: string): Pick<PodSpec, "affinity"> {
  if (!labelValue.test(machine)) return {};
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
 * The pod template of one size. Its image has to name a user that is not root, by number. There is no CPU limit: it would throttle a process in the middle of an op, and the
 * request already shares out the cores.
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/ (it meets "restricted")
 */
export function podTemplate({ names, plan }: DeploymentInput, size: ProcessResources): IPodTemplateSpec {
  const spec: PodSpec = {
    // Agents need nothing of the cluster's own interface.
    automountServiceAccountToken: false,
    securityContext: { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } },
    // Over all sizes, so that one lost node takes as few processes as can be; a full cluster still schedules.
    topologySpreadConstraints: [
      {
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
