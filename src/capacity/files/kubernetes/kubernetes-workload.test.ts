// Processes in Kubernetes: memory to the MiB, labels that match, and security settings that any cluster accepts.
import fc from "fast-check";
import { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { StatefulSet } from "kubernetes-models/apps/v1/StatefulSet";
import { expect, test } from "vitest";
import type { DeploymentInput } from "../../deployment/deployment-input.ts";
import { disruptionBudget, disruptionBudgetNotes } from "./disruption-budget.ts";
import { arbitraryInput, equalInput, mixedInput, planOfSizes } from "../fixtures/inputs.ts";
import { workloadNotes, workloadObjects } from "./kubernetes-workload.ts";
import { processResources } from "../../deployment/process-resources.ts";

/** The Deployments or StatefulSets. */
const workloadsOf = (input: DeploymentInput) =>
  workloadObjects(input).filter((object) => Deployment.is(object) || StatefulSet.is(object));

const podsOf = (input: DeploymentInput) => workloadsOf(input).map(({ spec }) => spec!.template.spec!);

test("the request is without buffer and the limit with it, in MiB rounded up", () => {
  // (500 + 35 · 16) · 1.2 = 1272 MB = 1213.07 MiB; with the buffer 1908 MB = 1819.6 MiB
  expect(processResources(equalInput)).toMatchObject([
    { processes: 3, agents: 16, requestMi: 1214, limitMi: 1820, millicores: 1000 },
  ]);
  expect(podsOf(equalInput)[0]!.containers[0]!.resources).toEqual({
    requests: { cpu: "1000m", memory: "1214Mi" },
    limits: { memory: "1820Mi" },
  });
});

test("no byte of the formula is missing, and no MiB is too many", () => {
  fc.assert(
    fc.property(arbitraryInput, (input) => {
      const sizes = processResources(input);
      const limitMi = sizes.reduce((sum, size) => sum + size.processes * size.limitMi, 0);
      const neededMi = (input.plan.memoryMB * 1e6) / 2 ** 20;
      expect(limitMi).toBeGreaterThanOrEqual(neededMi - 1e-6);
      expect(limitMi).toBeLessThan(neededMi + input.plan.processes);
      for (const size of sizes) expect(size.requestMi).toBeLessThanOrEqual(size.limitMi);
    }),
  );
});

test("a mixed plan has a Deployment or StatefulSet for each size, which says how many agents its processes have", () => {
  const objects = workloadObjects(mixedInput);
  expect(objects.map(({ kind, metadata }) => [kind, metadata?.name])).toEqual([
    ["Service", "fleet"],
    ["StatefulSet", "fleet-n16"],
    ["StatefulSet", "fleet-n15"],
  ]);
  expect(podsOf(mixedInput).map(({ containers }) => containers[0]!.env)).toEqual([
    [{ name: "AGENTS_PER_PROCESS", value: "16" }],
    [{ name: "AGENTS_PER_PROCESS", value: "15" }],
  ]);
});

test("each Deployment or StatefulSet selects only its own pods, and the budget all of them", () => {
  for (const input of [equalInput, mixedInput]) {
    const workloads = workloadsOf(input);
    const pods = workloads.map(({ spec }) => spec!.template.metadata!.labels!);
    const matches = (selector: Readonly<Record<string, string>>) =>
      pods.map((labels) => Object.entries(selector).every(([key, value]) => labels[key] === value));
    workloads.forEach(({ spec }, at) => {
      expect(matches(spec!.selector.matchLabels!)).toEqual(pods.map((_, other) => other === at));
    });
    expect(matches(disruptionBudget(input).spec!.selector!.matchLabels!)).toEqual(pods.map(() => true));
  }
});

test("names leave room for the revision label of a StatefulSet", () => {
  fc.assert(
    fc.property(arbitraryInput, (input) => {
      for (const { metadata } of workloadObjects(input)) expect(metadata!.name!.length).toBeLessThanOrEqual(52);
    }),
  );
});

test("pods meet the restricted security standard", () => {
  const pod = podsOf(equalInput)[0]!;
  expect(pod.securityContext).toEqual({ runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } });
  expect(pod.containers[0]!.securityContext).toEqual({
    allowPrivilegeEscalation: false,
    capabilities: { drop: ["ALL"] },
  });
});

test("the planned machine type is preferred; a name that no node can have is left out", () => {
  expect(JSON.stringify(podsOf(mixedInput)[0]!.affinity)).toContain("e2-standard-4");
  const { machines } = mixedInput.plan;
  const odd = { ...machines!, machine: { ...machines!.machine, name: "my big machine" } };
  const input = { ...mixedInput, plan: { ...mixedInput.plan, machines: odd } };
  expect(podsOf(input)[0]!.affinity).toBeUndefined();
  expect(workloadNotes(mixedInput)).toContain("Planned for 1 × e2-standard-4, which is preferred.");
  const words = { ...input.words, machines: "1 of your machines (my big machine)" };
  expect(workloadNotes({ ...input, words })).toContain("Planned for 1 of your machines (my big machine).");
});

test("as many processes may be evicted as are spare; without spare ones none, which is explained", () => {
  expect(disruptionBudget(equalInput).spec).toMatchObject({ maxUnavailable: 1 });
  expect(disruptionBudget(mixedInput).spec).toMatchObject({ maxUnavailable: 0 });
  expect(disruptionBudgetNotes(mixedInput).join(" ")).toContain("N+1");
});

test("a rollout uses the spare processes where all are of one size, and otherwise room for one more", () => {
  const rollout = (input: DeploymentInput) =>
    workloadObjects(input).find((object) => Deployment.is(object))!.spec!.strategy!.rollingUpdate;
  expect(rollout(equalInput)).toEqual({ maxSurge: 0, maxUnavailable: 1 });
  const mixed = { ...equalInput, plan: planOfSizes([16, 15, 15], equalInput.request) };
  expect(rollout(mixed)).toEqual({ maxSurge: 1, maxUnavailable: 0 });
});
