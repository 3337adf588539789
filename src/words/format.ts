// Writes numbers and instants for people: digits, grouping, and one unit for each column. English in every browser.
import { numberText } from "./number-text.ts";

/** Shown where there is no value. The reason is given with it. */
export const MISSING = "–";

/** A whole number with grouping: 2475 → "2,475". */
export function formatCount(value: number): string {
  return numberText(value, { maximumFractionDigits: 0 });
}

/** A count of things: 1, "agent" → "1 agent"; 2, "agent" → "2 agents". */
export function formatCounted(value: number, one: string, many = `${one}s`): string {
  return `${formatCount(value)} ${value === 1 ? one : many}`;
}

/** Counts of agents: 1 → "1 agent"; 5 and 1000 → "5, 1,000 agents". @param last before the last one, such as "and" */
export function agentCounts(counts: readonly number[], last: "," | "and" = ","): string {
  const texts = counts.map(formatCount);
  const end = formatCounted(counts.at(-1) ?? 0, "agent");
  const before = texts.slice(0, -1).join(", ");
  // A list of several is of many agents, whatever stands last.
  return before === "" ? end : `${before}${last === "and" ? " and" : ","} ${texts.at(-1) ?? ""} agents`;
}

/** A measured value at three significant digits: 18234 → "18,200", 0.0512 → "0.0512". */
export function formatMeasured(value: number): string {
  return numberText(value, { maximumSignificantDigits: 3 });
}

/** A measured count of things, as it is written: 1.02, "agent" → "1.02 agents"; 1, "agent" → "1 agent". */
export function formatMeasuredCount(value: number, one: string): string {
  const text = formatMeasured(value);
  return `${text} ${text === "1" ? one : `${one}s`}`;
}

function digitsText(value: number, digits: number): string {
  return numberText(value, { minimumSignificantDigits: digits, maximumSignificantDigits: digits });
}

/**
 * How many times as much, with two digits: 0.975 → "0.98 times", 1 → "1.0 times". Where these could not tell more from less
 * there are three: 0.9954 → "0.995 times".
 */
export function formatTimes(ratio: number): string {
  const short = digitsText(ratio, 2);
  return `${short === "1.0" && ratio !== 1 ? digitsText(ratio, 3) : short} times`;
}

/** A smaller quantity would be 0 at one decimal. */
const ONE_DECIMAL_LEAST = 0.1;

/** A quantity computed from constants, in full: one decimal under 10, else whole. 4.25 → "4.3", 284 → "284". Only 0 is "0": 0.0128 → "0.013". */
export function formatComputed(value: number): string {
  if (Math.abs(value) < ONE_DECIMAL_LEAST) return numberText(value, { maximumSignificantDigits: 2 });
  const whole = Number.isInteger(value) || Math.abs(value) >= 10;
  return numberText(value, { maximumFractionDigits: whole ? 0 : 1 });
}

/** A large number in short, for the ticks of an axis: 12500000 → "12.5M". */
export function formatCompact(value: number): string {
  return numberText(value, { notation: "compact", maximumFractionDigits: 2 });
}

/** A smaller percentage would round to 0.0 %. */
const PERCENT_LEAST = 0.05;

/** With a true minus sign. */
function percentText(percent: number, digits: number): string {
  const text = numberText(percent, { maximumFractionDigits: digits, minimumFractionDigits: digits });
  return `${text.replace("-", "−")}%`;
}

/**
 * A share as percent, one decimal under 10 % and close to 100 %: 0.284 → "28%", 0.071 → "7.1%", 0.9976 → "99.8%".
 * Only 0 is "0%" and only 1 is "100%": 0.0002 → "< 0.1%", 0.9999 → "> 99.9%".
 */
