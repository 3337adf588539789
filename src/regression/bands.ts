// The bands of a change for the worse, and their order.

export type Band = "minor" | "warning" | "critical";

/** A band begins above this share of the baseline. */
export const BAND_ABOVE: Readonly<Record<Band, number>> = { minor: 0.05, warning: 0.1, critical: 0.25 };

/** @param worse share of the baseline, positive where worse @returns null up to 5 % */
export function bandOf(worse: number): Band | null {
  if (worse > BAND_ABOVE.critical) return "critical";
  if (worse > BAND_ABOVE.warning) return "warning";
  return worse > BAND_ABOVE.minor ? "minor" : null;
}
