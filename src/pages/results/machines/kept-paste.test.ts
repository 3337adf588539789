// What a reload reads back of pasted links: what was kept, and nothing worse from whatever else is in the storage.
import fc from "fast-check";
import { expect, test } from "vitest";
import { keptPaste, nothingPasted, pasteToKeep } from "./kept-paste.ts";
import { PASTED_LIMITS } from "./pasted-links.ts";

const text = "Anna: https://example.org/#/r/3.aaa\nBen: https://example.org/#/r/3.bbb";

test("a text and its ticks come back as they were, in their order", () => {
  const pasted = { text, ticked: ["3.bbb", "3.aaa"] };
  expect(keptPaste(pasteToKeep(pasted))).toEqual(pasted);
});

test("nothing is kept of nothing, or of more than can be read", () => {
  expect(pasteToKeep(nothingPasted)).toBeNull();
  expect(pasteToKeep({ text: "x".repeat(PASTED_LIMITS.charactersMost + 1), ticked: [] })).toBeNull();
  expect(keptPaste(null)).toEqual(nothingPasted);
});

test("ticks on links that the text does not have are left out, and each counts once", () => {
  expect(keptPaste(JSON.stringify({ text, ticked: ["3.zzz", "3.aaa", 7, "3.aaa", null] }))).toEqual({
    text,
    ticked: ["3.aaa"],
  });
  expect(keptPaste(JSON.stringify({ text, ticked: "3.aaa" }))).toEqual({ text, ticked: [] });
});

test("whatever is in the storage, nothing is thrown and the bounds hold", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (kept) => {
      const { text: read, ticked } = keptPaste(kept);
      expect(read.length).toBeLessThanOrEqual(PASTED_LIMITS.charactersMost);
      expect(ticked.length).toBeLessThanOrEqual(6);
    }),
  );
  const long = JSON.stringify({ text: "x".repeat(PASTED_LIMITS.charactersMost + 1), ticked: [] });
  expect(keptPaste(long)).toEqual(nothingPasted);
});
