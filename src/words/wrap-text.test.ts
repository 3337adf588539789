// Breaking text into lines: lines keep to their width, and no text is lost.
import fc from "fast-check";
import { expect, test } from "vitest";
import { wrapText } from "./wrap-text.ts";

const characters = (text: string) => Array.from(text).length;

test("words stay whole and fill lines", () => {
  expect(wrapText("one two three four", 9, characters)).toEqual(["one two", "three", "four"]);
  expect(wrapText("one two", 20, characters)).toEqual(["one two"]);
  expect(wrapText("  ", 20, characters)).toEqual([]);
});

test("a word wider than a line is broken, and the next word continues on its last line", () => {
  expect(wrapText("a abcdefgh i", 4, characters)).toEqual(["a", "abcd", "efgh", "i"]);
  expect(wrapText("abcdef g", 4, characters)).toEqual(["abcd", "ef g"]);
  expect(wrapText("🚀🚀🚀", 2, characters)).toEqual(["🚀🚀", "🚀"]);
});

test("a width of less than one character gives one character per line", () => {
  expect(wrapText("abc", 0, characters)).toEqual(["a", "b", "c"]);
});

test("no line is wider than asked, and all characters are kept in order", () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 12 }), (text, width) => {
      const lines = wrapText(text, width, characters);
      for (const line of lines) expect(characters(line)).toBeLessThanOrEqual(width);
      expect(lines.join("").replaceAll(/\s+/g, "")).toBe(text.replaceAll(/\s+/g, ""));
    }),
  );
});
