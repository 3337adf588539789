// Numbers are written as they were typed, and read again as the same numbers.
import fc from "fast-check";
import { expect, test } from "vitest";
import { numberOfText } from "./number-text.ts";
import { exponentHint, plainText } from "./plain-number.ts";

test.each([
  [37502.2, "37502.2"],
  [1e-7, "0.0000001"],
  [-2.5e-9, "-0.0000000025"],
  [1.5e21, "1500000000000000000000"],
  [0, "0"],
])("%d is %s", (value, text) => {
  expect(plainText(value)).toBe(text);
});

test("any number is read as it was written", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(numberOfText(plainText(value))).toBe(value + 0);
    }),
  );
});

test.each([
  ["1e3", " Write 1000 instead of 1e3."],
  [" 2.5E-3 ", " Write 0.0025 instead of 2.5E-3."],
  ["1e6", ""],
  ["1e300", ""],
  ["1e999", ""],
  ["1000", ""],
  ["many", ""],
])("%j has the hint %j where up to 1000 is taken", (typed, hint) => {
  expect(exponentHint(typed, (plain) => Number(plain) <= 1_000)).toBe(hint);
});
