// The one grammar of numbers that people type: in addresses, forms and command flags.

/** @returns the number that a plain decimal such as "12" or "-0.5" says; null for anything else */
export function numberOfText(text: string): number | null {
  // Adding 0 makes 0 of "-0": a negative zero would be shown as "-0".
  return /^\s*-?(\d+(\.\d*)?|\.\d+)\s*$/.test(text) ? Number(text) + 0 : null;
}

/** "1,200", "1.200", "1 200" → "1200": digits in groups of three, which the grammar does not have; null for anything else. */
export function withoutGroups(text: string): string | null {
  const trimmed = text.trim();
  return /^[1-9]\d{0,2}([,.'’\s]\d{3})+$/.test(trimmed) ? trimmed.replaceAll(/\D/g, "") : null;
}
