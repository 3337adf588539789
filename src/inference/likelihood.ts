// The likelihood A of one modality, by rows for inference and by sparse columns for planning.
import type { Tensor } from "./model-spec.ts";
import { EPSILON } from "./numerics.ts";
import { gainWeight } from "./transitions.ts";

/** A of one modality over joint states (row-major over factors). Entries exist where A or its counts are positive. */
export interface Likelihood {
  readonly outcomes: number;
  readonly jointStates: number;
  /** A itself, [outcomes, joint states]: one row is the likelihood of every joint state given one outcome. */
  readonly rows: Float64Array;
  /** Entries `columnStart[s] .. columnStart[s + 1)` are the outcomes of joint state s. */
  readonly columnStart: Int32Array;
  readonly outcome: Int32Array;
  readonly value: Float64Array;
  /** Parameter information weights W of the entries, empty unless parameter information gain is on. */
  readonly gain: Float64Array;
}

/** Builds one modality from A [outcomes, states…] and, if it learns, counts of the same shape. */
export function buildLikelihood(A: Tensor, counts: Tensor | undefined, withGain: boolean): Likelihood {
  const [outcomes = 0, ...states] = A.shape;
  const jointStates = states.reduce((total, size) => total * size, 1);
  const columnStart = new Int32Array(jointStates + 1);
  const outcome: number[] = [];
  const value: number[] = [];
  for (let state = 0; state < jointStates; state += 1) {
    for (let o = 0; o < outcomes; o += 1) {
      const at = o * jointStates + state;
      const probability = A.data[at] ?? 0;
      if (probability > 0 || (counts?.data[at] ?? 0) > 0) {
        outcome.push(o);
        value.push(probability);
      }
    }
    columnStart[state + 1] = value.length;
  }
  return {
    outcomes,
    jointStates,
    rows: Float64Array.from(A.data),
    columnStart,
    outcome: Int32Array.from(outcome),
    value: Float64Array.from(value),
    gain: new Float64Array(withGain ? value.length : 0),
  };
}

/** Recomputes the gain of every entry, and A as column-normalised counts if `normalise`, from counts [outcomes, joint states]. */
export function refreshLikelihood(likelihood: Likelihood, counts: Float64Array, normalise: boolean): void {
  const { outcomes, jointStates, rows, columnStart, outcome, value, gain } = likelihood;
  for (let state = 0; state < jointStates; state += 1) {
    let sum = 0;
    for (let o = 0; o < outcomes; o += 1) sum += counts[o * jointStates + state] ?? 0;
    const end = columnStart[state + 1] ?? 0;
    for (let entry = columnStart[state] ?? 0; entry < end; entry += 1) {
      const at = (outcome[entry] ?? 0) * jointStates + state;
      const count = counts[at] ?? 0;
      if (normalise) {
        value[entry] = count / sum;
        rows[at] = count / sum;
      }
      if (gain.length > 0) gain[entry] = gainWeight(count, sum + outcomes * EPSILON);
    }
  }
}

/**
 * o·(W·w) of one modality for the `count` listed joint states from `start`: w are their `weights`, o their expected
 * outcomes. `scratch` has room for 2·outcomes numbers and is overwritten.
 */
export function likelihoodGain(
  likelihood: Likelihood,
  states: Int32Array,
  weights: Float64Array,
  start: number,
  count: number,
  scratch: Float64Array,
): number {
  const { outcomes, columnStart, outcome, value, gain } = likelihood;
  scratch.fill(0, 0, 2 * outcomes);
  for (let i = start; i < start + count; i += 1) {
    const state = states[i] ?? 0;
    const weight = weights[i] ?? 0;
    const end = columnStart[state + 1] ?? 0;
    for (let entry = columnStart[state] ?? 0; entry < end; entry += 1) {
      const o = outcome[entry] ?? 0;
      scratch[o] = (scratch[o] ?? 0) + weight * (value[entry] ?? 0);
      scratch[outcomes + o] = (scratch[outcomes + o] ?? 0) + weight * (gain[entry] ?? 0);
    }
  }
  let total = 0;
  for (let o = 0; o < outcomes; o += 1) total += (scratch[o] ?? 0) * (scratch[outcomes + o] ?? 0);
  return total;
}
