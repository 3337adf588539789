// Quoted strings with Go's escapes.
import fc from "fast-check";
import { expect, test } from "vitest";
import { readString } from "./go-string.ts";

test("escapes, three kinds of quotes, and the place behind the string", () => {
  const cases: readonly (readonly [string, string])[] = [
    [String.raw`"a\n\t\\\"b"`, 'a\n\t\\"b'],
    [String.raw`'it\'s "so"'`, `it's "so"`],
    ["`raw \\n`", "raw \\n"],
    [String.raw`"\x41\101\u00e9\U0001F600"`, "AA\u00e9\u{1F600}"],
  ];
  for (const [text, value] of cases)
    expect(readString(`${text} rest`, 0)).toEqual({ state: "read", value, end: text.length });
});

test("what is wrong is told at its place", () => {
  const offsetOf = (text: string) => {
    const read = readString(text, 0);
    return read.state === "refused" ? read.offset : -1;
  };
  expect(offsetOf(String.raw`"ab\qc"`)).toBe(3);
  expect(offsetOf(String.raw`"ab\xff"`)).toBe(3);
  expect(offsetOf(String.raw`"\ud800"`)).toBe(1);
  expect(offsetOf('"open')).toBe(0);
  expect(offsetOf('"two\nlines"')).toBe(0);
  expect(offsetOf("`open")).toBe(0);
});

test("any text is read back from JSON, of which Go has all escapes but one", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (value) => {
      const text = JSON.stringify(value);
      fc.pre(!/\\u[dD][89a-fA-F]/.test(text));
      expect(readString(text, 0)).toEqual({ state: "read", value, end: text.length });
    }),
  );
});
