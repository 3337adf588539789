// The Compose file is valid by the schema of the Compose Specification, and has the figures of the plan.
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { composeFile, composeNotes } from "./compose.ts";
import { arbitraryInput, equalInput, mixedInput } from "./fixtures/inputs.ts";
import { planFile } from "./plan-files.ts";

const schemaText = readFileSync(new URL("fixtures/compose-spec.schema.json", import.meta.url), "utf8");
const schema: unknown = JSON.parse(schemaText);
if (typeof schema !== "object" || schema === null) throw new Error("the schema is an object");
const ajv = new Ajv({ strict: false });
addFormats(ajv);
// The schema is of draft 7, which Ajv reads, but knows by another address than the schema gives.
const isCompose = ajv.compile({ ...schema, $schema: "http://json-schema.org/draft-07/schema#" });

const composed = (input: typeof equalInput): unknown => parse(planFile("compose", input).text, { version: "1.1" });

test("any plan is valid by the Compose Specification's schema", () => {
  fc.assert(
    fc.property(arbitraryInput, (input) => {
      expect(isCompose(composed(input)), JSON.stringify(isCompose.errors)).toBe(true);
    }),
  );
});

test("the schema refuses what is broken", () => {
  const file = composeFile(equalInput);
  const service = file.services["fleet-n16"]!;
  expect(isCompose({ ...file, services: { a: { ...service, image: 3 } } })).toBe(false);
  expect(isCompose({ ...file, services: { a: { ...service, replica: 3 } } })).toBe(false);
});

test("a service for each size, with its processes, memory and tuning", () => {
  expect(composed(mixedInput)).toMatchObject({
    name: "fleet",
    services: {
      "fleet-n16": {
        image: "ghcr.io/example/agents:1.0",
        environment: { AGENTS_PER_PROCESS: "16", PYTHONOPTIMIZE: "1" },
        deploy: {
          replicas: 1,
          resources: { limits: { memory: "1820m" }, reservations: { memory: "1214m", cpus: "1" } },
        },
      },
      "fleet-n15": { environment: { AGENTS_PER_PROCESS: "15" } },
    },
  });
});

test("its header says that beyond one machine the plan is for Kubernetes", () => {
  expect(planFile("compose", equalInput).text).toMatch(/^# Beyond one machine the plan is for Kubernetes/m);
  const { machines } = mixedInput.plan;
  const three = { ...mixedInput, plan: { ...mixedInput.plan, machines: { ...machines!, count: 3 } } };
  expect(composeNotes(three).join(" ")).toMatch(/takes 3 machines.*Kubernetes/);
});
