// The files of a fleet: valid by the official schemas, without a field that they do not know, and by the rules between fields.
import type { IJob } from "kubernetes-models/batch/v1/Job";
import { Job } from "kubernetes-models/batch/v1/Job";
import { expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { jobRuleProblems } from "../capacity/files/fixtures/job-rules.ts";
import { strictKind, unknownFields, validKind } from "../capacity/files/fixtures/official-validators.ts";
import { misspelt } from "../capacity/files/fixtures/renamed-fields.ts";
import { FLEET_MODES } from "../comparison/fleet/fleet-mode.ts";
import { FLEET_FILES, fleetFiles, fleetLines } from "./fleet-files.ts";
import { fleetJob, mergeJob } from "./fleet-objects.ts";
import { fleetProblem, type FleetRequest } from "./fleet-request.ts";

const DIGEST = `sha256:${"0123456789abcdef".repeat(4)}`;
const request: FleetRequest = {
  mode: "split",
  machines: 3,
  image: `ghcr.io/example/headroom@${DIGEST}`,
  name: "headroom-fleet",
  namespace: "bench",
  run: "20261128T0230Z",
  cores: 4,
  memoryGi: 4,
  deadlineSeconds: 7_200,
  claim: null,
  settings: ["--scenario=scaling", "--agents=1,5,10"],
};
const made = { headroomVersion: "0.1.0", on: "2026-11-28" };

function textOf(asked: FleetRequest, name: string): string {
  return fleetFiles(asked, made).find((file) => file.name === name)?.text ?? "";
}

/** As kubectl reads it, and by the newer YAML: both must read the same. */
function objectsIn(text: string): readonly unknown[] {
  const read = (version: "1.1" | "1.2") =>
    parseAllDocuments(text, { version }).map((document): unknown => {
      expect(document.errors).toEqual([]);
      const object: unknown = document.toJS();
      return object;
    });
  expect(read("1.1")).toEqual(read("1.2"));
  return read("1.2");
}

function jobIn(text: string): IJob {
  const job = objectsIn(text).find((one) => Job.is(one));
  if (!Job.is(job)) throw new Error("A Job was written.");
  return job;
}

test.each(FLEET_MODES)(
  "I1: %s: every object is valid, has no unknown field and keeps the rules between fields",
  (mode) => {
    for (const claim of [null, "shared-disk"]) {
      const asked: FleetRequest = { ...request, mode, claim, machines: 50 };
      const fleet = objectsIn(textOf(asked, FLEET_FILES.fleet));
      expect(fleet.map(strictKind)).toEqual(claim === null ? ["PersistentVolumeClaim", "Job"] : ["Job"]);
      expect(objectsIn(textOf(asked, FLEET_FILES.merge)).map(strictKind)).toEqual(["Job"]);
      for (const name of [FLEET_FILES.fleet, FLEET_FILES.merge]) {
        expect(jobRuleProblems(jobIn(textOf(asked, name)))).toEqual([]);
      }
    }
  },
);

test("I1: the Job has one index for each machine, retries by index, and pods that hold a node each", () => {
  const job = jobIn(textOf(request, FLEET_FILES.fleet));
  expect(job.spec).toMatchObject({
    completionMode: "Indexed",
    completions: 3,
    parallelism: 3,
    backoffLimitPerIndex: 2,
    maxFailedIndexes: 2,
    podReplacementPolicy: "Failed",
    activeDeadlineSeconds: 7_200,
    podFailurePolicy: {
      rules: [
        { action: "FailIndex", onExitCodes: { containerName: "bench", operator: "In", values: [2, 4] } },
        { action: "Ignore", onPodConditions: [{ type: "DisruptionTarget", status: "True" }] },
      ],
    },
  });
  expect(job.spec?.ttlSecondsAfterFinished).toBeGreaterThan(0);
  const pod = job.spec?.template.spec;
  expect(pod).toMatchObject({
    restartPolicy: "Never",
    automountServiceAccountToken: false,
    securityContext: { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } },
    topologySpreadConstraints: [
      { maxSkew: 1, topologyKey: "kubernetes.io/hostname", whenUnsatisfiable: "DoNotSchedule" },
    ],
    volumes: [
      { name: "results", persistentVolumeClaim: { claimName: "headroom-fleet-results" } },
      { name: "shm", emptyDir: { medium: "Memory", sizeLimit: "1Gi" } },
    ],
  });
  const [container] = pod?.containers ?? [];
  expect(container?.image).toBe(request.image);
  expect(container?.resources?.requests).toEqual({ cpu: "4", memory: "4Gi" });
  expect(container?.resources?.limits).toEqual(container?.resources?.requests);
  expect(container?.volumeMounts).toContainEqual({ name: "shm", mountPath: "/dev/shm" });
  expect(container?.args).toEqual([
    "--fleet",
    "split",
    "--machines",
    "3",
    "--results",
    "/results/headroom-fleet/20261128T0230Z",
    ...request.settings,
  ]);
});

test("I1: the merge reads the folder that the machines write to, and knows how many they are", () => {
  const folder = "/results/headroom-fleet/20261128T0230Z";
  const argsOf = (mode: FleetRequest["mode"]) =>
    mergeJob({ ...request, mode }).spec?.template.spec?.containers[0]?.args;
  expect(argsOf("split")).toEqual(["--results", folder, "--machines", "3", "--out", `${folder}/merged.json`]);
  expect(argsOf("replicate")).toEqual(["--results", folder, "--machines", "3", "--out", `${folder}/machines.ndjson`]);
});

