// The engine agrees with pymdp 0.0.7.1: every recorded agent is replayed, to within 1e-10 absolute.
import { describe, expect, test } from "vitest";
import { act, forceAction, marginaliseActions, sharpen } from "./act.ts";
import { createBelief, resetBelief } from "./belief.ts";
import { evaluatePolicies } from "./evaluate-policies.ts";
import { inferStates, initialFreeEnergy } from "./infer-states.ts";
import { createLearner, learnA, learnB, learnD } from "./learning.ts";
import { buildModel } from "./model.ts";
import type { Model } from "./model.ts";
import { learnsInTrace, parsePymdpTrace, specOfTrace } from "./oracle/pymdp-trace.ts";
import type { PymdpTrace, PymdpTraceStep } from "./oracle/pymdp-trace.ts";
import { createWorkspace } from "./workspace.ts";

const TOLERANCE = 1e-10;
const files = import.meta.glob<unknown>("./fixtures/pymdp-traces/*.json", { eager: true, import: "default" });
const half = (): number => 0.5;

type Errors = Map<string, number>;
type Recorded = readonly (readonly number[])[] | undefined;

/** Keeps the largest absolute difference per quantity; a missing or NaN value counts as infinite. */
function compare(errors: Errors, quantity: string, found: ArrayLike<number>, recorded: readonly number[]): void {
  let largest = errors.get(quantity) ?? 0;
  if (found.length !== recorded.length) largest = Infinity;
  for (const [i, value] of recorded.entries()) {
    const difference = Math.abs((found[i] ?? Number.NaN) - value);
    largest = Math.max(largest, Number.isNaN(difference) ? Infinity : difference);
  }
  errors.set(quantity, largest);
}

function compareAll(errors: Errors, quantity: string, found: ArrayLike<number>, recorded: Recorded): void {
  if (recorded !== undefined) compare(errors, quantity, found, recorded.flat());
}

function compareTensors(
  errors: Errors,
  quantity: string,
  found: readonly ArrayLike<number>[] | undefined,
  recorded: readonly { readonly data: readonly number[] }[] | null | undefined,
): void {
  if (!recorded) return;
  expect(found).toHaveLength(recorded.length);
  for (const [i, { data }] of recorded.entries()) compare(errors, quantity, found?.[i] ?? [], data);
}

/** B [next, previous, control] of every factor, expanded from its sparse columns. */
function denseB(model: Model): Float64Array[] {
  return model.transitions.map(({ states, controls, columnStart, next, value }) => {
    const dense = new Float64Array(states * states * controls);
    for (let column = 0; column < states * controls; column += 1) {
      for (let entry = columnStart[column]!; entry < columnStart[column + 1]!; entry += 1) {
        const control = Math.floor(column / states);
        dense[(next[entry]! * states + (column % states)) * controls + control] = value[entry]!;
      }
    }
    return dense;
  });
}

/** All policies in the engine's order, [policy, step, factor]. */
function enumeratePolicies(trace: PymdpTrace): number[] {
  const digits = Array.from({ length: trace.policy_len }, () => trace.num_controls).flat();
  const count = digits.reduce((total, size) => total * size, 1);
  return Array.from({ length: count }, (_, policy) => {
    let rest = policy;
    return digits
      .toReversed()
      .map((size) => {
        const digit = rest % size;
        rest = Math.floor(rest / size);
        return digit;
      })
      .toReversed();
  }).flat();
}

function sharpened(model: Model, marginals: Float64Array): number[] {
  let from = 0;
  return model.transitions.flatMap(({ controls }) => {
    const target = new Float64Array(controls);
    sharpen(target, marginals, from, controls, model.alpha);
    from += controls;
    return Array.from(target);
  });
}

/** Every action that is right at this step by the recording; ties may be broken either way. */
function tiedActions(trace: PymdpTrace, step: PymdpTraceStep): number[][] {
  const factors = trace.num_controls.length;
  if (trace.sampling_mode === "full" && step.policy_tie_set !== undefined) {
    const width = trace.policy_len * factors;
    return step.policy_tie_set.map((p) => trace.policies.data.slice(p * width, p * width + factors));
  }
  const sets = step.action_tie_sets ?? step.action.map((a) => [a]);
  return sets.reduce<number[][]>((tuples, set) => tuples.flatMap((tuple) => set.map((a) => [...tuple, a])), [[]]);
}

