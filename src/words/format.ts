// Owns how numbers are written for people: digits, grouping, units per column.

/** Shown where there is no value; its reason belongs beside it. */
export const MISSING = "–";

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify(options);
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(undefined, options);
  formatters.set(key, made);
  return made;
}

/** A whole number with grouping: 2475 → "2,475". */
export function formatCount(value: number): string {
  return formatter({ maximumFractionDigits: 0 }).format(value);
}

/** A count of things: 1, "agent" → "1 agent"; 2, "agent" → "2 agents". */
export function formatCounted(value: number, one: string, many = `${one}s`): string {
  return `${formatCount(value)} ${value === 1 ? one : many}`;
}

/** A measured value at three significant digits: 18234 → "18,200", 0.0512 → "0.0512". */
export function formatMeasured(value: number): string {
  return formatter({ maximumSignificantDigits: 3 }).format(value);
}

/** A quantity computed from constants, in full: one decimal under 10, else whole. 4.25 → "4.3", 284 → "284". */
export function formatComputed(value: number): string {
  const whole = Number.isInteger(value) || Math.abs(value) >= 10;
  return formatter({ maximumFractionDigits: whole ? 0 : 1 }).format(value);
}

/** A large number in short, for the ticks of an axis: 12500000 → "12.5M". */
export function formatCompact(value: number): string {
  return formatter({ notation: "compact", maximumFractionDigits: 2 }).format(value);
}

/** What is less would round to 0.0 %. */
const PERCENT_LEAST = 0.05;

function writePercent(percent: number, digits: number): string {
  return `${formatter({ maximumFractionDigits: digits, minimumFractionDigits: digits }).format(percent)}%`;
}

/** A share as percent, one decimal under 10 %: 0.284 → "28%", 0.071 → "7.1%". Only nothing is "0%": 0.0002 → "< 0.1%". */
export function formatPercent(share: number): string {
  const percent = share * 100;
  const size = Math.abs(percent);
  if (size === 0) return writePercent(0, 0);
  if (size < PERCENT_LEAST) return percent > 0 ? `< ${writePercent(0.1, 1)}` : `> ${writePercent(-0.1, 1)}`;
  return writePercent(percent, size < 9.95 ? 1 : 0);
}

/** A share as percent in full for published figures: 0.284 → "28.4%". */
export function formatPublishedPercent(share: number): string {
  return `${formatter({ maximumFractionDigits: 1 }).format(share * 100)}%`;
}

export type DurationUnit = "µs" | "ms" | "s";
const microsecondsPer: Record<DurationUnit, number> = { µs: 1, ms: 1_000, s: 1_000_000 };

/** The unit that suits a whole column of durations in microseconds: chosen by its median. */
export function durationUnitOf(valuesUs: readonly number[]): DurationUnit {
  const sorted = valuesUs.filter((value) => value > 0).sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
  if (middle < 1_000) return "µs";
  return middle < 1_000_000 ? "ms" : "s";
}

/**
 * A measured duration in the column's unit, without the unit. Under ten timer steps only a bound is known: "< 50".
 * @param timerStepUs the smallest step of the clock that measured it, microseconds
 */
export function formatDuration(valueUs: number, unit: DurationUnit, timerStepUs: number): string {
  const floorUs = 10 * timerStepUs;
  if (valueUs < floorUs) return `< ${formatMeasured(floorUs / microsecondsPer[unit])}`;
  return formatMeasured(valueUs / microsecondsPer[unit]);
}

export type BytesUnit = "B" | "kB" | "MB" | "GB";
const bytesPer: Record<BytesUnit, number> = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9 };

/** The unit that suits a column of byte counts: chosen by its largest. */
export function bytesUnitOf(values: readonly number[]): BytesUnit {
  const most = Math.max(0, ...values);
  if (most < 1e3) return "B";
  if (most < 1e6) return "kB";
  return most < 1e9 ? "MB" : "GB";
}

/** A byte count in the column's unit, without the unit. */
export function formatBytes(value: number, unit: BytesUnit): string {
  return formatMeasured(value / bytesPer[unit]);
}

/** A byte count with its own unit: 3456 → "3.46 kB". */
export function formatBytesWithUnit(value: number): string {
  const unit = bytesUnitOf([value]);
  return `${formatBytes(value, unit)} ${unit}`;
}

/** Seconds left or spent: 12.4 → "12 s", 95 → "1 min 35 s". */
export function formatSeconds(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  const rest = whole % 60;
  return rest === 0 ? `${(whole - rest) / 60} min` : `${(whole - rest) / 60} min ${rest} s`;
}

/** An estimate of a duration, rounded to five seconds: it is no finer. 38 → "~40 s" */
export function formatAboutSeconds(seconds: number): string {
  return `~${formatSeconds(Math.max(5, Math.round(seconds / 5) * 5))}`;
}

/** An ISO instant as the reader's local date and time: "22 Nov 2026, 17:20". */
export function formatInstant(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return MISSING;
  return new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" }).format(date);
}
