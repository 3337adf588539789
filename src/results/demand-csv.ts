// Reads demand over time from CSV with the columns date and demand.
import { parse } from "papaparse";
import { pointsFrom, SERIES_LIMITS, type SeriesRead } from "../capacity/asked/demand-series.ts";
import { refused } from "../capacity/asked/setting-text.ts";

const shape = 'The first line must be "date,demand"; the others are such as 2027-01-01,600.';

/** Reads CSV of unknown origin, with commas, semicolons or tabs. */
export function seriesFromCsv(text: string): SeriesRead {
  const parsed = parse<string[]>(text.replace(/^\uFEFF/, ""), {
    preview: SERIES_LIMITS.pointsMost + 2,
    skipEmptyLines: "greedy",
  });
  const [header = [], ...lines] = parsed.data;
  const names = header.map((cell) => cell.trim().toLowerCase());
  const dateAt = names.indexOf("date");
  const demandAt = names.indexOf("demand");
  if (dateAt < 0 || demandAt < 0) return refused(`This CSV cannot be read as demand over time. ${shape}`);
  if (lines.length === 0) return refused(`This CSV has a header but no rows. ${shape}`);
  if (lines.length > SERIES_LIMITS.pointsMost)
    return refused(`This CSV has more than ${SERIES_LIMITS.pointsMost} rows.`);
  return pointsFrom(
    lines.map((line) => [line[dateAt] ?? "", line[demandAt] ?? ""] as const),
    "Row",
  );
}
