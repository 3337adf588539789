// ln x of positive normal numbers, in both precisions: exponent and mantissa by bits, then a polynomial in s² with s = f/(2 + f).
//
// x = 2^e·m with m in [√½, √2), f = m − 1, and ln m = 2s + s·s²·P(s²). Around 1 e is 0, so nothing cancels. The polynomials were
// fitted for this file; what they are off by is far below the rounding.
import { EXPONENT_BIAS, LN2_HIGH, LN2_LOW, LN_TERMS, ONE } from "../fields";
import { constant, multiplyAdd } from "./vectors";

// @ts-ignore: decorator
@inline
function exponentOf64(model: usize, bits: v128): v128 {
  const raised = v128.or(i64x2.shr_u(bits, 52), i64x2.splat(0x4330000000000000));
  return f64x2.sub(raised, constant<f64>(model, EXPONENT_BIAS));
}

// @ts-ignore: decorator
@inline
function exponentOf32(model: usize, bits: v128): v128 {
  return f32x4.sub(f32x4.convert_i32x4_s(i32x4.shr_u(bits, 23)), constant<f32>(model, EXPONENT_BIAS));
}

// @ts-ignore: decorator
@inline
export function ln<F>(model: usize, x: v128): v128 {
  let e: v128;
  let m: v128;
  if (sizeof<F>() == 8) {
    const lifted = i64x2.add(x, i64x2.splat(0x4000000000000000));
    const bits = i64x2.sub(lifted, i64x2.splat(0x3fe6a09e667f3bcd));
    e = exponentOf64(model, bits);
    m = i64x2.sub(lifted, v128.and(bits, i64x2.splat(<i64>0xfff0000000000000)));
  } else {
    const lifted = i32x4.add(x, i32x4.splat(0x40000000));
    const bits = i32x4.sub(lifted, i32x4.splat(0x3f3504f3));
    e = exponentOf32(model, bits);
    m = i32x4.sub(lifted, v128.and(bits, i32x4.splat(<i32>0xff800000)));
  }
  const one = constant<F>(model, ONE);
  const s = v128.div<F>(v128.sub<F>(m, one), v128.add<F>(m, one));
  const z = v128.mul<F>(s, s);
  let p: v128;
  if (sizeof<F>() == 8) {
    p = multiplyAdd<F>(constant<F>(model, LN_TERMS + 5), z, constant<F>(model, LN_TERMS + 4));
    p = multiplyAdd<F>(p, z, constant<F>(model, LN_TERMS + 3));
    p = multiplyAdd<F>(p, z, constant<F>(model, LN_TERMS + 2));
  } else {
    p = constant<F>(model, LN_TERMS + 2);
  }
  p = multiplyAdd<F>(p, z, constant<F>(model, LN_TERMS + 1));
  p = multiplyAdd<F>(p, z, constant<F>(model, LN_TERMS));
  const small = multiplyAdd<F>(v128.mul<F>(s, z), p, v128.mul<F>(e, constant<F>(model, LN2_LOW)));
  return multiplyAdd<F>(e, constant<F>(model, LN2_HIGH), v128.add<F>(v128.add<F>(s, s), small));
}
