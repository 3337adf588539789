// Numbers and dates stay English in a browser that is set to another language.
import { afterEach, beforeEach, expect, test, vi } from "vitest";

const GermanNumbers = class extends Intl.NumberFormat {
  constructor(locales?: string, options?: Intl.NumberFormatOptions) {
    super(locales ?? "de-DE", options);
  }
};

/** Kathmandu is 5 hours and 45 minutes ahead of UTC. */
const GermanDates = class extends Intl.DateTimeFormat {
  constructor(locales?: string, options?: Intl.DateTimeFormatOptions) {
    super(locales ?? "de-DE", { timeZone: "Asia/Kathmandu", ...options });
  }
};

beforeEach(() => {
  vi.stubGlobal("Intl", { NumberFormat: GermanNumbers, DateTimeFormat: GermanDates });
  // Formatters made before are kept by their module.
  vi.resetModules();
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

test("the browser of these tests writes German where nothing else is asked for", () => {
  expect(new Intl.NumberFormat().format(2_475.5)).toBe("2.475,5");
  expect(new Intl.DateTimeFormat().format(new Date("2026-11-22T20:00:00Z"))).toBe("23.11.2026");
});

test("numbers keep the comma for thousands and the point for decimals", async () => {
  const { formatCompact, formatCount, formatMeasured, formatPercent } = await import("./format.ts");
  const { formatEntered, formatMegabytes } = await import("./format-memory.ts");
  expect(formatCount(2_475)).toBe("2,475");
  expect(formatMeasured(0.051_234)).toBe("0.0512");
  expect(formatPercent(0.071)).toBe("7.1%");
  expect(formatCompact(12_500_000)).toBe("12.5M");
  expect(formatMegabytes(1_962.1)).toBe("1,962");
  expect(formatEntered(4_294.967_296)).toBe("4,294.967296");
});

test("an instant is written with the month as a word, in the reader's own time zone", async () => {
  const { formatInstant } = await import("./format.ts");
  expect(formatInstant("2026-11-22T17:20:00Z")).toBe("22 Nov 2026, 23:05");
  expect(formatInstant("2026-11-22T20:00:00Z")).toBe("23 Nov 2026, 01:45");
});
