// The value of one predicted state distribution: its utility and its state information gain.
import type { Model } from "./model.ts";
import { EPSILON, KEPT_WEIGHT } from "./numerics.ts";
import type { Workspace } from "./workspace.ts";

/**
 * Value in nats of the `count` joint states listed at `start`, at policy step `step`: expected log preference, plus
 * Σ w·Σ_o A ln(A + e^−16) − Σ_o q̃ ln(q̃ + ε) over the states with w > e^−16.
 */
export function stateValue(
  model: Model,
  workspace: Workspace,
  states: Int32Array,
  weights: Float64Array,
  start: number,
  count: number,
  step: number,
): number {
  let value = 0;
  if (model.useStatesInfoGain) {
    value = model.joint.full
      ? fullInformationGain(model, workspace, states, weights, start, count)
      : informationGain(model, workspace, states, weights, start, count);
  }
  return model.useUtility ? value + expectedUtility(model, states, weights, start, count, step) : value;
}

/** Utility is linear in the state, so the expected outcomes are never formed. */
function expectedUtility(
  model: Model,
  states: Int32Array,
  weights: Float64Array,
  start: number,
  count: number,
  step: number,
): number {
  const { jointStates, utility, utilityColumns } = model;
  const column = utilityColumns > 1 ? step * jointStates : 0;
  let value = 0;
  for (let i = start; i < start + count; i += 1) {
    value += (weights[i] ?? 0) * (utility[column + (states[i] ?? 0)] ?? 0);
  }
  return value;
}

/** Expected information about the state. Visits only outcomes that a kept state can give, and leaves them at 0. */
function informationGain(
  model: Model,
  workspace: Workspace,
  states: Int32Array,
  weights: Float64Array,
  start: number,
  count: number,
): number {
  const { columnStart, outcome, value, negativeEntropy } = model.joint;
  const { outcomes, touched } = workspace;
  let gain = 0;
  let length = 0;
  for (let i = start; i < start + count; i += 1) {
    const weight = weights[i] ?? 0;
    if (weight > KEPT_WEIGHT) {
      const state = states[i] ?? 0;
      gain += weight * (negativeEntropy[state] ?? 0);
      const end = columnStart[state + 1] ?? 0;
      for (let entry = columnStart[state] ?? 0; entry < end; entry += 1) {
        const o = outcome[entry] ?? 0;
        const before = outcomes[o] ?? 0;
        if (before === 0) {
          touched[length] = o;
          length += 1;
        }
        outcomes[o] = before + weight * (value[entry] ?? 0);
      }
    }
  }
  for (let i = 0; i < length; i += 1) {
    const o = touched[i] ?? 0;
    const expected = outcomes[o] ?? 0;
    gain -= expected * Math.log(expected + EPSILON);
    outcomes[o] = 0;
  }
  return gain;
}

/**
 * The same when all columns are full: outcomes are summed four at a time over the kept states. The last four may
 * overlap the four before; the overlap is then computed twice, with the same sums.
 */
function fullInformationGain(
  model: Model,
  workspace: Workspace,
  states: Int32Array,
  weights: Float64Array,
  start: number,
  count: number,
): number {
  const { value, negativeEntropy } = model.joint;
  const { outcomes, touched: column, keptWeight } = workspace;
  let gain = 0;
  let kept = 0;
  for (let i = start; i < start + count; i += 1) {
    const weight = weights[i] ?? 0;
    if (weight > KEPT_WEIGHT) {
      const state = states[i] ?? 0;
      gain += weight * (negativeEntropy[state] ?? 0);
      column[kept] = state * outcomes.length;
      keptWeight[kept] = weight;
      kept += 1;
    }
  }
  for (let block = 0; block < outcomes.length; block += 4) {
    const o = Math.min(block, outcomes.length - 4);
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let i = 0; i < kept; i += 1) {
      const weight = keptWeight[i] ?? 0;
      const at = (column[i] ?? 0) + o;
      a += weight * (value[at] ?? 0);
      b += weight * (value[at + 1] ?? 0);
      c += weight * (value[at + 2] ?? 0);
      d += weight * (value[at + 3] ?? 0);
    }
    outcomes[o] = a;
    outcomes[o + 1] = b;
    outcomes[o + 2] = c;
    outcomes[o + 3] = d;
  }
  for (let o = 0; o < outcomes.length; o += 1) {
    const expected = outcomes[o] ?? 0;
    gain -= expected * Math.log(expected + EPSILON);
  }
  return gain;
}
