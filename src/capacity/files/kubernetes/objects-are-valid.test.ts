// Every exported Kubernetes object, read back from its YAML, is valid by the official schemas, and has no field that they do not know.
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { arbitraryInput, equalInput, mixedInput } from "../fixtures/inputs.ts";
import { misspelt } from "../fixtures/renamed-fields.ts";
import { strictKind } from "../fixtures/official-validators.ts";
import type { DeploymentInput } from "../../deployment/deployment-input.ts";
import { planFile } from "../plan-files.ts";

const OBJECT_FILES = [
  "workload",
  "tuning",
  "disruption-budget",
  "autoscaler",
  "scaled-object",
  "prometheus-rule",
] as const;

/** kubectl reads YAML 1.1, and the specification is at 1.2: both have to read the same. */
function objectsIn(text: string): readonly unknown[] {
  const read = (version: "1.1" | "1.2") =>
    parseAllDocuments(text, { version }).map((document): unknown => {
      if (document.errors.length > 0) throw document.errors[0]!;
      const object: unknown = document.toJS();
      return object;
    });
  const objects = read("1.2");
  expect(read("1.1")).toEqual(objects);
  return objects;
}

function kindsOf(input: DeploymentInput): readonly string[] {
  return OBJECT_FILES.flatMap((kind) => objectsIn(planFile(kind, input).text).map(strictKind));
}

function isRefused(object: unknown): boolean {
  try {
    strictKind(object);
    return false;
  } catch {
    return true;
  }
}

test("a plan of equal processes", () => {
  expect(kindsOf(equalInput)).toEqual([
    "Deployment",
    "ConfigMap",
    "PodDisruptionBudget",
    "HorizontalPodAutoscaler",
    "ScaledObject",
    "PrometheusRule",
  ]);
});

test("a mixed plan with stateful processes", () => {
  expect(kindsOf(mixedInput)).toEqual([
    "Service",
    "StatefulSet",
    "StatefulSet",
    "ConfigMap",
    "PodDisruptionBudget",
    "HorizontalPodAutoscaler",
    "HorizontalPodAutoscaler",
    "ScaledObject",
    "ScaledObject",
    "PrometheusRule",
  ]);
});

test("any plan, with any accepted name and any text in its provenance", () => {
  fc.assert(
    fc.property(arbitraryInput, (input) => {
      const kinds = kindsOf(input);
      const sizes = input.plan.groups.length;
      expect(kinds.filter((kind) => kind === input.workloadResource)).toHaveLength(sizes);
      expect(kinds.filter((kind) => kind === "HorizontalPodAutoscaler")).toHaveLength(sizes);
      expect(kinds).toHaveLength(3 * sizes + (input.workloadResource === "Deployment" ? 3 : 4));
    }),
    { numRuns: 40 },
  );
}, 60_000);

test("the validators refuse what is broken", () => {
  const [deployment, hpa, scaled] = (["workload", "autoscaler", "scaled-object"] as const).map(
    (kind) => planFile(kind, equalInput).text,
  );
  const broken = [
    deployment!.replace("replicas: 3", 'replicas: "3"'),
    deployment!.replace(/ {2}selector:\n( {4}.*\n)+/, ""),
    deployment!.replace("name: fleet-n16", "name: [fleet]"),
    hpa!.replace("maxReplicas: 6", "mostReplicas: 6"),
    hpa!.replace("kind: Deployment", "kin: Deployment"),
    scaled!.replace(/threshold: .*/, "threshold: 3"),
    scaled!.replace("triggers:", "trigger:"),
  ];
  for (const text of broken) expect(() => objectsIn(text).map(strictKind)).toThrow(/data\//);
});

test("I1: any one field of a plan's objects that is misspelt is found, at any depth", () => {
  const missed = [equalInput, mixedInput].flatMap((input) =>
    OBJECT_FILES.flatMap((kind) => objectsIn(planFile(kind, input).text)).flatMap((object) =>
      [...misspelt(object)].flatMap(({ path, object: broken }) =>
        isRefused(broken) ? [] : `${strictKind(object)} ${path}`,
      ),
    ),
  );
  expect(missed).toEqual([]);
});

test("a name that is not accepted makes no file", () => {
  const input = { ...equalInput, names: { ...equalInput.names, name: "a\n---\nkind: Secret" } };
  expect(() => planFile("workload", input)).toThrow(/^Name: /);
});