function replay(trace: PymdpTrace): Errors {
  const build = buildModel(specOfTrace(trace));
  if (build.state === "invalid") throw new Error(build.problems.join("; "));
  const learner = learnsInTrace(trace) ? createLearner(build.model) : undefined;
  const model = learner?.model ?? build.model;
  const workspace = createWorkspace(model);
  const belief = createBelief(model);
  const errors: Errors = new Map();
  let initial = belief.posterior;
  for (const [t, step] of trace.steps.entries()) {
    if (step.reset === true) resetBelief(model, belief);
    compareAll(errors, "prior", belief.prior, step.prior);
    const energy = step.vfe_initial_then_per_iter;
    if (energy !== undefined) compare(errors, "F", [initialFreeEnergy(model, belief)], energy.slice(0, 1));
    const observation = Int32Array.from(step.obs);
    const iterations = inferStates(model, workspace, belief, observation);
    if (energy !== undefined && model.transitions.length > 1) {
      compare(errors, "F", workspace.freeEnergy.subarray(0, iterations + 1), energy);
      expect(iterations).toBe(step.fpi_iters ?? iterations);
    }
    compareAll(errors, "qs", belief.posterior, step.qs);
    if (t === 0) initial = belief.posterior.slice();
    if (learner !== undefined) {
      learnA(learner, belief, observation);
      if (t > 0) learnB(learner, belief);
      compareTensors(errors, "pA", learner.countsA, step.pA);
      compareTensors(errors, "pB", learner.countsB, step.pB);
      const rows = model.likelihoods.map((each) => each.rows);
      compareTensors(errors, "A", rows, step.A ?? normalised(step.pA));
      compareTensors(errors, "B", denseB(model), step.B ?? normalised(step.pB));
    }
    evaluatePolicies(model, workspace, belief);
    compare(errors, "G", workspace.policyValue, step.G);
    compare(errors, "q_pi", workspace.policyProbability, step.q_pi);
    marginaliseActions(model, workspace);
    compareAll(errors, "action", workspace.actionMarginal, step.action_marginals);
    compareAll(errors, "stochastic", sharpened(model, workspace.actionMarginal), step.stochastic_action_probs);
    act(model, workspace, belief, half);
    const chosen = Array.from(belief.action);
    const prediction = belief.prior.slice();
    if (model.actionSelection === "deterministic") expect(tiedActions(trace, step)).toContainEqual(chosen);
    forceAction(model, belief, step.action);
    if (step.action.every((a, f) => a === chosen[f]))
      compare(errors, "prediction", prediction, Array.from(belief.prior));
  }
  if (learner !== undefined) {
    learnD(learner, initial);
    compareTensors(errors, "pD", learner.countsD, trace.pD_final);
    if (trace.D_final)
      compareAll(
        errors,
        "D",
        model.initialPrior,
        trace.D_final.map(({ data }) => data),
      );
  }
  return errors;
}

/** The A or B that recorded counts give: columns over the first axis, normalised. */
function normalised(
  counts: readonly { readonly shape: readonly number[]; readonly data: readonly number[] }[] | undefined,
): { data: number[] }[] | undefined {
  return counts?.map(({ shape, data }) => {
    const columns = data.length / (shape[0] ?? 1);
    const sums = Array.from({ length: columns }, (_, c) =>
      data.reduce((total, value, i) => (i % columns === c ? total + value : total), 0),
    );
    return { data: data.map((value, i) => value / sums[i % columns]!) };
  });
}

describe("agreement with pymdp 0.0.7.1", () => {
  test.each(Object.entries(files))("replays %s within 1e-10", (_, file) => {
    const trace = parsePymdpTrace(file);
    expect(enumeratePolicies(trace)).toEqual(trace.policies.data);
    const errors = replay(trace);
    const figures = [...errors].map(([quantity, error]) => `${quantity} ${error.toExponential(1)}`).join(", ");
    const worst = Math.max(...errors.values());
    process.stdout.write(
      `${trace.case}: ${trace.steps.length} steps, largest error ${worst.toExponential(2)} (${figures})\n`,
    );
    expect(worst).toBeLessThanOrEqual(TOLERANCE);
  });
});
