// Two probes of what this machine allows the kernel: arithmetic that waits for nothing, and memory that is only streamed.
import { multiplyAdd } from "./vectors";

/** x ← x·a + b in twelve chains, `rounds` times: enough that none waits for itself, few enough that all stay in registers. It reads a and b at `at`, and leaves the sum of all x there. */
export function chainsOf<F>(at: usize, rounds: i32): void {
  const a = v128.load_splat<F>(at);
  const b = v128.load_splat<F>(at, sizeof<F>());
  let x0 = a, x1 = b, x2 = a, x3 = b, x4 = a, x5 = b, x6 = a, x7 = b, x8 = a, x9 = b, x10 = a, x11 = b;
  for (; rounds > 0; rounds--) {
    x0 = multiplyAdd<F>(x0, a, b);
    x1 = multiplyAdd<F>(x1, a, b);
    x2 = multiplyAdd<F>(x2, a, b);
    x3 = multiplyAdd<F>(x3, a, b);
    x4 = multiplyAdd<F>(x4, a, b);
    x5 = multiplyAdd<F>(x5, a, b);
    x6 = multiplyAdd<F>(x6, a, b);
    x7 = multiplyAdd<F>(x7, a, b);
    x8 = multiplyAdd<F>(x8, a, b);
    x9 = multiplyAdd<F>(x9, a, b);
    x10 = multiplyAdd<F>(x10, a, b);
    x11 = multiplyAdd<F>(x11, a, b);
  }
  x0 = v128.add<F>(v128.add<F>(v128.add<F>(x0, x1), v128.add<F>(x2, x3)), v128.add<F>(v128.add<F>(x4, x5), v128.add<F>(x6, x7)));
  x0 = v128.add<F>(x0, v128.add<F>(v128.add<F>(x8, x9), v128.add<F>(x10, x11)));
  v128.store(at + 16, x0);
}

/** target ← b + a·c over arrays of `bytes` each, a multiple of 64: target at `at`, then b, then c; a is the first number of c. */
export function triadOf<F>(at: usize, bytes: usize): void {
  const a = v128.load_splat<F>(at + 2 * bytes);
  for (const end = at + bytes; at < end; at += 64) {
    const b = at + bytes;
    const c = b + bytes;
    v128.store(at, multiplyAdd<F>(v128.load(c), a, v128.load(b)));
    v128.store(at, multiplyAdd<F>(v128.load(c, 16), a, v128.load(b, 16)), 16);
    v128.store(at, multiplyAdd<F>(v128.load(c, 32), a, v128.load(b, 32)), 32);
    v128.store(at, multiplyAdd<F>(v128.load(c, 48), a, v128.load(b, 48)), 48);
  }
}
