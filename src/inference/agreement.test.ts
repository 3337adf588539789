// The fast engine gives the same numbers as the plain formulas, on random models of every kind.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forceAction, marginaliseActions } from "./act.ts";
import { createBelief, resetBelief } from "./belief.ts";
import { evaluatePolicies } from "./evaluate-policies.ts";
import { inferStates, initialFreeEnergy } from "./infer-states.ts";
import { createLearner, learnA, learnB } from "./learning.ts";
import { buildModel } from "./model.ts";
import type { ModelSpec } from "./model-spec.ts";
import {
  inferDense,
  learnDenseA,
  learnDenseB,
  marginalsDense,
  policiesDense,
  policyPosterior,
  predictDense,
  valueDense,
} from "./oracle/dense-agent.ts";
import type { DenseState } from "./oracle/dense-agent.ts";
import { randomSpec } from "./oracle/random-spec.ts";
import { createWorkspace } from "./workspace.ts";

const STEPS = 4;

/** Equal within 1e-9 absolute or relative. */
function expectClose(found: ArrayLike<number>, wanted: readonly number[], quantity: string): void {
  expect(found.length, quantity).toBe(wanted.length);
  for (const [i, value] of wanted.entries()) {
    const difference = Math.abs((found[i] ?? Number.NaN) - value);
    if (!(difference <= 1e-9 * Math.max(1, Math.abs(value)))) {
      expect.fail(`${quantity}[${i}] is ${found[i]}, the formula gives ${value}`);
    }
  }
}

/** Steps engine and oracle through the same random observations and actions, and compares every quantity. */
function compareAgents(spec: ModelSpec, choices: readonly number[], learning: boolean): void {
  const build = buildModel(spec);
  if (build.state === "invalid") throw new Error(build.problems.join("; "));
  const learner = learning ? createLearner(build.model) : undefined;
  const model = learner?.model ?? build.model;
  const workspace = createWorkspace(model);
  const belief = createBelief(model);
  const policies = policiesDense(spec);
  let dense: DenseState = { A: spec.A, B: spec.B, pA: spec.pA, pB: spec.pB };
  const initial = spec.D.map(({ data }) => Array.from(data));
  let prior: readonly (readonly number[])[] = initial;
  let before = prior;
  let action: number[] = [];
  let cursor = 0;
  const choose = (count: number): number => {
    cursor += 1;
    return (choices[cursor % choices.length] ?? 0) % count;
  };
  for (let t = 0; t < STEPS; t += 1) {
    const observation = spec.A.map(({ shape }) => choose(shape[0] ?? 1));
    expectClose(belief.prior, prior.flat(), "prior");
    const inference = inferDense(spec, dense.A, prior, observation);
    expectClose([initialFreeEnergy(model, belief)], inference.freeEnergy.slice(0, 1), "F⁰");
    const iterations = inferStates(model, workspace, belief, Int32Array.from(observation));
    expectClose(belief.posterior, inference.qs.flat(), "qs");
    if (spec.B.length > 1) expectClose(workspace.freeEnergy.slice(0, iterations + 1), inference.freeEnergy, "F");
    if (learner !== undefined) {
      learnA(learner, belief, Int32Array.from(observation));
      learnB(learner, belief);
      dense = learnDenseA(spec, dense, inference.qs, observation);
      if (t > 0) dense = learnDenseB(spec, dense, inference.qs, before, action);
      for (const [m, counts] of (learner.countsA ?? []).entries()) expectClose(counts, flat(dense.pA?.[m]), "pA");
      for (const [f, counts] of (learner.countsB ?? []).entries()) expectClose(counts, flat(dense.pB?.[f]), "pB");
      for (const [m, { rows }] of model.likelihoods.entries()) expectClose(rows, flat(dense.A[m]), "A");
    }
    evaluatePolicies(model, workspace, belief);
    const current = dense;
    const values = policies.map((policy) => valueDense(spec, current, inference.qs, policy));
    expectClose(workspace.policyValue, values, "G");
    const q = policyPosterior(spec, values);
    expectClose(workspace.policyProbability, q, "q_pi");
    marginaliseActions(model, workspace);
    expectClose(workspace.actionMarginal, marginalsDense(spec, policies, q).flat(), "action");
    action = spec.B.map(({ shape }) => choose(shape[2] ?? 1));
    before = inference.qs;
    forceAction(model, belief, action);
    prior = inference.qs.map((each, f) => predictDense(current.B[f] ?? { shape: [], data: [] }, each, action[f] ?? 0));
  }
  resetBelief(build.model, belief);
  expectClose(belief.prior, initial.flat(), "prior after reset");
}

function flat(tensor: { readonly data: ArrayLike<number> } | undefined): number[] {
  return Array.from(tensor?.data ?? []);
}

const choices = fc.array(fc.nat(1000), { minLength: 30, maxLength: 40 });

describe("the engine equals the plain formulas", () => {
  test("on random models that do not learn", () => {
    fc.assert(
      fc.property(randomSpec(false), choices, (spec, picks) => {
        compareAgents(spec, picks, false);
      }),
      { numRuns: 250 },
    );
  });

  test("on random models that learn A and B", () => {
    fc.assert(
      fc.property(randomSpec(true), choices, (spec, picks) => {
        compareAgents(spec, picks, true);
      }),
      { numRuns: 150 },
    );
  });
});
