// Writes a single time in the unit that suits its size, so that nobody counts zeros: 0.0000523 s is 52.3 µs.
import { formatMeasured } from "./format.ts";

/** Each unit with its power of ten, in seconds. */
const UNITS = [
  ["s", 0],
  ["ms", -3],
  ["µs", -6],
  ["ns", -9],
] as const;

/**
 * A time with its unit, at three significant digits.
 * @param unit "s", "ms", "µs" or "ns"; of any other the value is written as it is
 */
export function formatTime(value: number, unit: string | null): string {
  const power = UNITS.find(([name]) => name === unit)?.[1];
  if (power === undefined || value === 0) return `${formatMeasured(value)} ${unit ?? ""}`.trimEnd();
  /** Powers above 0 are exact numbers, and so no digit is lost. */
  const inUnit = (to: number): number => (to > power ? value / 10 ** (to - power) : value * 10 ** (power - to));
  // Rounding first, so that 999.9 µs become 1 ms.
  const [name, to] = UNITS.find(([, each]) => Number(Math.abs(inUnit(each)).toPrecision(3)) >= 1) ?? UNITS[3];
  return `${formatMeasured(inUnit(to))} ${name}`;
}
