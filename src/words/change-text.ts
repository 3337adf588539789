// Writes a change as people say it, the same wherever it is shown: throughput −20.0%, p95 +43.0%, above twice as much 2.4×.
import { numberText } from "./number-text.ts";

/** A ratio above this is written as one. */
const RATIO_FROM = 2;

/** 2.4 → "2.4×", with three digits. */
export function formatRatio(ratio: number): string {
  return `${numberText(ratio, { maximumSignificantDigits: 3 })}×`;
}

/**
 * A change with its sign and one decimal.
 * @param change share of the baseline, such as −0.2; infinite where the baseline is 0
 */
export function formatChange(change: number): string {
  if (change === Number.POSITIVE_INFINITY) return "up from 0";
  const ratio = 1 + change;
  if (ratio > RATIO_FROM) return formatRatio(ratio);
  const percent = numberText(Math.abs(change) * 100, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  if (percent === "0.0") return "0.0%";
  return `${change > 0 ? "+" : "−"}${percent}%`;
}

/** "−3.0% to +8.0%". @param low and high as in `formatChange` */
export function formatChangeRange(low: number, high: number): string {
  return `${formatChange(low)} to ${formatChange(high)}`;
}
