// Numbers as people type them, and those that may mean two things.
import fc from "fast-check";
import { expect, test } from "vitest";
import { typedNumber } from "./typed-number.ts";

test.each([
  ["34,5", "34.5"],
  ["34.5", "34.5"],
  ["0.096", "0.096"],
  ["0,096", "0.096"],
  ["1.2340", "1.2340"],
  ["1234", "1234"],
  ["1,234.5", "1234.5"],
  ["1.234,5", "1234.5"],
  ["12,345,678", "12345678"],
  ["12.345.678", "12345678"],
  ["-3,5", "-3.5"],
  [" 20 ", " 20 "],
  ["auto", "auto"],
  ["", ""],
  ["1,2,3", "1,2,3"],
  ["1.2,3.4", "1.2,3.4"],
])("%s is read as %s", (typed, text) => expect(typedNumber(typed)).toEqual({ state: "read", text }));

test("where only whole numbers make sense, marks group", () => {
  expect(typedNumber("1,000", true)).toEqual({ state: "read", text: "1000" });
});

test.each(["1.234", "1,234", "100.000", "-1.234"])("%s asks", (typed) => {
  expect(typedNumber(typed)).toMatchObject({ state: "ambiguous" });
});

test("the message names both meanings, and either is then read", () => {
  expect(typedNumber("1.234")).toEqual({
    state: "ambiguous",
    message: "1.234 may mean 1234, or 1.2340. Type the one that is meant.",
  });
});

test("what the app itself writes keeps its value", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), (value) => {
      const written = String(value);
      const taken = typedNumber(written);
      if (taken.state === "read") expect(Number(taken.text)).toBe(value);
    }),
  );
});
