// Writes measured durations in one unit for a whole column.
import { formatMeasured } from "./format.ts";
import { numberText } from "./number-text.ts";

export type DurationUnit = "µs" | "ms" | "s";
const microsecondsPer: Record<DurationUnit, number> = { µs: 1, ms: 1_000, s: 1_000_000 };

/** How a column of measured figures is written. */
export interface ColumnFormat {
  readonly unit: string | null;
  readonly format: (value: number) => string;
}

function isDurationUnit(unit: string | null): unit is DurationUnit {
  return unit !== null && Object.hasOwn(microsecondsPer, unit);
}

/** Durations in the unit that suits the column, whatever they come in; all else as it is. @param values of the column */
export function columnFormat(unit: string | null, values: readonly number[]): ColumnFormat {
  if (!isDurationUnit(unit)) return { unit, format: formatMeasured };
  const shown = durationUnitOf(values.map((value) => value * microsecondsPer[unit]));
  return { unit: shown, format: (value) => formatMeasured((value * microsecondsPer[unit]) / microsecondsPer[shown]) };
}

/** A column with longer numbers than this is written in the next unit, unless its least would have more zeros than digits there. */
const LONGEST = 100_000;
const SHORTEST = 0.01;

/**
 * The unit for a whole column of durations in microseconds: that of the median of those above 0, or the next where the
 * longest would be a number of six digits.
 */
export function durationUnitOf(valuesUs: readonly number[]): DurationUnit {
  const sorted = valuesUs.filter((value) => value > 0).sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const [least, most] = [sorted[0] ?? 0, sorted.at(-1) ?? 0];
  if (middle >= 1_000_000) return "s";
  if (middle >= 1_000) return "ms";
  return most >= LONGEST && least >= SHORTEST * microsecondsPer.ms ? "ms" : "µs";
}

/** Three significant digits, the zeros among them too: a column of them lines up, and shows how well each is known. */
function threeDigits(value: number): string {
  return value < 100
    ? numberText(value, { minimumSignificantDigits: 3, maximumSignificantDigits: 3 })
    : formatMeasured(value);
}

/**
 * A measured duration in the unit of its column, without the unit: 3 → "3.00". Under ten timer steps only a bound is known: "< 50".
 * @param timerStepUs the smallest step of the clock that measured it, in microseconds
 */
export function formatDuration(valueUs: number, unit: DurationUnit, timerStepUs: number): string {
  const floorUs = 10 * timerStepUs;
  if (valueUs < floorUs) return `< ${formatMeasured(floorUs / microsecondsPer[unit])}`;
  return threeDigits(valueUs / microsecondsPer[unit]);
}

/** A single measured duration with its unit: 3456 → "3.46 ms". */
export function formatDurationWithUnit(valueUs: number, timerStepUs: number): string {
  const unit = durationUnitOf([valueUs]);
  return `${formatDuration(valueUs, unit, timerStepUs)} ${unit}`;
}
