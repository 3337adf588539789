// Patterns of matchers: whole values, RE2's syntax, names for what RE2 does not have, and no pattern that hangs.
import { containing } from "../fixtures/texts.ts";
import { expect, test } from "vitest";
import { compilePattern } from "./pattern.ts";

function matches(pattern: string, text: string): boolean {
  const compiled = compilePattern(pattern);
  if (compiled.state === "refused") throw new Error(compiled.message);
  return compiled.matches(text);
}

test("B1: a pattern matches a whole value", () => {
  expect(matches("a|b", "a")).toBe(true);
  expect(matches("a|b", "ab")).toBe(false);
  expect(matches("", "")).toBe(true);
  expect(matches(".*", "two\nlines")).toBe(true);
  expect(matches("a|ab", "ab")).toBe(true);
  expect(matches("(?i)AB", "ab")).toBe(true);
  expect(matches("[[:alpha:]]+", "abc")).toBe(true);
});

test("B1: what RE2 does not have is refused by its name", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["(?=a)b", "look-around"],
    ["(?!a)b", "look-around"],
    ["(?<=a)b", "look-around"],
    ["(?<!a)b", "look-around"],
    [String.raw`(a)\1`, "back-references"],
    ["(?>a)", "atomic groups"],
    ["a*+", "possessive"],
    ["(a", "syntax of RE2"],
    ["a{1001}", "syntax of RE2"],
    ["((a{100}){100}){100}", "syntax of RE2"],
    ["a".repeat(1001), "1001 characters; at most 1000"],
  ];
  for (const [pattern, part] of cases) {
    expect(compilePattern(pattern)).toMatchObject({ state: "refused", message: containing(part) });
  }
});

test("B1: a pattern that makes other engines hang is matched in linear time", () => {
  // Backtracking takes 2^4000 steps here; the test would not end.
  expect(matches("(a+)+b", "a".repeat(4000))).toBe(false);
  expect(matches("(a|a)*c", "a".repeat(4000))).toBe(false);
});
