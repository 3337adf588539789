// Chooses an action from q_π, and predicts from it the prior of the next inference.
import type { Belief } from "./belief.ts";
import type { Model } from "./model.ts";
import { drawIndex, firstOfLargest, safeLog, softmaxInto } from "./numerics.ts";
import { predict } from "./transitions.ts";
import type { Workspace } from "./workspace.ts";

/** A source of uniform numbers in [0, 1). */
export type Random = () => number;

/**
 * Chooses one control per factor into `belief.action` and writes the next prior into `belief.prior`.
 * Call it right after `evaluatePolicies` of the same agent. It draws random numbers only for stochastic selection: one
 * for each factor with several controls when sampling is `marginal`, one in total when it is `full`.
 */
export function act(model: Model, workspace: Workspace, belief: Belief, random: Random): void {
  if (model.samplingMode === "full") chooseWhole(model, workspace, belief, random);
  else chooseByFactor(model, workspace, belief, random);
  for (let f = 0; f < model.transitions.length; f += 1) {
    const transition = model.transitions[f];
    if (transition !== undefined) predict(transition, belief.action[f] ?? 0, belief.posterior, belief.prior);
  }
}

/**
 * Takes an action that was chosen elsewhere, as in a replay: writes it into `belief.action` and B[·,·,action]·q into
 * `belief.prior`. It works without `evaluatePolicies`.
 *
 * @throws RangeError when a control does not exist in its factor.
 */
export function forceAction(model: Model, belief: Belief, action: ArrayLike<number>): void {
  for (const [f, transition] of model.transitions.entries()) {
    const control = action[f] ?? -1;
    if (!Number.isInteger(control) || control < 0 || control >= transition.controls) {
      throw new RangeError(`action ${control} is not a control of factor ${f}`);
    }
    belief.action[f] = control;
    predict(transition, control, belief.posterior, belief.prior);
  }
}

/**
 * Writes Σ q_π by the first action of each factor into `workspace.actionMarginal` (concatenated over factors).
 * Policies with the same first action are next to each other, so each block of them is summed once.
 */
export function marginaliseActions(model: Model, workspace: Workspace): void {
  const { transitions, jointControls, policies, controlTable } = model;
  const { policyProbability, actionMarginal } = workspace;
  const block = policies / jointControls;
  actionMarginal.fill(0);
  let policy = 0;
  for (let u = 0; u < jointControls; u += 1) {
    let sum = 0;
    for (const end = policy + block; policy < end; policy += 1) sum += policyProbability[policy] ?? 0;
    for (let f = 0; f < transitions.length; f += 1) {
      const at = (transitions[f]?.controlOffset ?? 0) + (controlTable[u * transitions.length + f] ?? 0);
      actionMarginal[at] = (actionMarginal[at] ?? 0) + sum;
    }
  }
}

/** Writes softmax(α·ln p) of `length` probabilities at `from` into the start of `target`. */
export function sharpen(
  target: Float64Array,
  probabilities: Float64Array,
  from: number,
  length: number,
  alpha: number,
): void {
  for (let i = 0; i < length; i += 1) target[i] = alpha * safeLog(probabilities[from + i] ?? 0);
  softmaxInto(target, target, 0, length);
}

function chooseByFactor(model: Model, workspace: Workspace, belief: Belief, random: Random): void {
  marginaliseActions(model, workspace);
  const { transitions, alpha } = model;
  const { actionMarginal, choice } = workspace;
  let at = 0;
  for (let f = 0; f < transitions.length; f += 1) {
    const controls = transitions[f]?.controls ?? 1;
    if (controls === 1) belief.action[f] = 0;
    else if (model.actionSelection === "deterministic") belief.action[f] = firstOfLargest(actionMarginal, at, controls);
    else {
      sharpen(choice, actionMarginal, at, controls, alpha);
      belief.action[f] = drawIndex(choice, 0, controls, random());
    }
    at += controls;
  }
}

function chooseWhole(model: Model, workspace: Workspace, belief: Belief, random: Random): void {
  const { policies, jointControls, controlTable, alpha } = model;
  const { policyProbability, choice } = workspace;
  let policy = 0;
  if (model.actionSelection === "deterministic") policy = firstOfLargest(policyProbability, 0, policies);
  else {
    sharpen(choice, policyProbability, 0, policies, alpha);
    policy = drawIndex(choice, 0, policies, random());
  }
  const first = Math.floor(policy / (policies / jointControls));
  const factors = belief.action.length;
  for (let f = 0; f < factors; f += 1) belief.action[f] = controlTable[first * factors + f] ?? 0;
}
