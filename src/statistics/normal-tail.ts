// The upper tail of the standard normal distribution, accurate also far out, where p values are small.

/** Below this point the power series converges fast, and above it the continued fraction does. */
const SERIES_TO = 2.5;

/**
 * The share of a standard normal distribution above z; relative error about 1e-14 for z from −8 to 30.
 * Source: Abramowitz and Stegun, 26.2.11 (series) and 26.2.14 (continued fraction).
 */
export function normalTail(z: number): number {
  if (Number.isNaN(z)) return Number.NaN;
  if (z < 0) return 1 - normalTail(-z);
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  if (z < SERIES_TO) {
    let term = z;
    let sum = z;
    for (let k = 3; term > sum * 1e-17; k += 2) {
      term *= (z * z) / k;
      sum += term;
    }
    return 0.5 - density * sum;
  }
  if (density === 0) return 0;
  let fraction = z;
  for (let k = 150; k >= 1; k -= 1) fraction = z + k / fraction;
  return density / fraction;
}

/**
 * The point z with a share p of a standard normal distribution above it; error about 1e-9.
 * @param p inside (0, 0.5]
 */
export function inverseNormalTail(p: number): number {
  let low = 0;
  let high = 40;
  while (high - low > 1e-10) {
    const middle = (low + high) / 2;
    if (normalTail(middle) > p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
