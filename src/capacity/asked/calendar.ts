// Dates as numbers: days since 1970-01-01 in the civil calendar, written as "2027-03-01". No clock is needed.

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days before the first of March of a year. A year that begins in March has its leap day at the end. */
function daysBeforeMarch(year: number): number {
  return 365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
}

function dayNumber(year: number, month: number, day: number): number {
  const shifted = month > 2 ? year : year - 1;
  const monthsFromMarch = (month + 9) % 12;
  return daysBeforeMarch(shifted) + Math.floor((153 * monthsFromMarch + 2) / 5) + day - 1 - 719_468;
}

/** Days since 1970-01-01; null where the text is not a date. Source: the proleptic Gregorian calendar of ISO 8601. */
export function dayOf(text: string): number | null {
  const match = DATE.exec(text.trim());
  if (match === null) return null;
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number);
  if (year < 1970 || month < 1 || month > 12 || day < 1) return null;
  const number = dayNumber(year, month, day);
  return dateOf(number) === text.trim() ? number : null;
}

/** "2027-03-01" for days since 1970-01-01. */
export function dateOf(dayNumberSince1970: number): string {
  const days = dayNumberSince1970 + 719_468;
  let year = Math.floor(days / 365.2425);
  while (daysBeforeMarch(year + 1) <= days) year += 1;
  while (daysBeforeMarch(year) > days) year -= 1;
  const dayOfYear = days - daysBeforeMarch(year);
  const monthsFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthsFromMarch + 2) / 5) + 1;
  const month = ((monthsFromMarch + 2) % 12) + 1;
  const shown = month <= 2 ? year + 1 : year;
  return [String(shown).padStart(4, "0"), String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");
}

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** "7 May 2027" for days since 1970-01-01, for sentences. */
export function spokenDateOf(day: number): string {
  const [year = 1970, month = 1, date = 1] = dateOf(day).split("-").map(Number);
  return `${date} ${MONTHS[month - 1] ?? ""} ${year}`;
}

/**
 * The same day some months later, or the last day of that month where it is shorter.
 * @param start days since 1970-01-01
 */
export function monthsLater(start: number, months: number): number {
  const [year = 1970, month = 1, day = 1] = dateOf(start).split("-").map(Number);
  const total = year * 12 + month - 1 + months;
  const first = dayNumber(Math.floor(total / 12), (total % 12) + 1, 1);
  const next = dayNumber(Math.floor((total + 1) / 12), ((total + 1) % 12) + 1, 1);
  return Math.min(first + day - 1, next - 1);
}
