// Owns demand over time as text for an address: "2027-01-01:600,2027-02-01:700".
import { dateOf, dayOf } from "./calendar.ts";
import { refused, type Refused } from "./setting-text.ts";

/** What is demanded from a day on, op/s or agents as the plan's demand is. */
export interface DemandPoint {
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly amount: number;
}

export const SERIES_LIMITS = { pointsMost: 240, amountMost: 1e9, charactersMost: 8_000 } as const;

export type SeriesRead = { readonly state: "read"; readonly value: readonly DemandPoint[] } | Refused;

const amountText = /^\d{1,10}(\.\d{1,6})?$/;

/** Checks dates and amounts of unknown origin. @param place what a row is called in messages */
export function pointsFrom(rows: readonly (readonly [string, string])[], place: string): SeriesRead {
  const points: DemandPoint[] = [];
  for (const [index, [date, amount]] of rows.entries()) {
    const day = dayOf(date);
    const where = `${place} ${index + 1}`;
    if (day === null) return refused(`${where}: "${date.slice(0, 30)}" is not a date such as 2027-01-01.`);
    const value = amountText.test(amount.trim()) ? Number(amount) : 0;
    if (!(value > 0) || value > SERIES_LIMITS.amountMost) {
      return refused(`${where}: "${amount.slice(0, 30)}" is not a demand above 0, with a point for decimals.`);
    }
    if (points.some((point) => point.day === day)) return refused(`${where}: ${date.trim()} stands there twice.`);
    points.push({ day, amount: value });
  }
  return { state: "read", value: points.sort((a, b) => a.day - b.day) };
}

/** Reads an address' series; "" is none. */
export function seriesFromText(text: string): SeriesRead {
  if (text.trim() === "") return { state: "read", value: [] };
  const parts = text.split(",", SERIES_LIMITS.pointsMost + 1);
  if (parts.length > SERIES_LIMITS.pointsMost) return refused(`At most ${SERIES_LIMITS.pointsMost} dates are planned.`);
  return pointsFrom(
    parts.map((part) => {
      const [date = "", amount = ""] = part.split(":");
      return [date, amount] as const;
    }),
    "Date",
  );
}

export function seriesToText(points: readonly DemandPoint[]): string {
  return points.map(({ day, amount }) => `${dateOf(day)}:${Number(amount.toPrecision(9))}`).join(",");
}
