// Reads a forecast of demand from CSV with the columns date and demand.
import { parse } from "papaparse";
import { FORECAST_LIMITS, forecastFromRows, type ForecastReading } from "../capacity/asked/demand-forecast.ts";
import { refused } from "../capacity/asked/setting-text.ts";

const shape = 'The first line must be "date,demand", and the others such as 2027-01-01,600.';

/** Reads CSV of unknown origin, with commas, semicolons or tabs. */
export function forecastFromCsv(text: string): ForecastReading {
  const parsed = parse<string[]>(text.replace(/^\uFEFF/, ""), {
    preview: FORECAST_LIMITS.pointsMost + 2,
    skipEmptyLines: "greedy",
  });
  const [header = [], ...lines] = parsed.data;
  const names = header.map((cell) => cell.trim().toLowerCase());
  const dateAt = names.indexOf("date");
  const demandAt = names.indexOf("demand");
  if (dateAt < 0 || demandAt < 0) return refused(`This CSV cannot be read as demand over time. ${shape}`);
  if (lines.length === 0) return refused(`This CSV has a header but no rows. ${shape}`);
  if (lines.length > FORECAST_LIMITS.pointsMost)
    return refused(`This CSV has more than ${FORECAST_LIMITS.pointsMost} rows.`);
  return forecastFromRows(
    lines.map((line) => [line[dateAt] ?? "", line[demandAt] ?? ""] as const),
    "Row",
  );
}
