// Predictions of one block where every class is one state: its two sums are the state's weight, with and without what is too small to count.
import { KEPT } from "../fields";
import { kept } from "./predict";
import { constant } from "./vectors";

// @ts-ignore: decorator
@inline
function finishSingle<F, N, S>(threshold: v128, w: v128, to: usize, sums: usize): void {
  if (sizeof<S>() > 1) v128.store(to, w);
  v128.store(sums, kept<F>(w, threshold));
  v128.store(sums + 16 * sizeof<N>(), w);
}

/** The same as `addRows` for all states at once. */
export function addSingles<F, N, S>(model: usize, rows: usize, source: usize, target: usize, sums: usize): void {
  const threshold = constant<F>(model, KEPT);
  const ones = load<i32>(rows);
  const twos = load<i32>(rows, 4);
  const more = load<i32>(rows, 8);
  rows += 12;
  for (let end = rows + (<usize>ones << 3); rows < end; rows += 8) {
    const place = load<u32>(rows);
    const a = source + load<u32>(rows, 4);
    for (let v: usize = 0; v < 16 * sizeof<N>(); v += 16) {
      finishSingle<F, N, S>(threshold, v128.load(a + v), target + place + v, sums + 2 * place + v);
    }
  }
  for (let end = rows + <usize>twos * 12; rows < end; rows += 12) {
    const place = load<u32>(rows);
    const a = source + load<u32>(rows, 4);
    const b = source + load<u32>(rows, 8);
    for (let v: usize = 0; v < 16 * sizeof<N>(); v += 16) {
      const w = v128.add<F>(v128.load(a + v), v128.load(b + v));
      finishSingle<F, N, S>(threshold, w, target + place + v, sums + 2 * place + v);
    }
  }
  for (let row = 0; row < more; row++) {
    const place = load<u32>(rows);
    const end = rows + 8 + (<usize>load<u32>(rows, 4) << 2);
    for (let v: usize = 0; v < 16 * sizeof<N>(); v += 16) {
      let w = v128.xor(threshold, threshold);
      for (let at = rows + 8; at < end; at += 4) w = v128.add<F>(w, v128.load(source + load<u32>(at) + v));
      finishSingle<F, N, S>(threshold, w, target + place + v, sums + 2 * place + v);
    }
    rows = end;
  }
}

/** The same as `multiplyRows` for all states at once. */
export function multiplySingles<F, N, S>(model: usize, rows: usize, source: usize, target: usize, sums: usize): void {
  const threshold = constant<F>(model, KEPT);
  const count = load<i32>(rows);
  rows += 8;
  for (let row = 0; row < count; row++) {
    const place = load<u32>(rows);
    const end = rows + 8 + (<usize>load<u32>(rows, 4) << 4);
    for (let v: usize = 0; v < 16 * sizeof<N>(); v += 16) {
      let w = v128.xor(threshold, threshold);
      for (let at = rows + 8; at < end; at += 16) {
        w = v128.add<F>(w, v128.mul<F>(v128.load(source + load<u32>(at) + v), v128.load_splat<F>(at, 8)));
      }
      finishSingle<F, N, S>(threshold, w, target + place + v, sums + 2 * place + v);
    }
    rows = end;
  }
}
