// Numbers of PromQL and Go: every form that they have, and what they do not.
import { expect, test } from "vitest";
import { goFloat, promNumber } from "./go-number.ts";

test("B1: numbers as Go writes them", () => {
  const cases: readonly (readonly [string, number])[] = [
    ["0", 0],
    ["1e9", 1e9],
    [".5", 0.5],
    ["5.", 5],
    ["0x1F", 31],
    ["0X_ff", 255],
    ["010", 8],
    ["08", 8],
    ["1_000.5", 1000.5],
    ["Inf", Infinity],
    ["inf", Infinity],
    ["NaN", NaN],
    ["99999999999999999999", 1e20],
  ];
  expect(cases.map(([text]) => promNumber(text))).toEqual(cases.map(([, value]) => value));
});

test("B1: what is no number is none", () => {
  for (const text of ["", "1e", "1__0", "0x", "0x1.8", "1.2.3", "_1", "1_", "+1", "5m", "infinite"]) {
    expect({ text, value: promNumber(text) }).toEqual({ text, value: null });
  }
});

test("templates read signs, and refuse what is too large for a float", () => {
  expect(["-1.5", "+Inf", "-inf", "NaN", "1e309", "one", ""].map(goFloat)).toEqual([
    -1.5,
    Infinity,
    -Infinity,
    NaN,
    null,
    null,
    null,
  ]);
});
