// Constants and small numeric rules that all formulas of the engine share, so that its numbers agree with pymdp.

/** ε, as in pymdp: every logarithm of a probability x is ln(x + ε). */
export const EPSILON = 1e-16;

/** ln ε: the logarithm of a probability of 0, the most common entry of a likelihood. */
export const LOG_EPSILON = Math.log(EPSILON);

/** e^−16, as in pymdp: the state information gain leaves out joint states with this weight or less. */
export const KEPT_WEIGHT = Math.exp(-16);

/** Action or policy probabilities this close to the largest are ties, which the lowest index wins. */
const TIE_WIDTH = 1e-8;

/** ln(x + ε), the engine's logarithm of a probability. */
export function safeLog(x: number): number {
  return Math.log(x + EPSILON);
}

/**
 * Softmax of `source[from .. from + length)` into `target` at the same place. The maximum is subtracted first.
 * `source` and `target` may be the same array.
 */
export function softmaxInto(target: Float64Array, source: Float64Array, from: number, length: number): void {
  const end = from + length;
  let maximum = -Infinity;
  for (let i = from; i < end; i += 1) {
    const value = source[i] ?? 0;
    if (value > maximum) maximum = value;
  }
  let total = 0;
  for (let i = from; i < end; i += 1) {
    const value = Math.exp((source[i] ?? 0) - maximum);
    target[i] = value;
    total += value;
  }
  const scale = 1 / total;
  for (let i = from; i < end; i += 1) target[i] = (target[i] ?? 0) * scale;
}

/** Index, relative to `from`, of the first value within `TIE_WIDTH` of the largest in `values[from .. from + length)`. */
export function firstOfLargest(values: Float64Array, from: number, length: number): number {
  let maximum = -Infinity;
  for (let i = 0; i < length; i += 1) {
    const value = values[from + i] ?? 0;
    if (value > maximum) maximum = value;
  }
  for (let i = 0; i < length; i += 1) {
    if (maximum - (values[from + i] ?? 0) <= TIE_WIDTH) return i;
  }
  return 0;
}

/**
 * Draws an index, relative to `from`, from the probabilities `values[from .. from + length)` with one uniform number
 * in [0, 1). Where rounding leaves the cumulative sum below `uniform`, it is the last index of positive probability.
 */
export function drawIndex(values: Float64Array, from: number, length: number, uniform: number): number {
  let cumulative = 0;
  let last = 0;
  for (let i = 0; i < length; i += 1) {
    const value = values[from + i] ?? 0;
    if (value > 0) last = i;
    cumulative += value;
    if (uniform < cumulative) return i;
  }
  return last;
}