export function formatPercent(share: number): string {
  const percent = share * 100;
  const size = Math.abs(percent);
  if (size === 0) return percentText(0, 0);
  if (size < PERCENT_LEAST) return percent > 0 ? `< ${percentText(0.1, 1)}` : `> ${percentText(-0.1, 1)}`;
  if (size > 99 && size < 100) {
    if (size < 99.95) return percentText(percent, 1);
    return percent > 0 ? `> ${percentText(99.9, 1)}` : `< ${percentText(-99.9, 1)}`;
  }
  return percentText(percent, size < 9.95 ? 1 : 0);
}

/** A published share as percent, with its decimal: 0.284 → "28.4%". */
export function formatPublishedPercent(share: number): string {
  return `${numberText(share * 100, { maximumFractionDigits: 1 })}%`;
}

export type BytesUnit = "B" | "kB" | "MB" | "GB";
const bytesPer: Record<BytesUnit, number> = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9 };

/** A column that spans more than this has the next smaller unit, so that its least counts are not lost behind zeros. */
const BYTES_SPAN = 1e3;

/** The unit for a column of byte counts, chosen by the largest; a smaller one where the column spans decades. */
export function bytesUnitOf(values: readonly number[]): BytesUnit {
  const sizes = values.map(Math.abs);
  const most = Math.max(0, ...sizes);
  const least = Math.min(most, ...sizes.filter((size) => size > 0));
  const spans = most > BYTES_SPAN * least;
  if (most < 1e3) return "B";
  if (most < 1e6) return spans ? "B" : "kB";
  if (most < 1e9) return spans ? "kB" : "MB";
  return spans ? "MB" : "GB";
}

/** A byte count in the unit of its column, without the unit; what shrinks has a true minus sign. */
export function formatBytes(value: number, unit: BytesUnit): string {
  return formatMeasured(value / bytesPer[unit]).replace("-", "−");
}

/** The same in a column of a table, where three digits stand below each other: 8e6 in MB → "8.00"; bytes and large numbers stay whole. */
export function formatBytesInColumn(value: number, unit: BytesUnit): string {
  const inUnit = value / bytesPer[unit];
  const isWhole = unit === "B" || inUnit === 0 || Math.abs(inUnit) >= 1e3;
  return isWhole ? formatBytes(value, unit) : digitsText(inUnit, 3).replace("-", "−");
}

/** A single byte count with its unit: 3456 → "3.46 kB". */
export function formatBytesWithUnit(value: number): string {
  const unit = bytesUnitOf([value]);
  return `${formatBytes(value, unit)} ${unit}`;
}

/** A number of seconds: 12.4 → "12 s", 95 → "1 min 35 s". */
export function formatSeconds(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  const rest = whole % 60;
  return rest === 0 ? `${(whole - rest) / 60} min` : `${(whole - rest) / 60} min ${rest} s`;
}

/** An estimated duration, rounded to five seconds, since estimates are no finer: 38 → "~40 s". */
export function formatAboutSeconds(seconds: number): string {
  return `~${formatSeconds(Math.max(5, Math.round(seconds / 5) * 5))}`;
}

/** A range shorter than this share of its lower end is no range, since estimates are no finer. */
const RANGE_LEAST = 0.25;

/** An estimated range of durations: 115 and 230 → "~2 to 4 min", 38 and 80 → "~40 to 80 s"; one estimate where they are about equal. */
export function formatAboutRange(least: number, most: number): string {
  if (most < least * (1 + RANGE_LEAST)) return formatAboutSeconds(least);
  const [step, unit] = most < 120 ? [5, 1] : [60, 60];
  const [low, high] = [Math.max(1, Math.round(least / step)), Math.ceil(most / step)].map((n) => (n * step) / unit);
  return low === high ? formatAboutSeconds(least) : `~${low} to ${high} ${unit === 1 ? "s" : "min"}`;
}

/**
 * An ISO instant as date and time in the reader's time zone: "22 Nov 2026, 17:20". The month is a word, so that day and
 * month are not mistaken for each other.
 */
export function formatInstant(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return MISSING;
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" }).format(date);
}
