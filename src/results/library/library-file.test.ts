// The library as a file: what is written is read again, and what is wrong is told by its line.
import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryResult } from "../fixtures/arbitrary-result.ts";
import { realisticResult } from "../fixtures/realistic-result.ts";
import { ENTRY_LIMITS, type Labels } from "./entry.ts";
import { isLibraryText, libraryHeader, libraryLine, readLibraryHeader, readLibraryLine } from "./library-file.ts";

const labels: Labels = {
  name: "Friday",
  tags: ["laptop", "before"],
  pinned: true,
  savedAt: "2026-11-22T18:00:00.000Z",
  ending: "finished",
};

test("results and their labels survive", () => {
  fc.assert(
    fc.property(arbitraryResult, (result) => {
      const read = readLibraryLine(libraryLine({ labels, result }).trimEnd(), 1);
      expect(read).toEqual({ state: "read", item: { labels, result } });
    }),
    { numRuns: 50 },
  );
});

test("the header tells how many results follow", () => {
  const header = libraryHeader(3, "2026-11-22T18:00:00.000Z");
  expect(isLibraryText(header)).toBe(true);
  expect(readLibraryHeader(header.trimEnd())).toEqual({ state: "read", entries: 3 });
});

test.each([
  ['{"format":"headroom-library","version":2,"entries":1}', "made by a newer Headroom"],
  ['{"format":"headroom-library","entries":1}', "version"],
  ['{"format":"other","version":1,"entries":1}', "This is not a library of Headroom"],
  ["{", "cannot be read"],
])("%s is refused", (line, message) => {
  const read = readLibraryHeader(line);
  expect(read.state === "refused" ? read.message : "").toContain(message);
});

test.each([
  ["{}", 'Line 3 has no "labels" and "result".'],
  [JSON.stringify({ labels: { ...labels, name: " " }, result: realisticResult({ seed: 1 }) }), "name"],
  [JSON.stringify({ labels, result: { format: "x" } }), "not a Headroom result"],
  [
    JSON.stringify({
      labels: { ...labels, tags: ["x".repeat(ENTRY_LIMITS.tagMost + 1)] },
      result: realisticResult({ seed: 1 }),
    }),
    "tags",
  ],
  ['{"labels":', "Line 3 cannot be read"],
])("a broken line is refused by its number: %#", (line, message) => {
  const read = readLibraryLine(line, 2);
  expect(read.state === "refused" ? read.message : "").toContain(message);
});
