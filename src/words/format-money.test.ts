// Amounts of money as English readers write them.
import { expect, test } from "vitest";
import { formatMoney } from "./format-money.ts";

test.each([
  [97.82, "USD", "$98"],
  [9.99, "USD", "$10"],
  [4.567, "EUR", "€4.6"],
  [5, "USD", "$5"],
  [0, "USD", "$0"],
  [1250.4, "CHF", "CHF 1,250"],
  [1250.4, "XYZ", "XYZ 1,250"],
])("%d of %s is %s", (amount, currency, text) => {
  expect(formatMoney(amount, currency).replaceAll("\u00A0", " ")).toBe(text);
});
