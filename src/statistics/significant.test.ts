// Rounding to significant digits.
import { expect, test } from "vitest";
import { roundToDigits } from "./significant.ts";

test.each([
  [18_234, 3, 18_200],
  [0.012345, 2, 0.012],
  [999.6, 3, 1_000],
  [-18_250, 2, -18_000],
  [0, 3, 0],
  [Number.POSITIVE_INFINITY, 3, Number.POSITIVE_INFINITY],
])("%d at %i digits is %d", (value, digits, rounded) => {
  expect(roundToDigits(value, digits)).toBe(rounded);
});

test("NaN is returned unchanged", () => {
  expect(roundToDigits(Number.NaN, 3)).toBeNaN();
});
