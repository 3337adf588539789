// Reads demand over time from CSV: the columns date and demand, or a time column with one series, as Grafana exports it.
import { dateOf, dayOf } from "../capacity/asked/calendar.ts";
import { FORECAST_LIMITS, forecastFromRows, type ForecastReading } from "../capacity/asked/demand-forecast.ts";
import { headerText } from "./references/csv-columns.ts";
import { decimalOf, numberOfCell } from "./references/csv-numbers.ts";
import { type CsvRow, readCsvTable } from "./references/csv-table.ts";
import { formatCounted } from "../words/format.ts";

const shape = 'The first line must be "date,demand" or a time and one series, and the others such as 2027-01-01,600.';
/** A chart has a point every minute or so; days are what the plan needs. */
const ROWS_MOST = 100_000;
const NAMED_MOST = 5;
const DAY_MS = 86_400_000;
const TIMES = new Set(["date", "day", "time", "timestamp", "datetime", "date_time", "ts"]);
const DEMANDS = ["demand", "throughput", "value", "rate", "rps", "qps", "tps", "agents"];
/** What charts write where nothing was measured. */
const NOTHING = new Set(["", "null", "nan", "undefined", "n/a", "-"]);

/** The forecast, and what of the file was left out. */
export type DemandReading =
  | Extract<ForecastReading, { readonly state: "refused" }>
  | (Extract<ForecastReading, { readonly state: "read" }> & { readonly notes: readonly string[] });

/** The day of "2027-01-01", "2027-01-01 08:00:00", ISO 8601, or seconds or milliseconds since 1970; null for anything else. */
function dayOfCell(cell: string): number | null {
  const text = cell.trim();
  if (/^\d{9,10}$/.test(text)) return Math.floor((Number(text) * 1_000) / DAY_MS);
  if (/^\d{12,13}$/.test(text)) return Math.floor(Number(text) / DAY_MS);
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/.exec(text);
  return match === null ? null : dayOf(match[1] ?? "");
}

function plainName(cell: string): string {
  return cell
    .trim()
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, "_")
    .replaceAll(/^_+|_+$/g, "");
}

/** Which column is the demand, or why none is. */
function demandAt(header: readonly string[], timeAt: number): number | string {
  const names = header.map(plainName);
  const named = DEMANDS.map((name) => names.indexOf(name)).find((at) => at >= 0 && at !== timeAt);
  if (named !== undefined) return named;
  const others = header.flatMap((cell, at) => (at === timeAt || cell.trim() === "" ? [] : [at]));
  const [only] = others;
  if (only !== undefined && others.length === 1) return only;
  return `it has ${headerText(header)}, and one column must be the demand: leave one series, or call one "demand".`;
}

/** The largest demand of each day: that is what has to be carried. */
function daysOf(
  rows: readonly CsvRow[],
  timeAt: number,
  at: number,
): { readonly days: ReadonlyMap<number, number>; readonly problems: readonly string[] } | string {
  const cells = rows.map((row) => row.cells[at] ?? "");
  const written = decimalOf(cells);
  if (written.state === "ambiguous") {
    const cell = cells[written.at]?.trim() ?? "";
    return `Line ${rows[written.at]?.line ?? 1}: "${cell.slice(0, 30)}" may be a thousand and more, or little more than one, and no other cell of the column decides. Write it without separators.`;
  }
  const days = new Map<number, number>();
  const problems: string[] = [];
  for (const [n, row] of rows.entries()) {
    const cell = cells[n] ?? "";
    const date = row.cells[timeAt] ?? "";
    const day = dayOfCell(date);
    if (day === null) {
      problems.push(`Line ${row.line}: "${date.trim().slice(0, 30)}" is not a date such as 2027-01-01.`);
      continue;
    }
    if (NOTHING.has(cell.trim().toLowerCase())) continue;
    const amount = numberOfCell(cell, written.decimal);
    if (amount === null || amount < 0 || amount > FORECAST_LIMITS.amountMost) {
      problems.push(
        `Line ${row.line}: "${cell.trim().slice(0, 30)}" is not a demand from 0 to ${FORECAST_LIMITS.amountMost.toLocaleString("en-US")}, with a ${written.decimal} for decimals.`,
      );
      continue;
    }
    const known = days.get(day);
    if (known !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(date.trim())) {
      problems.push(`Line ${row.line}: ${date.trim()} is there twice.`);
      continue;
    }
    if (known === undefined || amount > known) days.set(day, amount);
  }
  return { days, problems };
}

/** Digits without an exponent, as the forecast reads them. */
function amountText(amount: number): string {
  return amount >= 1e-9 ? amount.toFixed(9).replace(/\.?0+$/, "") : "0";
}

/**
 * Reads CSV of unknown origin, of any dialect that `references/csv-table.ts` knows. Several points of a day give its largest demand.
 * Bad rows are left out and named in the notes; the file is refused where no day is left.
 */
export function forecastFromCsv(text: string): DemandReading {
  const table = readCsvTable(text, ROWS_MOST);
  const because = (why: string): DemandReading => ({
    state: "refused",
    message: `This CSV cannot be read as demand over time: ${why} ${shape}`,
  });
  if (table.state === "refused") return because(table.message);
  const { header, rows } = table;
  const timeAt = header.cells.findIndex((cell) => TIMES.has(plainName(cell)));
  if (timeAt < 0) return because(`it has ${headerText(header.cells)}, and none is a date or time.`);
  const at = demandAt(header.cells, timeAt);
  if (typeof at === "string") return because(at);
  if (rows.length === 0) return { state: "refused", message: `This CSV has a header but no rows. ${shape}` };
  const read = daysOf(rows, timeAt, at);
  if (typeof read === "string") return because(read);
  const points = [...read.days].filter(([, amount]) => amount > 0);
  if (points.length === 0) return because(read.problems[0] ?? "no row has a demand above 0.");
  if (points.length > FORECAST_LIMITS.pointsMost) {
    return because(`it has ${points.length} days, and at most ${FORECAST_LIMITS.pointsMost} are read. Leave some out.`);
  }
  const forecast = forecastFromRows(
    points.map(([day, amount]) => [dateOf(day), amountText(amount)] as const),
    "Day",
  );
  if (forecast.state === "refused") return forecast;
  const named = read.problems.slice(0, NAMED_MOST);
  const more = read.problems.length - named.length;
  return {
    ...forecast,
    notes: more === 0 ? named : [...named, `${formatCounted(more, "more row is", "more rows are")} left out.`],
  };
}
