// Owns the transition model of one hidden factor: sparse rows of B and the prediction they make.
import type { Tensor } from "./model-spec.ts";
import { EPSILON } from "./numerics.ts";

/**
 * B of one factor, held by rows: entries `rowStart[c·states + n] .. rowStart[c·states + n + 1)` are the previous
 * states from which control c leads to state n. Entries are kept where B or its counts are positive, so that
 * learning never changes the structure.
 */
export interface Transition {
  readonly states: number;
  readonly controls: number;
  /** Where this factor's marginal begins in concatenated marginals. */
  readonly offset: number;
  /** Where this factor's predictions (control by control) begin in the predictions of one planning step. */
  readonly planOffset: number;
  /** Length states·controls + 1. */
  readonly rowStart: Int32Array;
  readonly previous: Int32Array;
  readonly value: Float64Array;
  /** Parameter information weights W of the entries, empty unless parameter information gain is on. */
  readonly gain: Float64Array;
}

/** Builds the rows of one factor from B [next, previous, control] and, if it learns, counts of the same shape. */
export function buildTransition(
  B: Tensor,
  counts: Tensor | undefined,
  offset: number,
  planOffset: number,
  withGain: boolean,
): Transition {
  const [states = 0, , controls = 0] = B.shape;
  const rowStart = new Int32Array(states * controls + 1);
  const previous: number[] = [];
  const value: number[] = [];
  for (let control = 0; control < controls; control += 1) {
    for (let next = 0; next < states; next += 1) {
      for (let from = 0; from < states; from += 1) {
        const at = (next * states + from) * controls + control;
        const probability = B.data[at] ?? 0;
        if (probability > 0 || (counts?.data[at] ?? 0) > 0) {
          previous.push(from);
          value.push(probability);
        }
      }
      rowStart[control * states + next + 1] = value.length;
    }
  }
  return {
    states,
    controls,
    offset,
    planOffset,
    rowStart,
    previous: Int32Array.from(previous),
    value: Float64Array.from(value),
    gain: new Float64Array(withGain ? value.length : 0),
  };
}

/**
 * Writes B[·,·,control]·q into `target[to .. to + states)`, where q is `source[from .. from + states)`.
 * The two ranges must not overlap.
 */
export function predict(
  transition: Transition,
  control: number,
  source: Float64Array,
  from: number,
  target: Float64Array,
  to: number,
): void {
  const { states, rowStart, previous, value } = transition;
  const row = control * states;
  let entry = rowStart[row] ?? 0;
  for (let next = 0; next < states; next += 1) {
    const end = rowStart[row + next + 1] ?? 0;
    let sum = 0;
    for (; entry < end; entry += 1) sum += (value[entry] ?? 0) * (source[from + (previous[entry] ?? 0)] ?? 0);
    target[to + next] = sum;
  }
}

/** s·(W[control]·q): how much the counts of this transition would still be informed by it (subtracted by the contract). */
export function transitionGain(
  transition: Transition,
  control: number,
  source: Float64Array,
  from: number,
  predicted: Float64Array,
  at: number,
): number {
  const { states, rowStart, previous, gain } = transition;
  const row = control * states;
  let total = 0;
  for (let next = 0; next < states; next += 1) {
    const end = rowStart[row + next + 1] ?? 0;
    let sum = 0;
    for (let entry = rowStart[row + next] ?? 0; entry < end; entry += 1) {
      sum += (gain[entry] ?? 0) * (source[from + (previous[entry] ?? 0)] ?? 0);
    }
    total += sum * (predicted[at + next] ?? 0);
  }
  return total;
}

/** W = 1/Σ(p + ε) − 1/(p + ε) of one count p > 0 in a column whose Σ(p + ε) is `columnSum`; 0 where p is 0. */
export function gainWeight(count: number, columnSum: number): number {
  return count > 0 ? 1 / columnSum - 1 / (count + EPSILON) : 0;
}

/** Recomputes values (column-normalised) and gains of every entry from counts [next, previous, control]. */
export function refreshTransition(transition: Transition, counts: Float64Array, normalise: boolean): void {
  const { states, controls, rowStart, previous, value, gain } = transition;
  for (let control = 0; control < controls; control += 1) {
    for (let next = 0; next < states; next += 1) {
      const row = control * states + next;
      const end = rowStart[row + 1] ?? 0;
      for (let entry = rowStart[row] ?? 0; entry < end; entry += 1) {
        const from = previous[entry] ?? 0;
        let sum = 0;
        for (let n = 0; n < states; n += 1) sum += counts[(n * states + from) * controls + control] ?? 0;
        const count = counts[(next * states + from) * controls + control] ?? 0;
        if (normalise) value[entry] = count / sum;
        if (gain.length > 0) gain[entry] = gainWeight(count, sum + states * EPSILON);
      }
    }
  }
}
