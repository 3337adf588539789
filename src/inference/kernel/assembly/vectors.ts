// Small operations on vectors of the kernel's precision F (f64 or f32).
import { HEADER_BYTES } from "../fields";

/** Agents in one vector. */
// @ts-ignore: decorator
@inline
export function lanes<F>(): i32 {
  return 16 / sizeof<F>();
}

/** A constant of the model in all lanes. It is loaded each time: held in registers, constants would push out what changes. */
// @ts-ignore: decorator
@inline
export function constant<F>(model: usize, place: usize): v128 {
  return v128.load_splat<F>(model + HEADER_BYTES + place * sizeof<F>());
}

/** a·b + c: in one rounding where the module is a relaxed one and the machine can. */
// @ts-ignore: decorator
@inline
export function multiplyAdd<F>(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return v128.relaxed_madd<F>(a, b, c);
  return v128.add<F>(v128.mul<F>(a, b), c);
}

/** A whole number of the descriptor. */
// @ts-ignore: decorator
@inline
export function field(model: usize, offset: usize): i32 {
  return load<i32>(model + offset);
}

/** An address of the descriptor. */
// @ts-ignore: decorator
@inline
export function address(model: usize, offset: usize): usize {
  return load<usize>(model + offset);
}

/** Agents in one block of N vectors. N is a type whose size is the number: u8, u16 or u32. */
// @ts-ignore: decorator
@inline
export function width<F, N>(): i32 {
  return lanes<F>() * sizeof<N>();
}
