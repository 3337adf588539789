// Whether and where the level of a series changes once, whatever its distribution.

export interface Pettitt {
  /** Index of the first value of the new level. */
  readonly at: number;
  /** Two-sided, approximate; 1 where nothing changes. */
  readonly p: number;
}

/**
 * The place at which the values before differ most from those after by rank, and how likely chance makes as much.
 * @param values in the order of time @returns null under two values
 * Source: Pettitt, A non-parametric approach to the change-point problem, 1979: p ≈ 2 exp(−6 K² / (n³ + n²)).
 */
export function pettitt(values: readonly number[]): Pettitt | null {
  const n = values.length;
  if (n < 2) return null;
  let sum = 0;
  let largest = 0;
  let at = 1;
  for (let t = 0; t + 1 < n; t += 1) {
    for (const other of values) sum += Math.sign((values[t] ?? 0) - other);
    if (Math.abs(sum) > largest) {
      largest = Math.abs(sum);
      at = t + 1;
    }
  }
  return { at, p: Math.min(1, 2 * Math.exp((-6 * largest ** 2) / (n ** 3 + n ** 2))) };
}
