// A fleet as Kubernetes runs it: an Indexed Job with one pod for each machine, a Job that merges, and the claim that holds their files.
import type { IJob } from "kubernetes-models/batch/v1/Job";
import type { IPersistentVolumeClaim } from "kubernetes-models/v1/PersistentVolumeClaim";
import type { IContainer } from "kubernetes-models/v1/Container";
import type { IIoK8sApiCoreV1PodSpec as PodSpec } from "kubernetes-models/v1/PodSpec";
import type { FleetRequest } from "./fleet-request.ts";

/** Attempts of one index beyond the first: a lost browser or a throttled window may be luck. */
const RETRIES_PER_INDEX = 2;
const DAY_SECONDS = 86_400;
/** How long the merge may take, s. */
export const MERGE_SECONDS = 900;
/** The user `node` of the image. */
const USER = 1_000;
const RESULTS = "/results";

/** Codes of `npm run bench` and `npm run merge` that another attempt cannot change: bad input, and not comparable. */
const FINAL_EXIT_CODES = [2, 4] as const;

/** Where the pods find and leave their files. */
export function resultsFolder({ name, run }: FleetRequest): string {
  return `${RESULTS}/${name}/${run}`;
}

export function claimName({ claim, name }: FleetRequest): string {
  return claim ?? `${name}-results`;
}

export function mergeName({ name }: FleetRequest): string {
  return `${name}-merge`;
}

function labels({ name }: FleetRequest, component: "machine" | "merge" | "results"): Record<string, string> {
  return {
    "app.kubernetes.io/name": "headroom-fleet",
    "app.kubernetes.io/instance": name,
    "app.kubernetes.io/component": component,
  };
}

/** Processes see their pod through variables, since they have no access to the cluster. */
function field(name: string, fieldPath: string) {
  return { name, valueFrom: { fieldRef: { fieldPath } } };
}

function podSpec(
  request: FleetRequest,
  container: Pick<IContainer, "name" | "command" | "args" | "env" | "resources">,
) {
  return {
    restartPolicy: "Never",
    // Nothing here asks the cluster for anything.
    automountServiceAccountToken: false,
    securityContext: {
      runAsNonRoot: true,
      runAsUser: USER,
      runAsGroup: USER,
      fsGroup: USER,
      seccompProfile: { type: "RuntimeDefault" },
    },
    containers: [
      {
        ...container,
        image: request.image,
        imagePullPolicy: "IfNotPresent",
        securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] } },
        volumeMounts: [
          { name: "results", mountPath: RESULTS },
          { name: "shm", mountPath: "/dev/shm" },
        ],
      },
    ],
    volumes: [
      { name: "results", persistentVolumeClaim: { claimName: claimName(request) } },
      // Chromium keeps bitmaps and messages in shared memory; the 64 MB that a container has by itself are too few.
      { name: "shm", emptyDir: { medium: "Memory", sizeLimit: "1Gi" } },
    ],
  } satisfies PodSpec;
}

/** The same requests and limits, in whole cores: the pod is Guaranteed, and a static CPU manager gives it cores of its own. */
function wholeCores(cores: number, memoryGi: number): NonNullable<IContainer["resources"]> {
  const quantities = { cpu: String(cores), memory: `${memoryGi}Gi` };
  return { requests: quantities, limits: { ...quantities } };
}

/**
 * The Job whose pods measure.
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/job/ (backoffLimitPerIndex: Kubernetes 1.33, or 1.29 as beta)
 */
export function fleetJob(request: FleetRequest): IJob {
  const { name, namespace, machines, mode, cores, memoryGi, deadlineSeconds, settings } = request;
  const ownLabels = labels(request, "machine");
  return {
    apiVersion: "batch/v1",
    kind: "Job",
    metadata: { name, namespace, labels: ownLabels },
    spec: {
      completionMode: "Indexed",
      completions: machines,
      parallelism: machines,
      backoffLimitPerIndex: RETRIES_PER_INDEX,
      // Where more than half fail, the reason is common to all of them, and the rest need not run.
      maxFailedIndexes: Math.ceil(machines / 2),
      podFailurePolicy: {
        rules: [
          {
            action: "FailIndex",
            onExitCodes: { containerName: "bench", operator: "In", values: [...FINAL_EXIT_CODES] },
          },
          // A pod that the cluster took away says nothing about its index.
          { action: "Ignore", onPodConditions: [{ type: "DisruptionTarget", status: "True" }] },
        ],
      },
      // No second pod of an index while the first may still write.
      podReplacementPolicy: "Failed",
      activeDeadlineSeconds: deadlineSeconds,
      ttlSecondsAfterFinished: DAY_SECONDS,
      template: {
        metadata: { labels: ownLabels },
        spec: {
          ...podSpec(request, {
            name: "bench",
            command: ["node", "scripts/bench.mjs"],
            args: ["--fleet", mode, "--machines", String(machines), "--results", resultsFolder(request), ...settings],
            env: [
              field("NODE_NAME", "spec.nodeName"),
              field("POD_NAME", "metadata.name"),
              field("INDEX_FAILURES", "metadata.annotations['batch.kubernetes.io/job-index-failure-count']"),
            ],
            resources: wholeCores(cores, memoryGi),
          }),
          // One browser on each node: two on one would measure each other. The spread alone would put two on each where nodes are few.
          topologySpreadConstraints: [
            {
              maxSkew: 1,
              topologyKey: "kubernetes.io/hostname",
              whenUnsatisfiable: "DoNotSchedule",
              labelSelector: { matchLabels: ownLabels },
            },
          ],
          affinity: {
            podAntiAffinity: {
              requiredDuringSchedulingIgnoredDuringExecution: [
                { topologyKey: "kubernetes.io/hostname", labelSelector: { matchLabels: ownLabels } },
              ],
            },
          },
        },
      },
    },
  };
}

/** The Job that merges what the machines have left. */
export function mergeJob(request: FleetRequest): IJob {
  const { namespace, machines, mode } = request;
  const folder = resultsFolder(request);
  const ownLabels = labels(request, "merge");
  const out = `${folder}/${mode === "split" ? "merged.json" : "machines.ndjson"}`;
  return {
    apiVersion: "batch/v1",
    kind: "Job",
    metadata: { name: mergeName(request), namespace, labels: ownLabels },
    spec: {
      // What cannot be merged once cannot be merged again.
      backoffLimit: 0,
      activeDeadlineSeconds: MERGE_SECONDS,
      ttlSecondsAfterFinished: DAY_SECONDS,
      template: {
        metadata: { labels: ownLabels },
        spec: podSpec(request, {
          name: "merge",
          command: ["node", "scripts/merge.mjs"],
          args: ["--results", folder, "--machines", String(machines), "--out", out],
          resources: wholeCores(1, 2),
        }),
      },
    },
  };
}

/** The claim that every pod writes to; none where one exists. */
export function resultsClaim(request: FleetRequest): readonly IPersistentVolumeClaim[] {
  if (request.claim !== null) return [];
  return [
    {
      apiVersion: "v1",
      kind: "PersistentVolumeClaim",
      metadata: { name: claimName(request), namespace: request.namespace, labels: labels(request, "results") },
      spec: { accessModes: ["ReadWriteMany"], resources: { requests: { storage: "1Gi" } } },
    },
  ];
}
