// Percentages of what-ifs as people type them: with a comma or a point, and asked where they may mean two things.
import { expect, test } from "vitest";
import { type ChangeKind, claimedChanges } from "../../../../capacity/asked/what-if.ts";
import { typedChange, typedPart } from "./typed-change.ts";

function typed(kind: ChangeKind, text: string): string {
  const read = typedChange(claimedChanges[kind], text);
  return read.state === "read" ? typedPart(read.change) : read.state;
}

test.each([
  ["belief", "30,5-40", "30.5-40"],
  ["belief", "30.5 – 40 %", "30.5-40"],
  ["belief", "12,5", "12.5-12.5"],
  ["belief", "0,125-1,5", "0.125-1.5"],
  ["pooling", "0–33,3%", "0-33.3"],
  ["cache", "35,5-40:5,2", "35.5-40:5.2"],
  ["processes", "12", "12"],
  ["speed", "1,83 – 2,01", "1.83-2.01"],
  ["speed", "3.2", "3.2-3.2"],
] as const)("%s, %s is %s", (kind, text, part) => expect(typed(kind, text)).toBe(part));

test("what may mean two things is asked in the words of every other field", () => {
  expect(typedChange(claimedChanges.belief, "1,234-40")).toEqual({
    state: "ambiguous",
    message: "1,234 may mean 1234, or 1.2340. Type the one that is meant.",
  });
  expect(typed("cache", "35-40:1.234")).toBe("ambiguous");
});

test.each([
  ["belief", ""],
  ["belief", "forty"],
  ["belief", "40-30"],
  ["belief", "30-40+pooling:5"],
  ["speed", "2-1"],
  ["speed", "0"],
  ["processes", "1,5"],
  ["processes", "1,000"],
] as const)("%s, “%s” is not understood", (kind, text) => expect(typed(kind, text)).toBe("not understood"));

test("what a change says of itself is read as itself", () => {
  for (const change of Object.values(claimedChanges))
    expect(typedChange(change, typedPart(change))).toEqual({ state: "read", change });
});
