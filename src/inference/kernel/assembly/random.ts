// Uniform numbers in [0, 1), bit for bit those of pure-rand's xoroshiro128plus and uniformFloat64, two agents at once or one alone.
//
// A generator is two words of 64 bits; a number takes the low half of the sum of both, twice: 26 bits, then 27.

// @ts-ignore: decorator
@inline
function rotated(x: v128, by: i32): v128 {
  return v128.or(i64x2.shl(x, by), i64x2.shr_u(x, 64 - by));
}

/** The number in the lowest bits as a float: exact below 2^52. */
// @ts-ignore: decorator
@inline
function floated(bits: v128): v128 {
  return f64x2.sub(v128.or(bits, i64x2.splat(0x4330000000000000)), f64x2.splat(4503599627370496));
}

/** Draws one number for each of `agents` agents into `target`; the first words are at `state`, the second ones behind them. */
export function drawAll(state: usize, agents: i32, target: usize): void {
  const second = <usize>agents << 3;
  const end = state + second;
  while (state < end) {
    let s0 = v128.load(state);
    let s1 = v128.load(state + second);
    const high = v128.and(i64x2.add(s0, s1), i64x2.splat(0x3ffffff));
    let a = v128.xor(s0, s1);
    s0 = v128.xor(v128.xor(rotated(s0, 24), a), i64x2.shl(a, 16));
    s1 = rotated(a, 37);
    const low = v128.and(i64x2.add(s0, s1), i64x2.splat(0x7ffffff));
    a = v128.xor(s0, s1);
    v128.store(state, v128.xor(v128.xor(rotated(s0, 24), a), i64x2.shl(a, 16)));
    v128.store(state + second, rotated(a, 37));
    const whole = f64x2.mul(floated(high), f64x2.splat(1.4901161193847656e-8));
    v128.store(target, f64x2.add(whole, f64x2.mul(floated(low), f64x2.splat(1.1102230246251565e-16))));
    state += 16;
    target += 16;
  }
}

/** Draws one number of one agent: its first word is at `state`, its second one `second` bytes further. */
export function drawOne(state: usize, second: usize): f64 {
  let s0 = load<u64>(state);
  let s1 = load<u64>(state + second);
  const high = (s0 + s1) & 0x3ffffff;
  let a = s0 ^ s1;
  s0 = rotl<u64>(s0, 24) ^ a ^ (a << 16);
  s1 = rotl<u64>(a, 37);
  const low = (s0 + s1) & 0x7ffffff;
  a = s0 ^ s1;
  store<u64>(state, rotl<u64>(s0, 24) ^ a ^ (a << 16));
  store<u64>(state + second, rotl<u64>(a, 37));
  return <f64>high * 1.4901161193847656e-8 + <f64>low * 1.1102230246251565e-16;
}
