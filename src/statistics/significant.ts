// Rounds to significant digits, so that a figure is the same wherever it is kept.

/** Rounds to a number of significant digits: (18234, 3) → 18200. Zero and non-finite values are returned unchanged. */
export function roundToDigits(value: number, digits: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(digits)) : value;
}
