// Writes memory that is computed from constants, in full, and numbers as a person entered them.
import { numberText } from "./number-text.ts";

/** Megabytes of 10⁶ bytes without the unit, one decimal below a thousand: 962.1 → "962.1", 7349.53 → "7,350". */
export function formatMegabytes(value: number): string {
  return numberText(value, { maximumFractionDigits: Math.abs(value) < 1_000 ? 1 : 0 });
}

/** A number that a person entered, with grouping: 4 → "4", 34.5 → "34.5", 4294.967296 → "4,294.967296". */
export function formatEntered(value: number): string {
  return numberText(value, { maximumFractionDigits: 6 });
}
