// The choice of an action: ties, precision, marginal sampling and sampling of whole policies.
import { describe, expect, test } from "vitest";
import { act, forceAction } from "./act.ts";
import { createBelief } from "./belief.ts";
import type { Belief } from "./belief.ts";
import { buildModel } from "./model.ts";
import type { Model } from "./model.ts";
import type { ModelSpec } from "./model-spec.ts";
import { createWorkspace } from "./workspace.ts";

/** Two factors with 2 controls each and one step ahead: policies 00, 01, 10, 11. */
const spec: ModelSpec = {
  A: [{ shape: [1, 2, 2], data: [1, 1, 1, 1] }],
  B: [
    { shape: [2, 2, 2], data: [1, 0, 1, 0, 0, 1, 0, 1] },
    { shape: [2, 2, 2], data: [1, 0, 1, 0, 0, 1, 0, 1] },
  ],
  C: [{ shape: [1], data: [0] }],
  D: [
    { shape: [2], data: [0.5, 0.5] },
    { shape: [2], data: [0.5, 0.5] },
  ],
  policyLength: 1,
  alpha: 1,
};

function modelOf(change: Partial<ModelSpec>): Model {
  const build = buildModel({ ...spec, ...change });
  if (build.state === "invalid") throw new Error(build.problems.join("; "));
  return build.model;
}

/** The belief after a choice from the policy probabilities `q`, with a generator that gives `uniforms` in turn. */
function choose(change: Partial<ModelSpec>, q: readonly number[], uniforms: readonly number[] = []): Belief {
  const model = modelOf(change);
  const workspace = createWorkspace(model);
  const belief = createBelief(model);
  workspace.policyProbability.set(q);
  let next = 0;
  act(model, workspace, belief, () => {
    next += 1;
    return uniforms[next - 1] ?? Number.NaN;
  });
  expect(next).toBe(uniforms.length);
  return belief;
}

describe("the action", () => {
  test("is the most probable control of each factor by itself", () => {
    expect(Array.from(choose({}, [0.4, 0, 0.3, 0.3]).action)).toEqual([1, 0]);
  });

  test("is the first of the most probable policy in full sampling", () => {
    expect(Array.from(choose({ samplingMode: "full" }, [0.4, 0, 0.3, 0.3]).action)).toEqual([0, 0]);
  });

  test("has the lowest index of those within 1e-8 of the best", () => {
    expect(Array.from(choose({}, [0.25, 0.25, 0.25, 0.25 + 5e-9]).action)).toEqual([0, 0]);
    expect(Array.from(choose({}, [0.25, 0.25, 0.25, 0.25 + 5e-8]).action)).toEqual([1, 1]);
  });

  test("is drawn once per factor when stochastic", () => {
    const change: Partial<ModelSpec> = { actionSelection: "stochastic" };
    expect(Array.from(choose(change, [0.4, 0, 0.3, 0.3], [0.39, 0.71]).action)).toEqual([0, 1]);
    expect(Array.from(choose(change, [0.4, 0, 0.3, 0.3], [0.41, 0.69]).action)).toEqual([1, 0]);
  });

  test("is drawn once in total when stochastic in full sampling", () => {
    const change: Partial<ModelSpec> = { actionSelection: "stochastic", samplingMode: "full" };
    expect(Array.from(choose(change, [0.4, 0, 0.3, 0.3], [0.69]).action)).toEqual([1, 0]);
    expect(Array.from(choose(change, [0.4, 0, 0.3, 0.3], [0.71]).action)).toEqual([1, 1]);
  });

  test("depends on α: a high α makes the better action nearly certain", () => {
    const change: Partial<ModelSpec> = { actionSelection: "stochastic", alpha: 16 };
    expect(Array.from(choose(change, [0.6, 0.1, 0.2, 0.1], [0.999, 0.999]).action)).toEqual([0, 0]);
  });

  test("makes its prediction the next prior", () => {
    expect(Array.from(choose({}, [0, 0, 1, 0]).prior)).toEqual([0, 1, 1, 0]);
  });

  test("must exist when it is forced", () => {
    const model = modelOf({});
    const belief = createBelief(model);
    forceAction(model, belief, [1, 0]);
    expect(Array.from(belief.prior)).toEqual([0, 1, 1, 0]);
    expect(() => {
      forceAction(model, belief, [2, 0]);
    }).toThrow("action 2 is not a control of factor 0");
    expect(() => {
      forceAction(model, belief, [0]);
    }).toThrow(RangeError);
  });
});
