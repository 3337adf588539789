// A trend in a sentence: how many sessions, how far they stray, and where the level changed.
import { CHANGES_SESSIONS_LEAST } from "../../regression/trend.ts";
import { isTime } from "../../regression/metric.ts";
import { formatChange } from "../../words/change-text.ts";
import { formatCounted, formatMeasured, formatPercent } from "../../words/format.ts";
import { formatClock } from "../../words/format-clock.ts";
import { formatTime } from "../../words/time-text.ts";
import type { FigureTrend, TrendChange } from "./sessions.ts";

/** "18,200 op/s". */
export function trendValueText({ choice: { metric } }: FigureTrend, value: number): string {
  if (isTime(metric)) return formatTime(value, metric.unit);
  return `${formatMeasured(value)}${metric.unit === null ? "" : ` ${metric.unit}`}`;
}

/** Whether a change is for the better; null where nobody declared which way that is. */
export function isBetter({ choice: { metric } }: FigureTrend, { change }: TrendChange): boolean | null {
  return metric.better === null ? null : change > 0 === (metric.better === "higher");
}

/** "−15.0% from the session of 15 Nov 2026, 08:30:19 on, with Chromium 156 → Chromium 157". */
export function changeText(trend: FigureTrend, change: TrendChange): string {
  const session = trend.points[change.at]?.session;
  const since = session === undefined ? "" : ` from the session of ${formatClock(session.createdAt, true)} on`;
  return `${formatChange(change.change)}${since}${change.along === null ? "" : `, with ${change.along}`}`;
}

/** The whole trend. */
export function trendSentence(trend: FigureTrend): string {
  const counted = trend.points.filter(({ value }) => value !== null).length;
  const sessions = formatCounted(counted, "session");
  const floor = `Sessions lie up to ${formatPercent(Math.expm1(trend.floor))} apart while nothing changes.`;
  if (counted < CHANGES_SESSIONS_LEAST) {
    return `${sessions}: changes are told from ${CHANGES_SESSIONS_LEAST} on. ${floor}`;
  }
  if (trend.changes.length === 0) return `No change over ${sessions}. ${floor}`;
  const told = trend.changes.map((change) => changeText(trend, change)).join("; ");
  return `${formatCounted(trend.changes.length, "change")} over ${sessions}: ${told}. ${floor}`;
}
