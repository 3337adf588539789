// Dates are the same as those of the platform's own calendar.
import fc from "fast-check";
import { expect, test } from "vitest";
import { dateOf, dayOf, monthsLater, spokenDateOf } from "./calendar.ts";

test("days and dates agree with the platform's calendar", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200_000 }), (day) => {
      const text = new Date(day * 86_400_000).toISOString().slice(0, 10);
      expect(dateOf(day)).toBe(text);
      expect(dayOf(text)).toBe(day);
    }),
  );
});

test.each(["2027-02-29", "2027-13-01", "2027-1-1", "", "yesterday", "2027-00-10", "1969-12-31"])(
  "%j is not a date",
  (text) => {
    expect(dayOf(text)).toBeNull();
  },
);

test("some months later it is the same day, where that month has it", () => {
  const later = (date: string, months: number) => dateOf(monthsLater(dayOf(date)!, months));
  expect(later("2027-01-31", 1)).toBe("2027-02-28");
  expect(later("2027-01-31", 13)).toBe("2028-02-29");
  expect(later("2026-11-22", 2)).toBe("2027-01-22");
  expect(later("2026-12-01", 0)).toBe("2026-12-01");
});

test("a date in a sentence has its month in words", () => {
  expect(spokenDateOf(dayOf("2027-05-07")!)).toBe("7 May 2027");
  expect(spokenDateOf(dayOf("2028-12-31")!)).toBe("31 December 2028");
});
