// The one grammar of numbers that people type: in addresses, forms and command flags.

/** @returns the number that a plain decimal such as "12" or "-0.5" says; null for anything else */
export function numberOfText(text: string): number | null {
  return /^\s*-?(\d+(\.\d*)?|\.\d+)\s*$/.test(text) ? Number(text) : null;
}
