// Writes measured durations in one unit for a whole column.
import { formatMeasured } from "./format.ts";

export type DurationUnit = "µs" | "ms" | "s";
const microsecondsPer: Record<DurationUnit, number> = { µs: 1, ms: 1_000, s: 1_000_000 };

/** The unit for a whole column of durations in microseconds, chosen by the median of those above 0. */
export function durationUnitOf(valuesUs: readonly number[]): DurationUnit {
  const sorted = valuesUs.filter((value) => value > 0).sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
  if (middle < 1_000) return "µs";
  return middle < 1_000_000 ? "ms" : "s";
}

/**
 * A measured duration in the unit of its column, without the unit. Under ten timer steps only a bound is known: "< 50".
 * @param timerStepUs the smallest step of the clock that measured it, in microseconds
 */
export function formatDuration(valueUs: number, unit: DurationUnit, timerStepUs: number): string {
  const floorUs = 10 * timerStepUs;
  if (valueUs < floorUs) return `< ${formatMeasured(floorUs / microsecondsPer[unit])}`;
  return formatMeasured(valueUs / microsecondsPer[unit]);
}
