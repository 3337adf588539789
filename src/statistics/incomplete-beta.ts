// The regularised incomplete beta function, from which the t and F distributions are computed.
import { gammaln } from "simple-statistics";

const TINY = 1e-300;

/** Lentz's continued fraction of I_x(a, b), without its factor; converges fast for x < (a + 1) / (a + b + 2). */
function continuedFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  d = 1 / (Math.abs(d) < TINY ? TINY : d);
  let h = d;
  for (let m = 1; m <= 1_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 + even * d;
    c = 1 + even / c;
    d = 1 / (Math.abs(d) < TINY ? TINY : d);
    if (Math.abs(c) < TINY) c = TINY;
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 + odd * d;
    c = 1 + odd / c;
    d = 1 / (Math.abs(d) < TINY ? TINY : d);
    if (Math.abs(c) < TINY) c = TINY;
    const step = d * c;
    h *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return h;
}

/** ln B(a, b). */
export function logBeta(a: number, b: number): number {
  return gammaln(a) + gammaln(b) - gammaln(a + b);
}

/**
 * I_x(a, b), the share of a beta(a, b) distribution below x; relative error about 1e-14.
 * @param rest 1 − x, passed separately so that it stays exact where x is close to 1
 * Source: Numerical Recipes, 3rd edition, section 6.4.
 */
export function regularisedBeta(x: number, rest: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (rest <= 0) return 1;
  const factor = Math.exp(a * Math.log(x) + b * Math.log(rest) - logBeta(a, b));
  if (x < (a + 1) / (a + b + 2)) return (factor * continuedFraction(x, a, b)) / a;
  return 1 - (factor * continuedFraction(rest, b, a)) / b;
}
