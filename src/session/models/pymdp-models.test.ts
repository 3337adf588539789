// Agents that pymdp itself wrote, by the documented lines of Python, are read, believe what pymdp's own agent believed, and run.
import { readFileSync } from "node:fs";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { createBelief } from "../../inference/belief.ts";
import { forceAction } from "../../inference/act.ts";
import { evaluatePolicies } from "../../inference/evaluate-policies.ts";
import { inferStates } from "../../inference/infer-states.ts";
import { buildModel } from "../../inference/model.ts";
import { createWorkspace } from "../../inference/workspace.ts";
import { buildOwnModel } from "../../workloads/custom/custom.ts";
import { loneAgent } from "../../workloads/fixtures/lone-agent.ts";
import { readModelText } from "./model-text.ts";

function fixture(name: string): string {
  return readFileSync(new URL(`fixtures/${name}`, import.meta.url), "utf8");
}

function readFixture(name: string) {
  const read = readModelText(fixture(name));
  return read.state === "read" ? read : expect.fail(read.problems.join(" "));
}

const stepsSchema = v.array(
  v.object({
    obs: v.array(v.number()),
    qs: v.array(v.array(v.number())),
    q_pi: v.array(v.number()),
    action: v.array(v.number()),
  }),
);

test("an agent of pymdp 0.0.7.1 is read whole", () => {
  const { model, remarks, name } = readFixture("pymdp-0.0.7.1-random.json");
  expect(name).toBe("random agent of pymdp 0.0.7.1");
  expect(remarks).toEqual([]);
  expect(model.spec.A.map(({ shape }) => shape)).toEqual([
    [5, 4, 3],
    [3, 4, 3],
  ]);
  expect(model.spec.B.map(({ shape }) => shape)).toEqual([
    [4, 4, 3],
    [3, 3, 2],
  ]);
  expect(model.spec).toMatchObject({
    policyLength: 2,
    gamma: 8,
    alpha: 12,
    useParamInfoGain: true,
    actionSelection: "stochastic",
    learningRateA: 0.5,
    maxIterations: 10,
  });
  expect(model.spec.pA?.[0]?.data).toHaveLength(60);
});

test("it believes what pymdp's own agent believed, within 1e-10", () => {
  const { pA: _, ...spec } = readFixture("pymdp-0.0.7.1-random.json").model.spec;
  const build = buildModel({ ...spec, useParamInfoGain: false, actionSelection: "deterministic" });
  if (build.state === "invalid") return expect.fail(build.problems.join(" "));
  const { model } = build;
  const workspace = createWorkspace(model);
  const belief = createBelief(model);
  for (const step of v.parse(stepsSchema, JSON.parse(fixture("pymdp-0.0.7.1-random-steps.json")))) {
    inferStates(model, workspace, belief, Int32Array.from(step.obs));
    evaluatePolicies(model, workspace, belief);
    const off = (found: ArrayLike<number>, said: readonly number[]) =>
      Math.max(...said.map((value, i) => Math.abs(value - (found[i] ?? Number.NaN))));
    expect(off(belief.posterior, step.qs.flat())).toBeLessThan(1e-10);
    expect(off(workspace.policyProbability, step.q_pi)).toBeLessThan(1e-10);
    forceAction(model, belief, step.action);
  }
});

test("an agent of pymdp 1.x is read without its batch, its arrays spread over all factors, its 32-bit columns made to sum to 1", () => {
  const { model, remarks } = readFixture("pymdp-1.0.2-random.json");
  expect(model.spec.A.map(({ shape }) => shape)).toEqual([
    [4, 5, 2],
    [3, 5, 2],
  ]);
  expect(model.spec.samplingMode).toBe("full");
  expect(model.spec.maxIterations).toBe(16);
  expect(remarks).toEqual([expect.stringMatching(/^\d+ columns did not sum to 1 exactly/)]);
});

describe.each(["pymdp-0.0.7.1-random.json", "pymdp-1.0.2-random.json"])("%s", (name) => {
  test("runs", () => {
    const agent = buildOwnModel(readFixture(name).model).createParticipant(loneAgent(3));
    for (let t = 0; t < 200; t += 1) agent.step();
    expect(agent.posterior.every((q) => q >= 0 && q <= 1 + 1e-12)).toBe(true);
  });
});

test("the documented lines are those that wrote these files, and that the page shows", () => {
  const lines = readFileSync(new URL("../../pages/benchmark/own-model/write_model.py", import.meta.url), "utf8");
  const documented = readFileSync(new URL("../../../docs/your-model.md", import.meta.url), "utf8");
  expect(documented).toContain(lines);
});
