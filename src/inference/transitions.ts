// The transition model B of one hidden factor, as sparse columns and rows, with prediction and refresh from counts.
import type { Tensor } from "./model-spec.ts";
import { EPSILON } from "./numerics.ts";

/**
 * B of one factor by columns: entries `columnStart[c·states + p] .. columnStart[c·states + p + 1)` are the states that
 * control c leads to from state p. There are entries where B or its counts are positive, so learning never changes
 * the structure.
 */
export interface Transition {
  readonly states: number;
  readonly controls: number;
  /** Start of this factor's marginal in concatenated marginals. */
  readonly offset: number;
  /** Start of this factor's predictions (control by control) in the predictions of one planning step. */
  readonly planOffset: number;
  /** Total number of controls of the factors before this one. */
  readonly controlOffset: number;
  /** Length states·controls + 1. */
  readonly columnStart: Int32Array;
  readonly next: Int32Array;
  readonly value: Float64Array;
  /**
   * The same entries by rows: `rowStart[c·states + n] ..` list the states from which control c leads to n, and the
   * index of each in `value`. Rows are cheaper when most states have weight.
   */
  readonly rowStart: Int32Array;
  readonly previous: Int32Array;
  readonly rowEntry: Int32Array;
  /** Parameter information weights W of the entries, empty unless parameter information gain is on. */
  readonly gain: Float64Array;
}

/** Positions of one factor's numbers in arrays over all factors. */
export type TransitionOffsets = Pick<Transition, "offset" | "planOffset" | "controlOffset">;

/** Builds the columns of one factor from B [next, previous, control] and, if it learns, counts of the same shape. */
export function buildTransition(
  B: Tensor,
  counts: Tensor | undefined,
  offsets: TransitionOffsets,
  withGain: boolean,
): Transition {
  const [states = 0, , controls = 0] = B.shape;
  const columnStart = new Int32Array(states * controls + 1);
  const next: number[] = [];
  const value: number[] = [];
  for (let control = 0; control < controls; control += 1) {
    for (let from = 0; from < states; from += 1) {
      for (let to = 0; to < states; to += 1) {
        const at = (to * states + from) * controls + control;
        const probability = B.data[at] ?? 0;
        if (probability > 0 || (counts?.data[at] ?? 0) > 0) {
          next.push(to);
          value.push(probability);
        }
      }
      columnStart[control * states + from + 1] = value.length;
    }
  }
  return {
    states,
    controls,
    ...offsets,
    ...rowsOf(columnStart, next, states, controls),
    columnStart,
    next: Int32Array.from(next),
    value: Float64Array.from(value),
    gain: new Float64Array(withGain ? value.length : 0),
  };
}

/** The rows of given columns. */
function rowsOf(
  columnStart: Int32Array,
  next: readonly number[],
  states: number,
  controls: number,
): Pick<Transition, "rowStart" | "previous" | "rowEntry"> {
  const rows = Array.from({ length: states * controls }, (): { from: number; entry: number }[] => []);
  for (let column = 0; column < states * controls; column += 1) {
    const control = Math.floor(column / states);
    for (let entry = columnStart[column] ?? 0; entry < (columnStart[column + 1] ?? 0); entry += 1) {
      rows[control * states + (next[entry] ?? 0)]?.push({ from: column % states, entry });
    }
  }
  const rowStart = new Int32Array(rows.length + 1);
  for (const [row, entries] of rows.entries()) rowStart[row + 1] = (rowStart[row] ?? 0) + entries.length;
  const entries = rows.flat();
  return {
    rowStart,
    previous: Int32Array.from(entries, ({ from }) => from),
    rowEntry: Int32Array.from(entries, ({ entry }) => entry),
  };
}

/** Writes B[·,·,control]·q into this factor's part of `target`; q is its part of `source`, a different array. */
export function predict(transition: Transition, control: number, source: Float64Array, target: Float64Array): void {
  const { states, offset, columnStart, next, value } = transition;
  target.fill(0, offset, offset + states);
  let entry = columnStart[control * states] ?? 0;
  for (let from = 0; from < states; from += 1) {
    const weight = source[offset + from] ?? 0;
    const end = columnStart[control * states + from + 1] ?? 0;
    for (; entry < end; entry += 1) {
      const to = offset + (next[entry] ?? 0);
      target[to] = (target[to] ?? 0) + weight * (value[entry] ?? 0);
    }
  }
}

/** W = 1/Σ(p + ε) − 1/(p + ε) of one count p > 0 in a column whose Σ(p + ε) is `columnSum`; 0 where p is 0. */
export function gainWeight(count: number, columnSum: number): number {
  return count > 0 ? 1 / columnSum - 1 / (count + EPSILON) : 0;
}

/** Recomputes gains, and values as column-normalised counts if `normalise`, from counts [next, previous, control]. */
export function refreshTransition(transition: Transition, counts: Float64Array, normalise: boolean): void {
  const { states, controls, columnStart, next, value, gain } = transition;
  for (let control = 0; control < controls; control += 1) {
    for (let from = 0; from < states; from += 1) {
      const end = columnStart[control * states + from + 1] ?? 0;
      const start = columnStart[control * states + from] ?? 0;
      let sum = 0;
      for (let entry = start; entry < end; entry += 1) {
        sum += counts[((next[entry] ?? 0) * states + from) * controls + control] ?? 0;
      }
      for (let entry = start; entry < end; entry += 1) {
        const count = counts[((next[entry] ?? 0) * states + from) * controls + control] ?? 0;
        if (normalise) value[entry] = count / sum;
        if (gain.length > 0) gain[entry] = gainWeight(count, sum + states * EPSILON);
      }
    }
  }
}
