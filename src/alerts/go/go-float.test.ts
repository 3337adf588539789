// Numbers as Go prints them, against texts that Go gave; and that no value is lost in them.
import fc from "fast-check";
import { expect, test } from "vitest";
import { fixedFloat, generalFloat, shortestFloat } from "./go-float.ts";

test("the shortest text takes an exponent from 1e+06 on, and below 1e-4", () => {
  const cases: readonly (readonly [number, string])[] = [
    [120, "120"],
    [999_999, "999999"],
    [1_000_000, "1e+06"],
    [123_456_789, "1.23456789e+08"],
    [0.0001, "0.0001"],
    [0.00001, "1e-05"],
    [0.1 + 0.2, "0.30000000000000004"],
    [-0, "-0"],
    [0, "0"],
    [5e-324, "5e-324"],
    [Infinity, "+Inf"],
    [-Infinity, "-Inf"],
    [NaN, "NaN"],
  ];
  expect(cases.map(([value]) => shortestFloat(value))).toEqual(cases.map(([, text]) => text));
});

test("what lies exactly between two texts is rounded to the even digit, unlike in JavaScript", () => {
  expect([0.5, 1.5, 2.5].map((value) => fixedFloat(value, 0))).toEqual(["0", "2", "2"]);
  expect(fixedFloat(0.125, 2)).toBe("0.12");
  expect(generalFloat(12_345, 4)).toBe("1.234e+04");
  expect(generalFloat(0.125, 2)).toBe("0.12");
  expect(generalFloat(2.5, 1)).toBe("2");
});

test("fixed decimals, also of very large numbers", () => {
  expect(fixedFloat(1e21, 1)).toBe("1000000000000000000000.0");
  expect(fixedFloat(-1.005, 2)).toBe("-1.00");
  expect(fixedFloat(1 / 3, 6)).toBe("0.333333");
});

test("any number is read back from its shortest text", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true }), (value) => {
      expect(Number(shortestFloat(value).replace("Inf", "Infinity"))).toBe(value);
    }),
  );
});
