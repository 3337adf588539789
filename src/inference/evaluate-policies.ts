// Owns the value of policies: one walk over the tree of shared prefixes, then q_π.
import type { Belief } from "./belief.ts";
import { likelihoodGain } from "./likelihood.ts";
import type { Model } from "./model.ts";
import { softmaxInto } from "./numerics.ts";
import { stateValue } from "./state-value.ts";
import { predict, transitionGain } from "./transitions.ts";
import type { Workspace } from "./workspace.ts";

/**
 * Writes G of every policy into `workspace.policyValue` (nats) and q_π = softmax(γ·G + ln E) into
 * `workspace.policyProbability`, starting from `belief.posterior`. The predictions for the first step stay in
 * `workspace.plan` for `act`.
 */
export function evaluatePolicies(model: Model, workspace: Workspace, belief: Belief): void {
  predictStep(model, workspace, 0, belief.posterior, 0);
  walk(model, workspace, 0, 0, 0);
  const { policies, gamma, logHabits } = model;
  const { policyValue, policyProbability } = workspace;
  const habits = logHabits.length > 0;
  for (let p = 0; p < policies; p += 1) {
    policyProbability[p] = gamma * (policyValue[p] ?? 0) + (habits ? (logHabits[p] ?? 0) : 0);
  }
  softmaxInto(policyProbability, policyProbability, 0, policies);
}

/** Control of factor f in joint control u: the last factor varies fastest. */
function controlOf(model: Model, u: number, f: number): number {
  let rest = u;
  for (let g = model.transitions.length - 1; g > f; g -= 1) {
    const { controls = 1 } = model.transitions[g] ?? {};
    rest = Math.floor(rest / controls);
  }
  return rest % (model.transitions[f]?.controls ?? 1);
}

/**
 * Predicts every factor under each of its controls for policy step `step`. At step 0 the source is the posterior;
 * later it is the plan itself, read at joint control `u` of the step before.
 */
function predictStep(model: Model, workspace: Workspace, step: number, source: Float64Array, u: number): void {
  const { transitions, planLength, gainB } = model;
  const { plan, planGain } = workspace;
  let gainAt = (step * planGain.length) / model.policyLength;
  for (let f = 0; f < transitions.length; f += 1) {
    const transition = transitions[f];
    if (transition === undefined) continue;
    const { states, controls, planOffset, offset } = transition;
    const from = step === 0 ? offset : (step - 1) * planLength + planOffset + controlOf(model, u, f) * states;
    for (let control = 0; control < controls; control += 1) {
      const to = step * planLength + planOffset + control * states;
      predict(transition, control, source, from, plan, to);
      if (gainB) {
        planGain[gainAt] = transitionGain(transition, control, source, from, plan, to);
        gainAt += 1;
      }
    }
  }
}

/** Values every joint control at `step` below the prefix `prefix`, whose own value is `value`. */
function walk(model: Model, workspace: Workspace, step: number, prefix: number, value: number): void {
  const { jointControls, policyLength } = model;
  for (let u = 0; u < jointControls; u += 1) {
    const total = value + nodeValue(model, workspace, step, u);
    const policy = prefix * jointControls + u;
    if (step + 1 === policyLength) workspace.policyValue[policy] = total;
    else {
      predictStep(model, workspace, step + 1, workspace.plan, u);
      walk(model, workspace, step + 1, policy, total);
    }
  }
}

/** Value in nats of what joint control `u` predicts at `step`. */
function nodeValue(model: Model, workspace: Workspace, step: number, u: number): number {
  const { transitions, planLength } = model;
  const single = transitions.length === 1;
  const weights = single ? workspace.plan : workspace.joint;
  const from = single ? step * planLength + u * model.jointStates : 0;
  if (!single) joinMarginals(model, workspace, step, u);
  let value = stateValue(model, workspace, weights, from, step);
  if (model.gainA) {
    for (const likelihood of model.likelihoods) value -= likelihoodGain(likelihood, weights, from, workspace.gain);
  }
  if (model.gainB) {
    let at = (step * workspace.planGain.length) / model.policyLength;
    for (let f = 0; f < transitions.length; f += 1) {
      value -= workspace.planGain[at + controlOf(model, u, f)] ?? 0;
      at += transitions[f]?.controls ?? 0;
    }
  }
  return value;
}

/** Writes the weight of every joint state, the product of the factors' predictions, into `workspace.joint`. */
function joinMarginals(model: Model, workspace: Workspace, step: number, u: number): void {
  const { transitions, planLength } = model;
  const { plan, joint } = workspace;
  joint[0] = 1;
  let length = 1;
  for (let f = 0; f < transitions.length; f += 1) {
    const transition = transitions[f];
    if (transition === undefined) continue;
    const { states, planOffset } = transition;
    const from = step * planLength + planOffset + controlOf(model, u, f) * states;
    for (let i = length - 1; i >= 0; i -= 1) {
      const weight = joint[i] ?? 0;
      for (let s = states - 1; s >= 0; s -= 1) joint[i * states + s] = weight * (plan[from + s] ?? 0);
    }
    length *= states;
  }
}
