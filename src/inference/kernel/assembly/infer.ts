// State inference of one block: q ∝ (L + ε)(prior + ε), and copies of q scaled by the probabilities of transitions.
import {
  AT_CLASS_END, AT_COPY_VALUES, AT_LIKELIHOOD, AT_SOURCE, CLASSES, COPIES, EPSILON, IN_OBSERVATION, IN_POSTERIOR, ONE, STATES,
} from "../fields";
import { address, constant, field, lanes, width } from "./vectors";

/** L + ε of one class in the lanes of one vector, each agent by the outcome it saw. */
// @ts-ignore: decorator
@inline
function likelihoodOf<F>(column: usize, row: usize, seen: usize): v128 {
  let v = v128.load_zero<F>(column + row * <usize>load<i32>(seen));
  v = v128.load_lane<F>(column + row * <usize>load<i32>(seen, 4), v, 1);
  if (sizeof<F>() == 4) {
    v = v128.load_lane<F>(column + row * <usize>load<i32>(seen, 8), v, 2);
    v = v128.load_lane<F>(column + row * <usize>load<i32>(seen, 12), v, 3);
  }
  return v;
}

/** Writes (L + ε)(prior + ε) of one class's states; `total` gathers the sums. */
function weighClass<F, N>(
  model: usize, prior: usize, target: usize, end: usize, column: usize, row: usize, seen: usize, total: usize,
): void {
  const group: usize = lanes<F>() * 4;
  const epsilon = constant<F>(model, EPSILON);
  const l0 = likelihoodOf<F>(column, row, seen);
  const l1 = sizeof<N>() > 1 ? likelihoodOf<F>(column, row, seen + group) : l0;
  const l2 = sizeof<N>() > 2 ? likelihoodOf<F>(column, row, seen + 2 * group) : l0;
  const l3 = sizeof<N>() > 2 ? likelihoodOf<F>(column, row, seen + 3 * group) : l0;
  let t0 = v128.load(total);
  let t1 = sizeof<N>() > 1 ? v128.load(total, 16) : t0;
  let t2 = sizeof<N>() > 2 ? v128.load(total, 32) : t0;
  let t3 = sizeof<N>() > 2 ? v128.load(total, 48) : t0;
  while (target < end) {
    const w0 = v128.mul<F>(v128.add<F>(v128.load(prior), epsilon), l0);
    v128.store(target, w0);
    t0 = v128.add<F>(t0, w0);
    if (sizeof<N>() > 1) {
      const w1 = v128.mul<F>(v128.add<F>(v128.load(prior, 16), epsilon), l1);
      v128.store(target, w1, 16);
      t1 = v128.add<F>(t1, w1);
    }
    if (sizeof<N>() > 2) {
      const w2 = v128.mul<F>(v128.add<F>(v128.load(prior, 32), epsilon), l2);
      v128.store(target, w2, 32);
      t2 = v128.add<F>(t2, w2);
      const w3 = v128.mul<F>(v128.add<F>(v128.load(prior, 48), epsilon), l3);
      v128.store(target, w3, 48);
      t3 = v128.add<F>(t3, w3);
    }
    prior += 16 * sizeof<N>();
    target += 16 * sizeof<N>();
  }
  v128.store(total, t0);
  if (sizeof<N>() > 1) v128.store(total, t1, 16);
  if (sizeof<N>() > 2) {
    v128.store(total, t2, 32);
    v128.store(total, t3, 48);
  }
}

/** q = weight/Σ, into the posterior and the source of predictions. */
function normalise<F, N>(model: usize, posterior: usize, source: usize, bytes: usize, total: usize): void {
  const one = constant<F>(model, ONE);
  for (let v: usize = 0; v < 16 * sizeof<N>(); v += 16) {
    const scale = v128.div<F>(one, v128.load(total + v));
    for (let at = v; at < bytes; at += 16 * sizeof<N>()) v128.store(posterior + at, v128.mul<F>(v128.load(source + at), scale));
  }
  makeSource<F>(model, posterior, source, bytes);
}

/** Writes `bytes` of weights at `from` to the source of predictions, and behind them their scaled copies. */
export function makeSource<F>(model: usize, from: usize, source: usize, bytes: usize): void {
  const copies = field(model, COPIES);
  const values = address(model, AT_COPY_VALUES);
  const end = from + bytes;
  if (copies == 2) {
    // As on a grid, where one may be held: in one pass.
    const first = v128.load_splat<F>(values);
    const second = v128.load_splat<F>(values, sizeof<F>());
    for (; from < end; from += 16) {
      const w = v128.load(from);
      v128.store(source, w);
      v128.store(source + bytes, v128.mul<F>(w, first));
      v128.store(source + 2 * bytes, v128.mul<F>(w, second));
      source += 16;
    }
    return;
  }
  for (let at = from, to = source; at < end; at += 16, to += 16) v128.store(to, v128.load(at));
  let target = source + bytes;
  for (let k = 0; k < copies; k++) {
    const value = v128.load_splat<F>(values + <usize>k * sizeof<F>());
    for (let at = from; at < end; at += 16) {
      v128.store(target, v128.mul<F>(v128.load(at), value));
      target += 16;
    }
  }
}

/** Infers the states of all agents of a block from what they saw. */
export function infer<F, N>(model: usize, block: usize, total: usize): void {
  const classes = field(model, CLASSES);
  const ends = address(model, AT_CLASS_END);
  const source = address(model, AT_SOURCE);
  const row = <usize>classes * sizeof<F>();
  const vector: usize = 16 * sizeof<N>();
  const bytes = <usize>field(model, STATES) * vector;
  const seen = block + field(model, IN_OBSERVATION);
  let column = address(model, AT_LIKELIHOOD);
  memory.fill(total, 0, vector);
  let from: usize = 0;
  for (let c = 0; c < classes; c++) {
    const end = <usize>load<i32>(ends + (<usize>c << 2)) * vector;
    weighClass<F, N>(model, block + from, source + from, source + end, column, row, seen, total);
    column += sizeof<F>();
    from = end;
  }
  normalise<F, N>(model, block + field(model, IN_POSTERIOR), source, bytes, total);
}