test("I1: any one field that is misspelt is found", () => {
  for (const object of [
    ...objectsIn(textOf(request, FLEET_FILES.fleet)),
    ...objectsIn(textOf(request, FLEET_FILES.merge)),
  ]) {
    let count = 0;
    for (const { path, object: broken } of misspelt(object)) {
      expect(() => strictKind(broken), path).toThrow(/data|has no|No validator/);
      count += 1;
    }
    expect(count).toBeGreaterThan(8);
  }
});

test("I1: the validators alone accept what the comparison of fields finds", () => {
  const job = fleetJob(request);
  const broken = { ...job, spec: { ...job.spec, completionmode: "Indexed" } };
  expect(validKind(broken)).toBe("Job");
  expect(unknownFields(broken)).toEqual(["/spec/completionmode"]);
  expect(unknownFields(job)).toEqual([]);
});

type Spec = NonNullable<IJob["spec"]>;

function withoutMode(spec: Spec): Spec {
  const { completionMode: _, ...others } = spec;
  return others;
}

function withoutRetries(spec: Spec): Spec {
  const { backoffLimitPerIndex: _, ...others } = spec;
  return others;
}

function withoutCompletions(spec: Spec): Spec {
  const { completions: _, ...others } = spec;
  return others;
}

test.each<readonly [string, (spec: Spec) => Spec, string]>([
  ["retries by index without indexes", withoutMode, "needs completionMode Indexed"],
  ["indexes without retries by index", withoutRetries, "backoffLimitPerIndex is missing"],
  ["FailIndex without retries by index", withoutRetries, "FailIndex needs"],
  ["no number of indexes", withoutCompletions, "needs completions"],
  ["more pods than indexes", (spec) => ({ ...spec, parallelism: 4 }), "below parallelism"],
  ["more failures than indexes", (spec) => ({ ...spec, maxFailedIndexes: 9 }), "above completions"],
  ["a second pod while the first ends", (spec) => ({ ...spec, podReplacementPolicy: "TerminatingOrFailed" }), "Failed"],
  [
    "pods that restart",
    (spec) => ({
      ...spec,
      template: { ...spec.template, spec: { containers: [], ...spec.template.spec, restartPolicy: "Always" } },
    }),
    "must be Never or OnFailure",
  ],
  [
    "pods that restart on failure",
    (spec) => ({
      ...spec,
      template: { ...spec.template, spec: { containers: [], ...spec.template.spec, restartPolicy: "OnFailure" } },
    }),
    "needs restartPolicy Never",
  ],
  [
    "a rule about another container",
    (spec) => ({
      ...spec,
      podFailurePolicy: {
        rules: [{ action: "FailIndex", onExitCodes: { containerName: "browser", operator: "In", values: [2] } }],
      },
    }),
    "a container that the pod does not have",
  ],
  [
    "a rule about nothing",
    (spec) => ({ ...spec, podFailurePolicy: { rules: [{ action: "Ignore" }] } }),
    "either onExitCodes or onPodConditions",
  ],
  [
    "success as a failure",
    (spec) => ({
      ...spec,
      podFailurePolicy: { rules: [{ action: "FailIndex", onExitCodes: { operator: "In", values: [0] } }] },
    }),
    "exit code 0",
  ],
])("I1: %s is valid by the schema, and found by the rules", (_, change, problem) => {
  const job = fleetJob(request);
  if (job.spec === undefined) throw new Error("It has a spec.");
  const broken: IJob = { ...job, spec: change(job.spec) };
  expect(strictKind(broken)).toBe("Job");
  expect(jobRuleProblems(broken).join("; ")).toContain(problem);
});

test("an image without a digest, and names that Kubernetes would not take, are refused with the way out", () => {
  expect(fleetProblem(request)).toBe(null);
  const problemOf = (change: Partial<FleetRequest>) => fleetProblem({ ...request, ...change }) ?? "";
  expect(problemOf({ image: "ghcr.io/example/headroom:1.0" })).toContain("has no digest");
  expect(problemOf({ image: "ghcr.io/example/headroom:1.0" })).toContain("Give NAME@sha256:…");
  expect(problemOf({ image: `ghcr.io/example/headroom@${DIGEST.slice(0, -1)}` })).toContain("--image");
  expect(problemOf({ image: `a\n---\nkind: Secret@${DIGEST}` })).toContain("--image");
  expect(problemOf({ name: "a\n---\nkind: Secret" })).toContain("--name");
  expect(problemOf({ name: "Fleet" })).toContain("--name");
  expect(problemOf({ name: "f".repeat(41) })).toContain("at most 40 characters");
  expect(problemOf({ namespace: "No Spaces" })).toContain("--namespace");
  expect(problemOf({ claim: "x; rm" })).toContain("--claim");
  expect(fleetProblem({ ...request, image: `localhost:5000/headroom:1.0@${DIGEST}`, claim: "shared-disk" })).toBe(null);
});

test("three lines run it: apply, wait for either end, merge and read the log", () => {
  const lines = fleetLines(request, "out");
  expect(lines).toHaveLength(3);
  expect(lines[0]).toBe("kubectl -n bench apply -f out/fleet.yaml");
  expect(lines[1]).toContain("--for=condition=complete --timeout=7200s job/headroom-fleet &");
  expect(lines[1]).toContain("--for=condition=failed --timeout=7200s job/headroom-fleet &");
  expect(lines[2]).toContain("apply -f out/merge.yaml");
  expect(lines[2]).toMatch(/kubectl -n bench logs job\/headroom-fleet-merge$/);
});

test("the header says what the sandbox, the claim and the exit codes are about", () => {
  const text = textOf(request, FLEET_FILES.fleet);
  for (const part of ["--no-sandbox", "ReadWriteMany", "Exit codes 2", "Needs 3 nodes"]) expect(text).toContain(part);
  expect(textOf({ ...request, claim: "shared-disk" }, FLEET_FILES.fleet)).toContain(
    "The claim shared-disk has to be ReadWriteMany.",
  );
});
