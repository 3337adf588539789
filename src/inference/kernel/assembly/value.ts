// The value of predictions of one block: state information gain and utility, from the two sums of each class of states.
import {
  AT_NEGATIVE_ENTROPY, AT_NODE_VALUE, AT_OUTCOME_ROWS, AT_PREDICTIONS, AT_SOURCE, AT_SUMS, AT_UNIFORM, CLASSES,
  COPIES, EPSILON, GAIN, OUTCOMES, PREDICTIONS, STATES,
} from "../fields";
import { makeSource } from "./infer";
import { ln } from "./logarithm";
import { addRows, multiplyRows } from "./predict";
import { addSingles, multiplySingles } from "./predict-singles";
import { address, constant, field, multiplyAdd } from "./vectors";

/** Σ over classes of a sum times a number of the class. Sums of successive classes are `stride` apart. */
function weighted<F>(sums: usize, stride: usize, numbers: usize, classes: i32): v128 {
  let total = v128.mul<F>(v128.load(sums), v128.load_splat<F>(numbers));
  for (let c = 1; c < classes; c++) {
    sums += stride;
    numbers += sizeof<F>();
    total = multiplyAdd<F>(v128.load(sums), v128.load_splat<F>(numbers), total);
  }
  return total;
}

/**
 * Σ w·Σ_o A ln(A + e^−16) − Σ_o q̃ ln(q̃ + ε) from the kept sums of classes, of one vector, or of two that share what is loaded; with
 * the utility of `column` where there is one. A row of A is its least entry in all classes, and what exceeds it in some: nothing is
 * subtracted that would cancel. Of an outcome that no agent expects the logarithm is left out: 0·ln ε is 0.
 */
function informationGain<F, P>(model: usize, sums: usize, stride: usize, column: usize, target: usize): void {
  const epsilon = constant<F>(model, EPSILON);
  const end = sums + <usize>field(model, CLASSES) * stride;
  let entropies = address(model, AT_NEGATIVE_ENTROPY);
  let whole0 = v128.xor(epsilon, epsilon), whole1 = whole0, gain0 = whole0, gain1 = whole0;
  for (let at = sums; at < end; at += stride) {
    const entropy = v128.load_splat<F>(entropies);
    const kept0 = v128.load(at);
    whole0 = v128.add<F>(whole0, kept0);
    gain0 = multiplyAdd<F>(kept0, entropy, gain0);
    if (sizeof<P>() > 1) {
      const kept1 = v128.load(at, 16);
      whole1 = v128.add<F>(whole1, kept1);
      gain1 = multiplyAdd<F>(kept1, entropy, gain1);
    }
    entropies += sizeof<F>();
    if (column) {
      const utility = v128.load_splat<F>(column);
      const all = at + (stride >> 1);
      gain0 = multiplyAdd<F>(v128.load(all), utility, gain0);
      if (sizeof<P>() > 1) gain1 = multiplyAdd<F>(v128.load(all, 16), utility, gain1);
      column += sizeof<F>();
    }
  }
  let row = address(model, AT_OUTCOME_ROWS);
  for (let o = field(model, OUTCOMES); o > 0; o--) {
    const rowEnd = row + 16 + (<usize>load<u32>(row) << 4);
    const isAlways = load<u32>(row, 4);
    const least = v128.load_splat<F>(row, 8);
    let expected0 = v128.mul<F>(whole0, least);
    let expected1 = sizeof<P>() > 1 ? v128.mul<F>(whole1, least) : expected0;
    for (row += 16; row < rowEnd; row += 16) {
      const at = sums + load<u32>(row);
      const rest = v128.load_splat<F>(row, 8);
      expected0 = multiplyAdd<F>(v128.load(at), rest, expected0);
      if (sizeof<P>() > 1) expected1 = multiplyAdd<F>(v128.load(at, 16), rest, expected1);
    }
    // Where every class may show the outcome, it is always expected.
    if (!isAlways && !v128.any_true(sizeof<P>() > 1 ? v128.or(expected0, expected1) : expected0)) continue;
    if (sizeof<P>() > 1) {
      gain0 = v128.sub<F>(gain0, v128.mul<F>(expected0, ln<F>(model, v128.add<F>(expected0, epsilon))));
      gain1 = v128.sub<F>(gain1, v128.mul<F>(expected1, ln<F>(model, v128.add<F>(expected1, epsilon))));
    } else {
      gain0 = v128.sub<F>(gain0, v128.mul<F>(expected0, ln<F>(model, v128.add<F>(expected0, epsilon))));
    }
  }
  v128.store(target, gain0);
  if (sizeof<P>() > 1) v128.store(target, gain1, 16);
}

