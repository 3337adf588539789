// Where a text is parted, and that nothing of it is lost.
import fc from "fast-check";
import { expect, test } from "vitest";
import { firstSentence } from "./first-sentence.ts";

test("a text is parted behind its first full stop that a space follows", () => {
  expect(firstSentence("It holds 1.5 times that (p95 under 10 ms). At 9 it is late. Enough.")).toEqual([
    "It holds 1.5 times that (p95 under 10 ms).",
    "At 9 it is late. Enough.",
  ]);
});

test("a text of one sentence, or of none, is its own first", () => {
  expect(firstSentence("Only this.")).toEqual(["Only this.", ""]);
  expect(firstSentence("no end")).toEqual(["no end", ""]);
  expect(firstSentence("")).toEqual(["", ""]);
});

test("nothing but space is lost", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(firstSentence(text).join("").replaceAll(/\s/g, "")).toBe(text.replaceAll(/\s/g, ""));
    }),
  );
});
