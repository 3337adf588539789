// e^x of numbers up to 0, in both precisions; below EXP_LEAST (−708, or −87) it is 0, where the exact value is under 4e-308 (or 2e-38).
//
// x = n·ln 2 + r with |r| ≤ ½·ln 2, e^r = 1 + r + r²·Q(r), and 2^n is added to the exponent's bits.
import { EXP_LEAST, EXP_TERMS, LN2_HIGH, LN2_LOW, LOG2_E, ONE, ROUNDER } from "../fields";
import { constant, multiplyAdd } from "./vectors";

// @ts-ignore: decorator
@inline
export function exp<F>(model: usize, x: v128): v128 {
  const rounder = constant<F>(model, ROUNDER);
  const raised = multiplyAdd<F>(x, constant<F>(model, LOG2_E), rounder);
  const n = v128.sub<F>(raised, rounder);
  let r = v128.sub<F>(x, v128.mul<F>(n, constant<F>(model, LN2_HIGH)));
  r = v128.sub<F>(r, v128.mul<F>(n, constant<F>(model, LN2_LOW)));
  const r2 = v128.mul<F>(r, r);
  // Pairs of terms at once, as in the logarithm.
  let q = multiplyAdd<F>(constant<F>(model, EXP_TERMS + 1), r, constant<F>(model, EXP_TERMS));
  let next = multiplyAdd<F>(constant<F>(model, EXP_TERMS + 3), r, constant<F>(model, EXP_TERMS + 2));
  if (sizeof<F>() == 8) {
    const third = multiplyAdd<F>(constant<F>(model, EXP_TERMS + 5), r, constant<F>(model, EXP_TERMS + 4));
    let last = multiplyAdd<F>(constant<F>(model, EXP_TERMS + 7), r, constant<F>(model, EXP_TERMS + 6));
    last = multiplyAdd<F>(constant<F>(model, EXP_TERMS + 8), r2, last);
    next = multiplyAdd<F>(multiplyAdd<F>(last, r2, third), r2, next);
  } else {
    next = multiplyAdd<F>(constant<F>(model, EXP_TERMS + 4), r2, next);
  }
  q = multiplyAdd<F>(next, r2, q);
  const one = constant<F>(model, ONE);
  const power = v128.add<F>(multiplyAdd<F>(r2, q, r), one);
  const scaled =
    sizeof<F>() == 8 ? i64x2.add(power, i64x2.shl(raised, 52)) : i32x4.add(power, i32x4.shl(raised, 23));
  return v128.and(scaled, v128.ge<F>(x, constant<F>(model, EXP_LEAST)));
}
