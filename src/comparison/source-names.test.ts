// Names travel in an address whatever they hold, and whatever an address holds is read as names.
import fc from "fast-check";
import { expect, test } from "vitest";
import { readNames, writeNames } from "./source-names.ts";

test("names come back as they were, apart from blanks around them", () => {
  const name = fc.string({ unit: "binary", maxLength: 110 }).map((text) => text.trim());
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 6 }), (names) => {
      const text = writeNames(names);
      if (names.some((one) => one !== "")) expect(readNames(text)).toEqual(names);
      else expect(text).toBe("");
    }),
  );
});

test("names are written as they read, with commas and percent signs escaped", () => {
  expect(writeNames(["before.json", "", "100%, twice"])).toBe("before.json,,100%25%2C twice");
  expect(writeNames(["", ""])).toBe("");
});

test("whatever is given is read: a broken escape stays text, and a long name or half a character is cut", () => {
  expect(readNames("50%,%E0%A4%A,b")).toEqual(["50%", "%E0%A4%A", "b"]);
  expect(readNames("a".repeat(500))).toEqual(["a".repeat(120)]);
  expect(readNames(writeNames([`${"a".repeat(119)}\u{1F600}`]))).toEqual([`${"a".repeat(119)}\uFFFD`]);
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => readNames(text).every((one) => one.isWellFormed())));
});
