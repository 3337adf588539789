// The value of predictions of one block: state information gain and utility, from the two sums of each class of states.
import {
  AT_NEGATIVE_ENTROPY, AT_NODE_VALUE, AT_OUTCOME_ROWS, AT_PREDICTIONS, AT_SOURCE, AT_SUMS, CLASSES,
  COPIES, EPSILON, GAIN, OUTCOMES, PREDICTIONS, STATES,
} from "../fields";
import { copyScaled } from "./infer";
import { ln } from "./logarithm";
import { addRows, multiplyRows } from "./predict";
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

function summed<F>(sums: usize, stride: usize, classes: i32): v128 {
  let total = v128.load(sums);
  for (let c = 1; c < classes; c++) {
    sums += stride;
    total = v128.add<F>(total, v128.load(sums));
  }
  return total;
}

/**
 * Σ w·Σ_o A ln(A + e^−16) − Σ_o q̃ ln(q̃ + ε) of one vector, from the kept sums of its classes. A row of A is its least entry in all
 * classes, and what exceeds it in some: nothing is subtracted that would cancel.
 */
function informationGain<F>(model: usize, sums: usize, stride: usize): v128 {
  const classes = field(model, CLASSES);
  const epsilon = constant<F>(model, EPSILON);
  const whole = summed<F>(sums, stride, classes);
  let gain = weighted<F>(sums, stride, address(model, AT_NEGATIVE_ENTROPY), classes);
  let row = address(model, AT_OUTCOME_ROWS);
  for (let o = field(model, OUTCOMES); o > 0; o--) {
    const end = row + 16 + (<usize>load<u32>(row) << 4);
    let expected = v128.mul<F>(whole, v128.load_splat<F>(row, 8));
    for (row += 16; row < end; row += 16) {
      expected = multiplyAdd<F>(v128.load(sums + load<u32>(row)), v128.load_splat<F>(row, 8), expected);
    }
    gain = v128.sub<F>(gain, v128.mul<F>(expected, ln<F>(model, v128.add<F>(expected, epsilon))));
  }
  return gain;
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
  const classes = field(model, CLASSES);
  const bytes = <usize>field(model, STATES) * vector;
  const isSummed = field(model, COPIES) >= 0;
  let record = address(model, AT_PREDICTIONS);
  for (let p = field(model, PREDICTIONS); p > 0; p--) {
    const expanded = load<usize>(record);
    const target = load<usize>(record, 4);
    let rows = load<usize>(record, 8);
    if (expanded) {
      memory.copy(source, expanded, bytes);
      if (isSummed) copyScaled<F>(model, source, bytes);
    }
    let sum = sums;
    for (let c = 0; c < classes; c++) {
      if (isSummed) {
        rows = target
          ? addRows<F, N, u16>(model, rows, source, target, sum)
          : addRows<F, N, u8>(model, rows, source, target, sum);
      } else {
        rows = target
          ? multiplyRows<F, N, u16>(model, rows, source, target, sum)
          : multiplyRows<F, N, u8>(model, rows, source, target, sum);
      }
      sum += 2 * vector;
    }
    const nodes = load<i32>(record, 12);
    record += 16;
    valueNodes<F, N>(model, record, nodes, sums, values);
    record += <usize>nodes << 3;
  }
}

/** Values the nodes of one prediction. */
function valueNodes<F, N>(model: usize, record: usize, nodes: i32, sums: usize, values: usize): void {
  const vector: usize = 16 * sizeof<N>();
  const classes = field(model, CLASSES);
  const gains = field(model, GAIN);
  for (let v: usize = 0; v < vector; v += 16) {
    const zero = i64x2.splat(0);
    const gain = gains ? informationGain<F>(model, sums + v, 2 * vector) : zero;
    for (let n = 0; n < nodes; n++) {
      const target = values + load<u32>(record + (<usize>n << 3)) + v;
      const column = load<usize>(record + (<usize>n << 3), 4);
      const value = column ? v128.add<F>(gain, weighted<F>(sums + vector + v, 2 * vector, column, classes)) : gain;
      v128.store(target, value);
    }
  }
}
