// The variable for Terraform: names that it accepts, one variable to declare, and values that Terraform itself reads back.
import { Ajv } from "ajv";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { arbitraryInput, equalInput, hostileTexts, mixedInput, withTexts } from "./fixtures/inputs.ts";
import { planFile } from "./plan-files.ts";

const terraform = spawnSync("terraform", ["version"]).status === 0;
const because = terraform ? "" : " (skipped: terraform is not installed)";

/** Keys in snake_case at every level, and values that Terraform's `any` takes. */
const isVariables = new Ajv({ strict: false }).compile({
  type: "object",
  required: ["headroom_plan"],
  additionalProperties: false,
  properties: {
    headroom_plan: {
      $ref: "#/$defs/object",
      required: ["_about", "headroom_plan_version", "processes", "groups"],
      properties: { headroom_plan_version: { const: 1 } },
    },
  },
  $defs: {
    object: {
      type: "object",
      propertyNames: { pattern: "^[a-z_][a-z0-9_]*$" },
      additionalProperties: { $ref: "#/$defs/value" },
    },
    value: {
      anyOf: [
        { $ref: "#/$defs/object" },
        { type: ["string", "number", "null", "array"], items: { $ref: "#/$defs/value" } },
      ],
    },
  },
});

test("any plan is one variable with names as Terraform has them", () => {
  fc.assert(
    fc.property(arbitraryInput, (input) => {
      const json: unknown = JSON.parse(planFile("terraform", input).text);
      expect(isVariables(json), JSON.stringify(isVariables.errors)).toBe(true);
    }),
  );
  expect(isVariables({ headroom_plan: { "Bad key": 1 } })).toBe(false);
});

test("the plan of a mixed deployment, with what to declare", () => {
  const json: unknown = JSON.parse(planFile("terraform", mixedInput).text);
  expect(json).toMatchObject({
    headroom_plan: {
      headroom_plan_version: 1,
      name: "fleet",
      processes: 2,
      agents: 31,
      groups: [
        { name: "fleet-n16", replicas: 1, memory_request_mib: 1214, memory_limit_mib: 1820 },
        { name: "fleet-n15", replicas: 1 },
      ],
      machines: { type: "e2-standard-4", count: 1, price_per_hour: 0.134 },
      _about: [
        "Plan for Terraform, made by Headroom 0.1.0 on 2026-07-25.",
        "A process of 16 and one of 15 agents hold 9 op/s per agent.",
        ...Array.from({ length: 7 }, () => expect.stringMatching(/./) as unknown),
        'Declare it with: variable "headroom_plan" { type = any }',
        "Memory is in MiB and CPU in thousandths of a core: the units Mi and m of Kubernetes.",
      ],
    },
  });
});

/** The variable as Terraform read it. */
function readByTerraform(text: string): unknown {
  const at = mkdtempSync(join(tmpdir(), "headroom-terraform-"));
  onTestFinished(() => rmSync(at, { recursive: true, force: true }));
  writeFileSync(join(at, "fleet.auto.tfvars.json"), text);
  writeFileSync(join(at, "main.tf"), 'variable "headroom_plan" {\n  type = any\n}\n');
  const options = { cwd: at, encoding: "utf8", input: "jsonencode(var.headroom_plan)\n" } as const;
  const { status, stdout, stderr } = spawnSync("terraform", ["console"], options);
  expect(status, stderr).toBe(0);
  const answer: unknown = JSON.parse(stdout);
  return JSON.parse(String(answer));
}

test.skipIf(!terraform)(
  `Terraform reads the plan back, hostile texts as text${because}`,
  () => {
    const template = hostileTexts.find((text) => text.includes("${"))!;
    for (const input of [equalInput, mixedInput, withTexts(mixedInput, template)]) {
      const { text } = planFile("terraform", input);
      const written: unknown = JSON.parse(text);
      expect({ headroom_plan: readByTerraform(text) }).toEqual(written);
    }
  },
  60_000,
);
