// The action of each agent of a block: drawn from softmax(α·ln p), or the first of the most probable ones.
import { ALPHA, AT_MARGINAL, AT_UNIFORM, CONTROLS, EPSILON, IN_ACTION, IN_RANDOM, ONE, TIE_WIDTH } from "../fields";
import { drawAll } from "./random";
import { address, constant, field, lanes, width } from "./vectors";

/** x^n in each lane, by squaring; n ≥ 1. */
function power<F>(x: v128, n: i32): v128 {
  let result = x;
  let rest = n - 1;
  let square = x;
  while (rest > 0) {
    if (rest & 1) result = v128.mul<F>(result, square);
    square = v128.mul<F>(square, square);
    rest >>= 1;
  }
  return result;
}

/** Uniform numbers of the agents of one vector. */
// @ts-ignore: decorator
@inline
function uniforms<F>(at: usize): v128 {
  if (sizeof<F>() == 8) return v128.load(at);
  const low = f32x4.demote_f64x2_zero(v128.load(at));
  const high = f32x4.demote_f64x2_zero(v128.load(at, 16));
  return v128.shuffle<u64>(low, high, 0, 2);
}

/** Probabilities p from sums of weights, in place; returns the largest in each lane. */
function normalised<F, N>(model: usize, marginal: usize): v128 {
  const vector: usize = 16 * sizeof<N>();
  const end = marginal + <usize>field(model, CONTROLS) * vector;
  let total = v128.load(marginal);
  for (let at = marginal + vector; at < end; at += vector) total = v128.add<F>(total, v128.load(at));
  const scale = v128.div<F>(constant<F>(model, ONE), total);
  let most = i64x2.splat(0);
  for (let at = marginal; at < end; at += vector) {
    const p = v128.mul<F>(v128.load(at), scale);
    v128.store(at, p);
    most = v128.pmax<F>(most, p);
  }
  return most;
}

/** The number of the control that a uniform number falls on, as a float in each lane. */
function draw<F, N>(model: usize, marginal: usize, most: v128, uniform: v128): v128 {
  const vector: usize = 16 * sizeof<N>();
  const controls = field(model, CONTROLS);
  const alpha = field(model, ALPHA);
  const one = constant<F>(model, ONE);
  const epsilon = constant<F>(model, EPSILON);
  const zero = v128.xor(one, one);
  const scale = v128.div<F>(one, v128.add<F>(most, epsilon));
  let total = zero;
  let number = zero;
  let last = zero;
  for (let u = 0; u < controls; u++) {
    const at = marginal + <usize>u * vector;
    const weight = power<F>(v128.mul<F>(v128.add<F>(v128.load(at), epsilon), scale), alpha);
    total = v128.add<F>(total, weight);
    v128.store(at, total);
    // The last control of positive weight is taken where rounding leaves the sum below the number drawn.
    last = v128.bitselect(number, last, v128.gt<F>(weight, zero));
    number = v128.add<F>(number, one);
  }
  const drawn = v128.mul<F>(uniform, total);
  let chosen = zero;
  for (let u = 0; u < controls; u++) {
    chosen = v128.add<F>(chosen, v128.and(one, v128.ge<F>(drawn, v128.load(marginal + <usize>u * vector))));
  }
  return v128.pmin<F>(chosen, last);
}

/** The number of the first control within the width of a tie of the largest. */
function firstOfLargest<F, N>(model: usize, marginal: usize, most: v128): v128 {
  const vector: usize = 16 * sizeof<N>();
  const one = constant<F>(model, ONE);
  const tie = constant<F>(model, TIE_WIDTH);
  let chosen = v128.xor(one, one);
  let searching = v128.eq<F>(one, one);
  for (let u = field(model, CONTROLS); u > 1; u--) {
    searching = v128.and(searching, v128.gt<F>(v128.sub<F>(most, v128.load(marginal)), tie));
    chosen = v128.add<F>(chosen, v128.and(one, searching));
    marginal += vector;
  }
  return chosen;
}

/** Writes the action of every agent. Random numbers are drawn only for drawn actions among several controls. */
export function choose<F, N>(model: usize, block: usize): void {
  const agents = width<F, N>();
  const marginal = address(model, AT_MARGINAL);
  const uniform = address(model, AT_UNIFORM);
  const isDrawn = field(model, ALPHA) > 0;
  if (isDrawn && field(model, CONTROLS) > 1) drawAll(block + field(model, IN_RANDOM), agents, uniform);
  let action = block + field(model, IN_ACTION);
  for (let v: usize = 0; v < 16 * sizeof<N>(); v += 16) {
    const most = normalised<F, N>(model, marginal + v);
    const chosen = isDrawn
      ? draw<F, N>(model, marginal + v, most, uniforms<F>(uniform + v * (8 / sizeof<F>())))
      : firstOfLargest<F, N>(model, marginal + v, most);
    if (sizeof<F>() == 8) {
      v128.store64_lane(action, i32x4.trunc_sat_f64x2_s_zero(chosen), 0);
    } else {
      v128.store(action, i32x4.trunc_sat_f32x4_s(chosen));
    }
    action += lanes<F>() * 4;
  }
}
