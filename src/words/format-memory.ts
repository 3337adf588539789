// Writes memory that is computed from constants, in full, and numbers as a person entered them.
import { numberText } from "./number-text.ts";

/** Megabytes of 10⁶ bytes without the unit, at most one decimal: 2475 → "2,475", 962.1 → "962.1", 1819.967 → "1,820". */
export function formatMegabytes(value: number): string {
  return numberText(value, { maximumFractionDigits: 1 });
}

/** A number that a person entered, with grouping: 4 → "4", 34.5 → "34.5", 4294.967296 → "4,294.967296". */
export function formatEntered(value: number): string {
  return numberText(value, { maximumFractionDigits: 6 });
}
