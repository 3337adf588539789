// Owns how memory computed from constants is written: megabytes of 10⁶ bytes, in full.

const megabytes = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 });
const anyDecimal = new Intl.NumberFormat(undefined, { maximumFractionDigits: 6 });

/** MB without the unit, at most one decimal: 2475 → "2,475", 962.1 → "962.1", 1819.967 → "1,820". */
export function formatMegabytes(value: number): string {
  return megabytes.format(value);
}

/** A number that a person entered, with grouping: 4 → "4", 34.5 → "34.5", 4294.967296 → "4,294.967296". */
export function formatEntered(value: number): string {
  return anyDecimal.format(value);
}
