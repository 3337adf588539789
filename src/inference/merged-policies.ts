// Values all policies where prefixes are merged: each distinct prediction is made once, each distinct node valued once.
import type { Belief } from "./belief.ts";
import { likelihoodsGain } from "./likelihood-gain.ts";
import type { Model } from "./model.ts";
import { gather, goesByRows, joinFactor, listPosterior, spread, unlist } from "./plan-step.ts";
import type { FactorPlan, PolicyPlan } from "./policy-plan.ts";
import { stateValue } from "./state-value.ts";
import type { Transition } from "./transitions.ts";
import type { Workspace } from "./workspace.ts";

/** Writes G of every policy into `workspace.policyValue`, starting from `belief.posterior`. */
export function valueMerged(model: Model, plan: PolicyPlan, workspace: Workspace, belief: Belief): void {
  const { transitions } = model;
  for (let f = 0; f < transitions.length; f += 1) {
    const transition = transitions[f];
    const factor = plan.factors[f];
    if (transition === undefined || factor === undefined) continue;
    const { planState, planWeight, planCount } = workspace;
    planCount[factor.first] = listPosterior(model, belief, transition, planState, planWeight, factor.start);
    predictAll(model, workspace, transition, factor);
  }
  for (let node = 0; node < plan.nodes; node += 1) {
    workspace.nodeValue[node] =
      transitions.length === 1 ? singleValue(model, plan, workspace, node) : jointValue(model, plan, workspace, node);
  }
  sumPolicies(model, plan, workspace);
}

/** Makes every distinct prediction of one factor. */
function predictAll(model: Model, workspace: Workspace, transition: Transition, factor: FactorPlan): void {
  const { planState, planWeight, planCount, source } = workspace;
  const { predictions, parent, control, start, first } = factor;
  const { states } = transition;
  let unlisted = -1;
  for (let p = 1; p < predictions; p += 1) {
    const above = parent[p] ?? 0;
    const chosen = control[p] ?? 0;
    const from = start + above * states;
    const count = planCount[first + above] ?? 0;
    const to = start + p * states;
    if (goesByRows(model, transition, count)) {
      if (unlisted !== above) unlist(source, states, planState, planWeight, from, count);
      unlisted = above;
      planCount[first + p] = gather(model, workspace, transition, chosen, to);
    } else {
      planCount[first + p] = spread(model, workspace, transition, chosen, planState, planWeight, from, count, to, 0);
    }
  }
}

/** Value of one node with a single factor, whose predicted states are the joint states. */
function singleValue(model: Model, plan: PolicyPlan, workspace: Workspace, node: number): number {
  const { planState, planWeight, planCount } = workspace;
  const prediction = plan.nodePrediction[node] ?? 0;
  const count = planCount[prediction] ?? 0;
  return valueOf(
    model,
    workspace,
    planState,
    planWeight,
    prediction * model.jointStates,
    count,
    plan.nodeStep[node] ?? 0,
  );
}

/** Value of one node with several factors: of the product of their predictions. */
function jointValue(model: Model, plan: PolicyPlan, workspace: Workspace, node: number): number {
  const { transitions } = model;
  const { planCount, jointState, jointWeight } = workspace;
  jointState[0] = 0;
  jointWeight[0] = 1;
  let length = 1;
  for (let f = 0; f < transitions.length; f += 1) {
    const factor = plan.factors[f];
    const states = transitions[f]?.states ?? 1;
    if (factor === undefined) continue;
    const prediction = plan.nodePrediction[node * transitions.length + f] ?? 0;
    const count = planCount[factor.first + prediction] ?? 0;
    length = joinFactor(workspace, length, states, factor.start + prediction * states, count);
  }
  return valueOf(model, workspace, jointState, jointWeight, 0, length, plan.nodeStep[node] ?? 0);
}

function valueOf(
  model: Model,
  workspace: Workspace,
  states: Int32Array,
  weights: Float64Array,
  start: number,
  count: number,
  step: number,
): number {
  const value = stateValue(model, workspace, states, weights, start, count, step);
  return model.gainA ? value - likelihoodsGain(model, workspace, states, weights, start, count) : value;
}

/** G of every policy: the sum over its prefixes. Sums of short prefixes are spread from the last to the first, in place. */
function sumPolicies(model: Model, plan: PolicyPlan, workspace: Workspace): void {
  const { jointControls, policyLength } = model;
  const { nodeValue, policyValue } = workspace;
  const { treeNode } = plan;
  policyValue[0] = 0;
  let prefixes = 1;
  let level = 0;
  for (let step = 0; step < policyLength; step += 1) {
    for (let prefix = prefixes - 1; prefix >= 0; prefix -= 1) {
      const value = policyValue[prefix] ?? 0;
      const first = prefix * jointControls;
      for (let u = 0; u < jointControls; u += 1) {
        policyValue[first + u] = value + (nodeValue[treeNode[level + first + u] ?? 0] ?? 0);
      }
    }
    prefixes *= jointControls;
    level += prefixes;
  }
}