/**
 * Makes every distinct prediction and values its nodes. A prediction's record: the earlier prediction that must be made the source
 * first (or 0), where it is kept (or 0), its rows class by class, how many nodes it has, and each node as where its value goes and
 * its column of utilities (0 without utility).
 */
export function plan<F, N>(model: usize): void {
  const vector: usize = 16 * sizeof<N>();
  const source = address(model, AT_SOURCE);
  const sums = address(model, AT_SUMS);
  const values = address(model, AT_NODE_VALUE);
  const bytes = <usize>field(model, STATES) * vector;
  const isSummed = field(model, COPIES) >= 0;
  let record = address(model, AT_PREDICTIONS);
  for (let p = field(model, PREDICTIONS); p > 0; p--) {
    const expanded = load<usize>(record);
    const target = load<usize>(record, 4);
    const rows = load<usize>(record, 8);
    if (expanded) makeSource<F>(model, expanded, source, bytes);
    if (target) predictStates<F, N, u16>(model, rows, source, target, sums, isSummed);
    else predictStates<F, N, u8>(model, rows, source, target, sums, isSummed);
    const nodes = load<i32>(record, 12);
    record += 16;
    valueNodes<F, N>(model, record, nodes, sums, values);
    record += <usize>nodes << 3;
  }
}

/** Predicts all states, class by class; S is u16 where they are kept at `target`, else u8. */
function predictStates<F, N, S>(
  model: usize, rows: usize, source: usize, target: usize, sums: usize, isSummed: bool,
): void {
  const classes = field(model, CLASSES);
  if (classes == field(model, STATES)) {
    if (isSummed) addSingles<F, N, S>(model, rows, source, target, sums);
    else multiplySingles<F, N, S>(model, rows, source, target, sums);
    return;
  }
  for (let c = 0; c < classes; c++) {
    rows = isSummed
      ? addRows<F, N, S>(model, rows, source, target, sums)
      : multiplyRows<F, N, S>(model, rows, source, target, sums);
    sums += 32 * sizeof<N>();
  }
}

/** Values the nodes of one prediction. */
function valueNodes<F, N>(model: usize, record: usize, nodes: i32, sums: usize, values: usize): void {
  const vector: usize = 16 * sizeof<N>();
  const classes = field(model, CLASSES);
  const gainsAt = address(model, AT_UNIFORM);
  const gains = field(model, GAIN);
  // The utility of an only node is summed with its gain; several nodes share the gain, and each has its own column.
  const isOnly = gains && nodes == 1;
  const column = isOnly ? load<usize>(record, 4) : 0;
  const target = isOnly ? values + load<u32>(record) : gainsAt;
  if (gains) {
    if (sizeof<N>() > 1) {
      for (let v: usize = 0; v < vector; v += 32) informationGain<F, u16>(model, sums + v, 2 * vector, column, target + v);
    } else {
      informationGain<F, u8>(model, sums, 2 * vector, column, target);
    }
  }
  if (isOnly) return;
  for (let v: usize = 0; v < vector; v += 16) {
    const gain = gains ? v128.load(gainsAt + v) : i64x2.splat(0);
    for (let n = 0; n < nodes; n++) {
      const own = load<usize>(record + (<usize>n << 3), 4);
      const value = own ? v128.add<F>(gain, weighted<F>(sums + vector + v, 2 * vector, own, classes)) : gain;
      v128.store(values + load<u32>(record + (<usize>n << 3)) + v, value);
    }
  }
}
