// ln and e^x to about 30 digits, as sums of two floats: the reference for the kernel's own, since Math.log differs between engines.

/** high + low, with |low| at most half a rounding of high. */
export type Double2 = readonly [high: number, low: number];

const SPLITTER = 2 ** 27 + 1;
/** ln 2 to 48 digits, in three floats. */
const LN2: readonly [number, number, number] = [Math.LN2, 2.3190468138462996e-17, 5.707708438416212e-34];

function fastSum(a: number, b: number): Double2 {
  const sum = a + b;
  return [sum, b - (sum - a)];
}

function exactSum(a: number, b: number): Double2 {
  const sum = a + b;
  const part = sum - a;
  return [sum, a - (sum - part) + (b - part)];
}

function exactProduct(a: number, b: number): Double2 {
  const product = a * b;
  const [ta, tb] = [SPLITTER * a, SPLITTER * b];
  const [ah, bh] = [ta - (ta - a), tb - (tb - b)];
  const [al, bl] = [a - ah, b - bh];
  return [product, ah * bh - product + ah * bl + al * bh + al * bl];
}

function add([ah, al]: Double2, [bh, bl]: Double2): Double2 {
  const [sum, rest] = exactSum(ah, bh);
  return fastSum(sum, rest + al + bl);
}

function multiply([ah, al]: Double2, [bh, bl]: Double2): Double2 {
  const [product, rest] = exactProduct(ah, bh);
  return fastSum(product, rest + ah * bl + al * bh);
}

function divide(a: Double2, divisor: number): Double2 {
  const high = a[0] / divisor;
  const [product, rest] = exactProduct(high, divisor);
  return fastSum(high, (a[0] - product - rest + a[1]) / divisor);
}

/** e^x of |x| up to 700, relative error about 1e-30. */
export function exponential(x: Double2): Double2 {
  const n = Math.round(x[0] / LN2[0]);
  let r = add(x, exactProduct(-n, LN2[0]));
  r = add(r, exactProduct(-n, LN2[1]));
  r = add(r, [-n * LN2[2], 0]);
  // e^r = (e^(r/64))^64, whose series ends soon.
  const small: Double2 = [r[0] / 64, r[1] / 64];
  let sum: Double2 = [1, 0];
  for (let k = 13; k > 0; k -= 1) sum = add([1, 0], divide(multiply(sum, small), k));
  for (let i = 0; i < 6; i += 1) sum = multiply(sum, sum);
  // In two steps, so that 2^n is not below the smallest float before it is used.
  const half = 2 ** Math.trunc(n / 2);
  const rest = 2 ** (n - Math.trunc(n / 2));
  return [sum[0] * half * rest, sum[1] * half * rest];
}

/** ln x of positive normal x: absolute error about 1e-30, and relative where x is near 1. */
export function logarithm(x: number): Double2 {
  const f = x - 1;
  if (Math.abs(f) < 2 ** -12) {
    // ln(1 + f) = f − f²/2 + f³/3 − …, by Horner's rule; f is exact here.
    let sum: Double2 = [0, 0];
    for (let k = 12; k > 0; k -= 1) sum = add(divide([1, 0], k), multiply([-f, 0], sum));
    return multiply([f, 0], sum);
  }
  const n = Math.floor(Math.log2(x));
  const mantissa = x / 2 ** Math.trunc(n / 2) / 2 ** (n - Math.trunc(n / 2));
  const start = Math.log(mantissa);
  // ln m = y + ln(m·e^−y), where m·e^−y is 1 but for the rounding of y.
  const [high, low] = multiply([mantissa, 0], exponential([-start, 0]));
  const r = high - 1 + low;
  const y = add([start, 0], [r, -r * r * 0.5]);
  return add(add(exactProduct(n, LN2[0]), exactProduct(n, LN2[1])), y);
}
