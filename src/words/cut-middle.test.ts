// Names are cut in their middle, never within a character, and short ones stay as they are.
import fc from "fast-check";
import { expect, test } from "vitest";
import { cutMiddle } from "./cut-middle.ts";

test("beginning and end stay", () => {
  expect(cutMiddle("benchmark-of-the-long-name-2026-11-26.json", 21)).toBe("benchmark-…11-26.json");
  expect(cutMiddle("short.json", 21)).toBe("short.json");
});

test("whatever the name, it has at most so many characters and no half of one", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 80 }), fc.integer({ min: 3, max: 60 }), (name, most) => {
      const cut = cutMiddle(name, most);
      expect(Array.from(cut).length).toBeLessThanOrEqual(most);
      if (name.isWellFormed()) expect(cut.isWellFormed()).toBe(true);
    }),
  );
});
