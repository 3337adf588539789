// Predictions of one block: each state's weight is a sum over a row of B, and each class of states gathers two sums of them.
//
// A row's entries are places in the source: the source itself or one of its scaled copies, so that rows are sums without products.
// Where B has many different values there are no copies, and each entry has its value beside it.
import { KEPT } from "../fields";
import { constant } from "./vectors";

/** A weight that counts for information gain: one above e^−16, else 0. */
// @ts-ignore: decorator
@inline
export function kept<F>(w: v128, threshold: v128): v128 {
  return v128.and(w, v128.gt<F>(w, threshold));
}

/**
 * Predicts the states of one class by sums of one, two or more places of the source.
 * `rows`: how many rows of one, of two and of more entries; then each row as its target and its places (a row of more begins
 * with their number). S is u16 where predictions are kept at `target`, else u8.
 * @returns the end of the rows
 */
export function addRows<F, N, S>(model: usize, rows: usize, source: usize, target: usize, sums: usize): usize {
  const threshold = constant<F>(model, KEPT);
  const ones = load<i32>(rows);
  const twos = load<i32>(rows, 4);
  const more = load<i32>(rows, 8);
  rows += 12;
  let k0 = v128.xor(threshold, threshold), k1 = k0, k2 = k0, k3 = k0;
  let t0 = k0, t1 = k0, t2 = k0, t3 = k0;
  for (let end = rows + (<usize>ones << 3); rows < end; rows += 8) {
    const a = source + load<u32>(rows, 4);
    const to = target + load<u32>(rows);
    let w = v128.load(a);
    if (sizeof<S>() > 1) v128.store(to, w);
    t0 = v128.add<F>(t0, w);
    k0 = v128.add<F>(k0, kept<F>(w, threshold));
    if (sizeof<N>() > 1) {
      w = v128.load(a, 16);
      if (sizeof<S>() > 1) v128.store(to, w, 16);
      t1 = v128.add<F>(t1, w);
      k1 = v128.add<F>(k1, kept<F>(w, threshold));
    }
    if (sizeof<N>() > 2) {
      w = v128.load(a, 32);
      if (sizeof<S>() > 1) v128.store(to, w, 32);
      t2 = v128.add<F>(t2, w);
      k2 = v128.add<F>(k2, kept<F>(w, threshold));
      w = v128.load(a, 48);
      if (sizeof<S>() > 1) v128.store(to, w, 48);
      t3 = v128.add<F>(t3, w);
      k3 = v128.add<F>(k3, kept<F>(w, threshold));
    }
  }
  for (let end = rows + <usize>twos * 12; rows < end; rows += 12) {
    const a = source + load<u32>(rows, 4);
    const b = source + load<u32>(rows, 8);
    const to = target + load<u32>(rows);
    let w = v128.add<F>(v128.load(a), v128.load(b));
    if (sizeof<S>() > 1) v128.store(to, w);
    t0 = v128.add<F>(t0, w);
    k0 = v128.add<F>(k0, kept<F>(w, threshold));
    if (sizeof<N>() > 1) {
      w = v128.add<F>(v128.load(a, 16), v128.load(b, 16));
      if (sizeof<S>() > 1) v128.store(to, w, 16);
      t1 = v128.add<F>(t1, w);
      k1 = v128.add<F>(k1, kept<F>(w, threshold));
    }
    if (sizeof<N>() > 2) {
      w = v128.add<F>(v128.load(a, 32), v128.load(b, 32));
      if (sizeof<S>() > 1) v128.store(to, w, 32);
      t2 = v128.add<F>(t2, w);
      k2 = v128.add<F>(k2, kept<F>(w, threshold));
      w = v128.add<F>(v128.load(a, 48), v128.load(b, 48));
      if (sizeof<S>() > 1) v128.store(to, w, 48);
      t3 = v128.add<F>(t3, w);
      k3 = v128.add<F>(k3, kept<F>(w, threshold));
    }
  }
  v128.store(sums, k0);
  v128.store(sums + 16 * sizeof<N>(), t0);
  if (sizeof<N>() > 1) {
    v128.store(sums, k1, 16);
    v128.store(sums + 16 * sizeof<N>(), t1, 16);
  }
  if (sizeof<N>() > 2) {
    v128.store(sums, k2, 32);
    v128.store(sums, k3, 48);
    v128.store(sums + 16 * sizeof<N>(), t2, 32);
    v128.store(sums + 16 * sizeof<N>(), t3, 48);
  }
  for (let row = 0; row < more; row++) rows = addLongRow<F, N, S>(threshold, rows, source, target, sums);
  return rows;
}

/** One row of any number of entries. */
function addLongRow<F, N, S>(threshold: v128, rows: usize, source: usize, target: usize, sums: usize): usize {
  const count = load<u32>(rows, 4);
  const to = target + load<u32>(rows);
  rows += 8;
  const end = rows + (<usize>count << 2);
  for (let v: usize = 0; v < 16 * sizeof<N>(); v += 16) {
    let w = v128.xor(threshold, threshold);
    for (let at = rows; at < end; at += 4) w = v128.add<F>(w, v128.load(source + load<u32>(at) + v));
    finishRow<F, N, S>(threshold, w, to + v, sums + v);
  }
  return end;
}

// @ts-ignore: decorator
@inline
function finishRow<F, N, S>(threshold: v128, w: v128, to: usize, sums: usize): void {
  if (sizeof<S>() > 1) v128.store(to, w);
  const whole = sums + 16 * sizeof<N>();
  v128.store(sums, v128.add<F>(v128.load(sums), kept<F>(w, threshold)));
  v128.store(whole, v128.add<F>(v128.load(whole), w));
}

/** The same with products: `rows` begins with how many; each row is its target, its number of entries, and pairs of place and value. */
export function multiplyRows<F, N, S>(model: usize, rows: usize, source: usize, target: usize, sums: usize): usize {
  const threshold = constant<F>(model, KEPT);
  const count = load<i32>(rows);
  rows += 8;
  for (let at: usize = 0; at < 32 * sizeof<N>(); at += 16) v128.store(sums + at, v128.xor(threshold, threshold));
  for (let row = 0; row < count; row++) {
    const to = target + load<u32>(rows);
    const end = rows + 8 + (<usize>load<u32>(rows, 4) << 4);
    for (let v: usize = 0; v < 16 * sizeof<N>(); v += 16) {
      let w = v128.xor(threshold, threshold);
      for (let at = rows + 8; at < end; at += 16) {
        w = v128.add<F>(w, v128.mul<F>(v128.load(source + load<u32>(at) + v), v128.load_splat<F>(at, 8)));
      }
      finishRow<F, N, S>(threshold, w, to + v, sums + v);
    }
    rows = end;
  }
  return rows;
}
