// ln x of positive normal numbers, in both precisions: exponent and mantissa by bits, then a polynomial in s² with s = f/(2 + f).
//
// x = 2^e·m with m in [√½, √2), f = m − 1, and ln m = 2s + s·s²·P(s²). Around 1 e is 0, so nothing cancels. The polynomials were
// fitted for this file; what they are off by is far below the rounding.
import { EXPONENT_BIAS, LN2_HIGH, LN2_LOW, LN_TERMS, MINUS_INFINITY, ONE, SQRT_HALF, TWO, TWO_TO_52 } from "../fields";
import { constant, multiplyAdd } from "./vectors";

// @ts-ignore: decorator
@inline
function exponentOf<F>(model: usize, bits: v128): v128 {
  const bias = constant<F>(model, EXPONENT_BIAS);
  if (sizeof<F>() == 8) return f64x2.sub(v128.or(i64x2.shr_u(bits, 52), constant<f64>(model, TWO_TO_52)), bias);
  return f32x4.sub(f32x4.convert_i32x4_s(i32x4.shr_u(bits, 23)), bias);
}

// @ts-ignore: decorator
@inline
function subtractBits<F>(a: v128, b: v128): v128 {
  return sizeof<F>() == 8 ? i64x2.sub(a, b) : i32x4.sub(a, b);
}

// @ts-ignore: decorator
@inline
export function ln<F>(model: usize, x: v128): v128 {
  const two = constant<F>(model, TWO);
  const lifted = sizeof<F>() == 8 ? i64x2.add(x, two) : i32x4.add(x, two);
  const bits = subtractBits<F>(lifted, constant<F>(model, SQRT_HALF));
  const e = exponentOf<F>(model, bits);
  const m = subtractBits<F>(lifted, v128.and(bits, constant<F>(model, MINUS_INFINITY)));
  const one = constant<F>(model, ONE);
  const s = v128.div<F>(v128.sub<F>(m, one), v128.add<F>(m, one));
  const z = v128.mul<F>(s, s);
  // Pairs of terms at once: what waits for the term before is shorter than by Horner's rule.
  let p = multiplyAdd<F>(constant<F>(model, LN_TERMS + 1), z, constant<F>(model, LN_TERMS));
  if (sizeof<F>() == 8) {
    const z2 = v128.mul<F>(z, z);
    const middle = multiplyAdd<F>(constant<F>(model, LN_TERMS + 3), z, constant<F>(model, LN_TERMS + 2));
    const high = multiplyAdd<F>(constant<F>(model, LN_TERMS + 5), z, constant<F>(model, LN_TERMS + 4));
    p = multiplyAdd<F>(multiplyAdd<F>(high, z2, middle), z2, p);
  } else {
    p = multiplyAdd<F>(v128.mul<F>(z, z), constant<F>(model, LN_TERMS + 2), p);
  }
  const small = multiplyAdd<F>(v128.mul<F>(s, z), p, v128.mul<F>(e, constant<F>(model, LN2_LOW)));
  return multiplyAdd<F>(e, constant<F>(model, LN2_HIGH), v128.add<F>(v128.add<F>(s, s), small));
}
