// Writes a number in English digits and grouping, whatever the reader's browser is set to: figures are compared and cited.

const formatters = new Map<string, Intl.NumberFormat>();

/** A number by the given options, in English: 2475 → "2,475". Formatters are kept, since making one is slow. */
export function numberText(value: number, options: Intl.NumberFormatOptions): string {
  const key = JSON.stringify(options);
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    formatter = new Intl.NumberFormat("en-US", options);
    formatters.set(key, formatter);
  }
  return formatter.format(value);
}
