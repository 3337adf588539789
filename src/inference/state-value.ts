// Owns the value of one predicted state distribution: utility and state information gain.
import type { Model } from "./model.ts";
import { EPSILON, KEPT_WEIGHT } from "./numerics.ts";
import type { Workspace } from "./workspace.ts";

/**
 * Value in nats of the joint state weights `weights[from ..]` at policy step `step`: expected log preference over all
 * states, plus Σ w·Σ_o A ln(A + e^−16) − Σ_o q̃ ln(q̃ + ε) over the states with w > e^−16.
 */
export function stateValue(
  model: Model,
  workspace: Workspace,
  weights: Float64Array,
  from: number,
  step: number,
): number {
  const { jointStates, utility, utilityColumns } = model;
  let value = 0;
  if (model.useUtility) {
    const column = utilityColumns > 1 ? step * jointStates : 0;
    for (let s = 0; s < jointStates; s += 1) value += (weights[from + s] ?? 0) * (utility[column + s] ?? 0);
  }
  if (model.useStatesInfoGain) value += informationGain(model, workspace, weights, from);
  return value;
}

/** Expected information about the state. Only outcomes that a kept state can give are visited, and left at zero. */
function informationGain(model: Model, workspace: Workspace, weights: Float64Array, from: number): number {
  const { jointStates } = model;
  const { columnStart, outcome, value, negativeEntropy } = model.joint;
  const { outcomes, touched } = workspace;
  let gain = 0;
  let count = 0;
  for (let s = 0; s < jointStates; s += 1) {
    const weight = weights[from + s] ?? 0;
    if (weight > KEPT_WEIGHT) {
      gain += weight * (negativeEntropy[s] ?? 0);
      const end = columnStart[s + 1] ?? 0;
      for (let entry = columnStart[s] ?? 0; entry < end; entry += 1) {
        const o = outcome[entry] ?? 0;
        const before = outcomes[o] ?? 0;
        if (before === 0) {
          touched[count] = o;
          count += 1;
        }
        outcomes[o] = before + weight * (value[entry] ?? 0);
      }
    }
  }
  for (let i = 0; i < count; i += 1) {
    const o = touched[i] ?? 0;
    const expected = outcomes[o] ?? 0;
    gain -= expected * Math.log(expected + EPSILON);
    outcomes[o] = 0;
  }
  return gain;
}
