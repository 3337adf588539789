// Values all policies: each distinct prefix once, or in one walk over the tree of shared prefixes. Then computes q_π.
import type { Belief } from "./belief.ts";
import { likelihoodsGain } from "./likelihood-gain.ts";
import { valueMerged } from "./merged-policies.ts";
import type { Model } from "./model.ts";
import { softmaxInto } from "./numerics.ts";
import { joinFactors, listActiveStates, predictStep } from "./plan-step.ts";
import { stateValue } from "./state-value.ts";
import type { Workspace } from "./workspace.ts";

/**
 * Writes G of every policy into `workspace.policyValue` (nats, larger is better) and q_π = softmax(γ·G + ln E) into
 * `workspace.policyProbability`, starting from `belief.posterior`.
 */
export function evaluatePolicies(model: Model, workspace: Workspace, belief: Belief): void {
  if (model.plan === null) {
    listActiveStates(model, workspace, belief);
    predictStep(model, workspace, 0, 0);
    walk(model, workspace, 0, 0, 0);
  } else valueMerged(model, model.plan, workspace, belief);
  weighPolicies(model, workspace);
}

/** Writes q_π = softmax(γ·G + ln E) into `workspace.policyProbability`, from G of every policy in `workspace.policyValue`. */
export function weighPolicies(model: Model, workspace: Workspace): void {
  const { policies, gamma, logHabits } = model;
  const { policyValue, policyProbability } = workspace;
  const habits = logHabits.length > 0;
  for (let p = 0; p < policies; p += 1) {
    policyProbability[p] = gamma * (policyValue[p] ?? 0) + (habits ? (logHabits[p] ?? 0) : 0);
  }
  softmaxInto(policyProbability, policyProbability, 0, policies);
}

/** Values every joint control at `step` after the prefix with index `prefix`; `value` is the value of the prefix. */
function walk(model: Model, workspace: Workspace, step: number, prefix: number, value: number): void {
  const { jointControls, policyLength } = model;
  const single = model.transitions.length === 1;
  for (let u = 0; u < jointControls; u += 1) {
    const total = value + (single ? singleValue(model, workspace, step, u) : jointValue(model, workspace, step, u));
    const policy = prefix * jointControls + u;
    if (step + 1 === policyLength) workspace.policyValue[policy] = total;
    else {
      predictStep(model, workspace, step + 1, u);
      walk(model, workspace, step + 1, policy, total);
    }
  }
}

/** Value of one step with a single factor, whose predicted states are the joint states. */
function singleValue(model: Model, workspace: Workspace, step: number, u: number): number {
  const { planState, planWeight, planCount } = workspace;
  const start = step * model.planLength + u * model.jointStates;
  const count = planCount[step * model.controlLength + u] ?? 0;
  const value = stateValue(model, workspace, planState, planWeight, start, count, step);
  if (!model.gainA && !model.gainB) return value;
  return value - parameterValue(model, workspace, planState, planWeight, start, count, step, u);
}

/** Value of one step with several factors: of the product of their predictions. */
function jointValue(model: Model, workspace: Workspace, step: number, u: number): number {
  const { jointState, jointWeight } = workspace;
  const count = joinFactors(model, workspace, step, u);
  const value = stateValue(model, workspace, jointState, jointWeight, 0, count, step);
  if (!model.gainA && !model.gainB) return value;
  return value - parameterValue(model, workspace, jointState, jointWeight, 0, count, step, u);
}

/** o·(W·s) of every modality if A is learned, plus s·(W·q) of every factor if B is learned. */
function parameterValue(
  model: Model,
  workspace: Workspace,
  states: Int32Array,
  weights: Float64Array,
  start: number,
  count: number,
  step: number,
  u: number,
): number {
  const { transitions, controlLength, controlTable } = model;
  let total = model.gainA ? likelihoodsGain(model, workspace, states, weights, start, count) : 0;
  if (model.gainB) {
    for (let f = 0; f < transitions.length; f += 1) {
      const control = controlTable[u * transitions.length + f] ?? 0;
      total += workspace.planGain[step * controlLength + (transitions[f]?.controlOffset ?? 0) + control] ?? 0;
    }
  }
  return total;
}
