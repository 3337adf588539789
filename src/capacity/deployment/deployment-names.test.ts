// Names of a deployment: what Kubernetes and registries accept is accepted, and messages name the field.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { DeploymentNames } from "./deployment-input.ts";
import { NAME_LENGTH_MOST, nameProblems } from "./deployment-names.ts";

const good: DeploymentNames = {
  name: "fleet",
  namespace: "default",
  image: "ghcr.io/example/agents:1.0",
  prometheusAddress: "http://prometheus-operated.monitoring.svc:9090",
};

const fieldsOf = (changed: Partial<DeploymentNames>) => nameProblems({ ...good, ...changed }).map(({ field }) => field);

test.each(["a", "no", "on", "n16", "my-fleet-2", "a".repeat(NAME_LENGTH_MOST)])("%s is a name", (name) => {
  expect(fieldsOf({ name })).toEqual([]);
});

test.each(["", "A", "-a", "a-", "1a", "a_b", "a.b", "a b", "é", "a\n", "a'", "a".repeat(NAME_LENGTH_MOST + 1)])(
  "%j is not a name",
  (name) => {
    expect(fieldsOf({ name })).toEqual(["name"]);
  },
);

test.each(["default", "1st", "a".repeat(63)])("%s is a namespace", (namespace) => {
  expect(fieldsOf({ namespace })).toEqual([]);
});

test.each(["", "kube.system", "a".repeat(64), "a:b", "a\n"])("%j is not a namespace", (namespace) => {
  expect(fieldsOf({ namespace })).toEqual(["namespace"]);
});

test.each([
  "agents",
  "example/agents",
  "localhost:5000/agents",
  "registry.example.com:5000/a/b_c/d--e:v1.2-rc.1",
  `ghcr.io/a/b:1@sha256:${"0".repeat(64)}`,
])("%s is an image", (image) => {
  expect(fieldsOf({ image })).toEqual([]);
});

test.each([
  "",
  "Agents",
  "a b",
  "a:",
  "a/",
  "/a",
  "a@sha256:12",
  "a:$TAG",
  "a\nimage: b",
  "http://a/b",
  "a".repeat(301),
])("%j is not an image", (image) => {
  expect(fieldsOf({ image })).toEqual(["image"]);
});

test.each(["", "prometheus:9090", "http://a b", 'http://a/"x', "http://a/{{x}}", "ftp://a", "http://u:p@a"])(
  "%j is not an address of Prometheus",
  (prometheusAddress) => {
    expect(fieldsOf({ prometheusAddress })).toEqual(["prometheusAddress"]);
  },
);

test("every message begins with its field and gives an example or what to do", () => {
  const problems = nameProblems({ name: "A", namespace: "", image: "", prometheusAddress: "" });
  expect(problems.map(({ message }) => message.split(":")[0])).toEqual([
    "Name",
    "Namespace",
    "Image",
    "Prometheus address",
  ]);
  for (const { message } of problems) expect(message).toMatch(/“.+”/);
});

test("long hostile text is answered at once", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 5_000 }), fc.constantFrom("a-", "a", "a/", "a.", "_"), (text, part) => {
      const hostile = part.repeat(2_000) + text;
      return (
        nameProblems({ name: hostile, namespace: hostile, image: hostile, prometheusAddress: hostile }).length === 4
      );
    }),
  );
});
