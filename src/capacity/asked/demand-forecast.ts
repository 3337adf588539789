// A forecast of demand as text for an address: "2027-01-01:600,2027-02-01:700" is dates, each with its demand.
import type { Reading } from "../../fields/field.ts";
import { numberOfText } from "../../fields/number-text.ts";
import { plainText } from "../../fields/plain-number.ts";
import { dateOf, dayOf } from "./calendar.ts";
import { refused } from "./setting-text.ts";

/** The demand on a day, in op/s or agents as the plan's own demand is. */
export interface ForecastPoint {
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly amount: number;
}

export const FORECAST_LIMITS = { pointsMost: 240, amountMost: 1e9, charactersMost: 8_000 } as const;

export type ForecastReading = Reading<readonly ForecastPoint[]>;

/**
 * Checks dates and amounts of unknown origin. The points come in order of their days.
 * @param rows date and amount of each, as text
 * @param place what a row is called in messages
 */
export function forecastFromRows(rows: readonly (readonly [string, string])[], place: string): ForecastReading {
  const points: ForecastPoint[] = [];
  for (const [index, [date, amountText]] of rows.entries()) {
    const day = dayOf(date);
    const where = `${place} ${index + 1}`;
    if (day === null) return refused(`${where}: "${date.slice(0, 30)}" is not a date such as 2027-01-01.`);
    const amount = numberOfText(amountText);
    if (amount === null || amount <= 0 || amount > FORECAST_LIMITS.amountMost) {
      const most = FORECAST_LIMITS.amountMost.toLocaleString("en-US");
      return refused(
        `${where}: "${amountText.slice(0, 30)}" is not a demand above 0 and at most ${most}, with a point for decimals.`,
      );
    }
    if (points.some((point) => point.day === day)) return refused(`${where}: ${date.trim()} is there twice.`);
    points.push({ day, amount });
  }
  return { state: "read", value: points.sort((a, b) => a.day - b.day) };
}

/** Reads the forecast of an address; "" is none. */
export function forecastFromText(text: string): ForecastReading {
  if (text.trim() === "") return { state: "read", value: [] };
  const { pointsMost } = FORECAST_LIMITS;
  const parts = text.split(",", pointsMost + 1);
  if (parts.length > pointsMost) return refused(`A forecast has at most ${pointsMost} dates.`);
  return forecastFromRows(
    parts.map((part) => {
      const [date = "", amount = ""] = part.split(":");
      return [date, amount] as const;
    }),
    "Date",
  );
}

export function forecastToText(points: readonly ForecastPoint[]): string {
  return points.map(({ day, amount }) => `${dateOf(day)}:${plainText(amount)}`).join(",");
}
