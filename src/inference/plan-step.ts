// One step of planning: the states that each control predicts, as short lists without negligible weights.
import type { Belief } from "./belief.ts";
import type { Model } from "./model.ts";
import type { Transition } from "./transitions.ts";
import type { Workspace } from "./workspace.ts";

/** Lists the non-negligible states of one factor's posterior at `to`; returns how many. */
export function listPosterior(
  model: Model,
  belief: Belief,
  { states, offset }: Transition,
  listedState: Int32Array,
  listedWeight: Float64Array,
  to: number,
): number {
  const { negligible } = model;
  const { posterior } = belief;
  let count = 0;
  for (let s = 0; s < states; s += 1) {
    const weight = posterior[offset + s] ?? 0;
    if (weight > negligible) {
      listedState[to + count] = s;
      listedWeight[to + count] = weight;
      count += 1;
    }
  }
  return count;
}

/** Lists the non-negligible states of the posterior, factor by factor. Every policy starts from them. */
export function listActiveStates(model: Model, workspace: Workspace, belief: Belief): void {
  const { transitions } = model;
  const { activeState, activeWeight, activeCount } = workspace;
  for (let f = 0; f < transitions.length; f += 1) {
    const transition = transitions[f];
    if (transition !== undefined) {
      activeCount[f] = listPosterior(model, belief, transition, activeState, activeWeight, transition.offset);
    }
  }
}

/** Whether a prediction from `count` states goes row by row. */
export function goesByRows(model: Model, { states }: Transition, count: number): boolean {
  return 2 * count > states && !model.gainB;
}

/**
 * Predicts every factor under each of its controls at policy step `step`: at step 0 from the posterior, later from the
 * prediction for joint control `u` at the step before.
 */
export function predictStep(model: Model, workspace: Workspace, step: number, u: number): void {
  const { transitions, planLength, controlLength, controlTable } = model;
  const { activeState, activeWeight, activeCount, planState, planWeight, planCount, source } = workspace;
  for (let f = 0; f < transitions.length; f += 1) {
    const transition = transitions[f];
    if (transition === undefined) continue;
    const { states, controls, offset, planOffset, controlOffset } = transition;
    const chosen = controlTable[u * transitions.length + f] ?? 0;
    const plan = step * planLength + planOffset;
    const first = step * controlLength + controlOffset;
    const from = step === 0 ? offset : plan - planLength + chosen * states;
    const count = (step === 0 ? activeCount[f] : planCount[first - controlLength + chosen]) ?? 0;
    const sourceState = step === 0 ? activeState : planState;
    const sourceWeight = step === 0 ? activeWeight : planWeight;
    const byRows = goesByRows(model, transition, count);
    if (byRows) unlist(source, states, sourceState, sourceWeight, from, count);
    for (let control = 0; control < controls; control += 1) {
      const to = plan + control * states;
      planCount[first + control] = byRows
        ? gather(model, workspace, transition, control, to)
        : spread(model, workspace, transition, control, sourceState, sourceWeight, from, count, to, first);
    }
  }
}

/** Writes listed weights to their states and 0 to all others. */
export function unlist(
  target: Float64Array,
  states: number,
  listedState: Int32Array,
  listedWeight: Float64Array,
  from: number,
  count: number,
): void {
  target.fill(0, 0, states);
  for (let i = from; i < from + count; i += 1) target[listedState[i] ?? 0] = listedWeight[i] ?? 0;
}

/** Predicts from the weights in `workspace.source` under one control, row by row. Lists at `to`; returns how many. */
export function gather(
  model: Model,
  workspace: Workspace,
  transition: Transition,
  control: number,
  to: number,
): number {
  const { negligible } = model;
  const { planState, planWeight, source } = workspace;
  const { states, rowStart, previous, rowEntry, value } = transition;
  const row = control * states;
  let kept = to;
  let entry = rowStart[row] ?? 0;
  for (let state = 0; state < states; state += 1) {
    const end = rowStart[row + state + 1] ?? 0;
    let weight = 0;
    for (; entry < end; entry += 1) weight += (source[previous[entry] ?? 0] ?? 0) * (value[rowEntry[entry] ?? 0] ?? 0);
    if (weight > negligible) {
      planState[kept] = state;
      planWeight[kept] = weight;
      kept += 1;
    }
  }
  return kept - to;
}

