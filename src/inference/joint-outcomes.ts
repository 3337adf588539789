// Tables for planning, by joint state: its joint outcomes over all modalities, their entropy, and its utility.
import type { Likelihood } from "./likelihood.ts";
import type { Tensor } from "./model-spec.ts";
import { KEPT_WEIGHT, safeLog } from "./numerics.ts";

/**
 * Joint outcomes of all modalities, in sparse columns over joint states: entries
 * `columnStart[s] .. columnStart[s + 1)` are the outcomes that joint state s can give.
 */
export interface JointOutcomes {
  /** Number of joint outcomes: the product of all modalities' outcomes. */
  readonly outcomes: number;
  /** True when every joint state can give every joint outcome, and there are at least four of them. */
  readonly full: boolean;
  readonly columnStart: Int32Array;
  readonly outcome: Int32Array;
  readonly value: Float64Array;
  /** Σ_o A·ln(A + e^−16) of each joint state, in nats. */
  readonly negativeEntropy: Float64Array;
}

/** Number of entries in the joint columns of these modalities. */
export function countJointEntries(likelihoods: readonly Likelihood[], jointStates: number): number {
  let entries = 0;
  for (let state = 0; state < jointStates; state += 1) {
    let column = 1;
    for (const { columnStart } of likelihoods) column *= (columnStart[state + 1] ?? 0) - (columnStart[state] ?? 0);
    entries += column;
  }
  return entries;
}

/** Allocates and fills the joint columns of all modalities. */
export function buildJointOutcomes(likelihoods: readonly Likelihood[], jointStates: number): JointOutcomes {
  const entries = countJointEntries(likelihoods, jointStates);
  const outcomes = likelihoods.reduce((total, each) => total * each.outcomes, 1);
  const joint: JointOutcomes = {
    outcomes,
    full: outcomes >= 4 && entries === outcomes * jointStates,
    columnStart: new Int32Array(jointStates + 1),
    outcome: new Int32Array(entries),
    value: new Float64Array(entries),
    negativeEntropy: new Float64Array(jointStates),
  };
  refreshJointOutcomes(joint, likelihoods, jointStates);
  return joint;
}

/** Recomputes the joint columns and entropies after values of the modalities have changed. Allocates nothing. */
export function refreshJointOutcomes(
  joint: JointOutcomes,
  likelihoods: readonly Likelihood[],
  jointStates: number,
): void {
  const { columnStart, outcome, value, negativeEntropy } = joint;
  let start = 0;
  for (let state = 0; state < jointStates; state += 1) {
    outcome[start] = 0;
    value[start] = 1;
    let length = 1;
    for (const likelihood of likelihoods) length = multiplyColumn(joint, start, length, likelihood, state);
    const end = start + length;
    let sum = 0;
    for (let entry = start; entry < end; entry += 1) {
      const probability = value[entry] ?? 0;
      sum += probability * Math.log(probability + KEPT_WEIGHT);
    }
    negativeEntropy[state] = sum;
    start = end;
    columnStart[state + 1] = end;
  }
}

/** Multiplies the partial column at `start` by one more modality, in place from its last entry. Returns the new length. */
function multiplyColumn(
  joint: JointOutcomes,
  start: number,
  length: number,
  likelihood: Likelihood,
  state: number,
): number {
  const { outcome, value } = joint;
  const first = likelihood.columnStart[state] ?? 0;
  const width = (likelihood.columnStart[state + 1] ?? 0) - first;
  for (let old = length - 1; old >= 0; old -= 1) {
    const partialOutcome = (outcome[start + old] ?? 0) * likelihood.outcomes;
    const partialValue = value[start + old] ?? 0;
    for (let k = width - 1; k >= 0; k -= 1) {
      outcome[start + old * width + k] = partialOutcome + (likelihood.outcome[first + k] ?? 0);
      value[start + old * width + k] = partialValue * (likelihood.value[first + k] ?? 0);
    }
  }
  return length * width;
}

/** ln softmax(C) of one modality, [columns, outcomes], in nats. A C without a time axis is one column, repeated. */
export function logPreferences(C: Tensor, columns: number): Float64Array {
  const [outcomes = 0, given = 1] = C.shape;
  const logs = new Float64Array(columns * outcomes);
  for (let column = 0; column < columns; column += 1) {
    const at = (o: number): number => C.data[o * given + (given === 1 ? 0 : column)] ?? 0;
    let maximum = -Infinity;
    for (let o = 0; o < outcomes; o += 1) maximum = Math.max(maximum, at(o));
    let total = 0;
    for (let o = 0; o < outcomes; o += 1) total += Math.exp(at(o) - maximum);
    for (let o = 0; o < outcomes; o += 1) logs[column * outcomes + o] = safeLog(Math.exp(at(o) - maximum) / total);
  }
  return logs;
}

/**
 * Writes the expected log preference of every joint state, [columns, joint states] in nats. Utility is linear in the
 * state distribution, so planning needs no expected outcomes for it.
 */
export function fillUtility(
  utility: Float64Array,
  likelihoods: readonly Likelihood[],
  preferences: readonly Float64Array[],
  columns: number,
  jointStates: number,
): void {
  utility.fill(0);
  for (const [m, { outcomes, columnStart, outcome, value }] of likelihoods.entries()) {
    const logs = preferences[m];
    if (logs === undefined) continue;
    for (let column = 0; column < columns; column += 1) {
      for (let state = 0; state < jointStates; state += 1) {
        const end = columnStart[state + 1] ?? 0;
        let sum = 0;
        for (let entry = columnStart[state] ?? 0; entry < end; entry += 1) {
          sum += (value[entry] ?? 0) * (logs[column * outcomes + (outcome[entry] ?? 0)] ?? 0);
        }
        utility[column * jointStates + state] = (utility[column * jointStates + state] ?? 0) + sum;
      }
    }
  }
}