/** Predicts from the `count` states listed at `from` under one control. Lists non-negligible states at `to`; returns how many. */
export function spread(
  model: Model,
  workspace: Workspace,
  transition: Transition,
  control: number,
  sourceState: Int32Array,
  sourceWeight: Float64Array,
  from: number,
  count: number,
  to: number,
  gainAt: number,
): number {
  const { negligible } = model;
  const { planState, planWeight, predicted } = workspace;
  const { states, columnStart, next, value } = transition;
  const columns = control * states;
  const last = from + count;
  let end = to;
  for (let i = from; i < last; i += 1) {
    const column = columns + (sourceState[i] ?? 0);
    const weight = sourceWeight[i] ?? 0;
    const stop = columnStart[column + 1] ?? 0;
    for (let entry = columnStart[column] ?? 0; entry < stop; entry += 1) {
      const state = next[entry] ?? 0;
      const before = predicted[state] ?? 0;
      const after = before + weight * (value[entry] ?? 0);
      predicted[state] = after;
      if (before === 0 && after !== 0) {
        planState[end] = state;
        end += 1;
      }
    }
  }
  if (model.gainB) {
    workspace.planGain[gainAt + control] = spreadGain(
      transition,
      columns,
      sourceState,
      sourceWeight,
      from,
      last,
      predicted,
    );
  }
  let kept = to;
  for (let i = to; i < end; i += 1) {
    const state = planState[i] ?? 0;
    const weight = predicted[state] ?? 0;
    predicted[state] = 0;
    if (weight > negligible) {
      planState[kept] = state;
      planWeight[kept] = weight;
      kept += 1;
    }
  }
  return kept - to;
}

/** s·(W·q) of this transition, the parameter information term of B; the value of a policy subtracts it. */
function spreadGain(
  transition: Transition,
  columns: number,
  sourceState: Int32Array,
  sourceWeight: Float64Array,
  from: number,
  last: number,
  predicted: Float64Array,
): number {
  const { columnStart, next, gain } = transition;
  let total = 0;
  for (let i = from; i < last; i += 1) {
    const column = columns + (sourceState[i] ?? 0);
    const stop = columnStart[column + 1] ?? 0;
    let sum = 0;
    for (let entry = columnStart[column] ?? 0; entry < stop; entry += 1) {
      sum += (gain[entry] ?? 0) * (predicted[next[entry] ?? 0] ?? 0);
    }
    total += sum * (sourceWeight[i] ?? 0);
  }
  return total;
}

/** Lists the joint states of joint control `u` at `step` with their weights; returns how many. */
export function joinFactors(model: Model, workspace: Workspace, step: number, u: number): number {
  const { transitions, planLength, controlLength, controlTable } = model;
  const { planCount, jointState, jointWeight } = workspace;
  jointState[0] = 0;
  jointWeight[0] = 1;
  let length = 1;
  for (let f = 0; f < transitions.length; f += 1) {
    const transition = transitions[f];
    if (transition === undefined) continue;
    const { states, planOffset, controlOffset } = transition;
    const control = controlTable[u * transitions.length + f] ?? 0;
    const from = step * planLength + planOffset + control * states;
    const count = planCount[step * controlLength + controlOffset + control] ?? 0;
    length = joinFactor(workspace, length, states, from, count);
  }
  return length;
}

/**
 * Joins one more factor, whose prediction is the `count` states listed at `from`, to the `length` joint states listed so
 * far; returns how many there are then.
 */
export function joinFactor(workspace: Workspace, length: number, states: number, from: number, count: number): number {
  const { planState, planWeight, jointState, jointWeight } = workspace;
  for (let i = length - 1; i >= 0; i -= 1) {
    const state = (jointState[i] ?? 0) * states;
    const weight = jointWeight[i] ?? 0;
    const to = i * count;
    for (let k = count - 1; k >= 0; k -= 1) {
      jointState[to + k] = state + (planState[from + k] ?? 0);
      jointWeight[to + k] = weight * (planWeight[from + k] ?? 0);
    }
  }
  return length * count;
}
