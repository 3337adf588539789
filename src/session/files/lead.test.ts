// Every kind of file leads to one place from every page.
import fc from "fast-check";
import { expect, test } from "vitest";
import { showsCurves, type FileKind, givenTo, leadOf } from "./lead.ts";

test.each([
  ["one result is shown", ["result"], "other", 0, "show"],
  ["two results are compared", ["result", "result"], "other", 0, "compare"],
  ["one result joins what is ticked", ["result"], "comparing", 1, "compare"],
  ["one file of another tool waits for a second", ["foreign"], "other", 0, "wait"],
  ["two of them are compared", ["foreign", "foreign"], "other", 0, "compare"],
  ["a result and a file of another tool are compared", ["result", "foreign"], "other", 0, "compare"],
  ["curves are drawn", ["references", "references"], "other", 0, "draw"],
  ["two curves are compared where results are compared", ["references", "references"], "comparing", 0, "compare"],
  ["one curve alone is drawn from there too", ["references"], "comparing", 0, "draw"],
  ["a curve beside a result is drawn under it", ["result", "references"], "other", 0, "show"],
  ["a curve is planned from where plans are made", ["references"], "planner", 0, "plan"],
  ["a result is planned from there", ["result", "result"], "planner", 0, "plan"],
  ["demand leads to the planner from anywhere", ["demand"], "comparing", 2, "plan"],
  ["a library is taken in", ["library"], "planner", 0, "library"],
  ["a library beside a result leaves the page to the result", ["library", "result"], "other", 0, "show"],
  ["what nobody knows leads nowhere", ["refused", "refused"], "comparing", 5, "nowhere"],
] as const)("%s", (_, kinds, to, waiting, lead) => {
  expect(leadOf(kinds, to, waiting)).toBe(lead);
});

test("refused files never change where the others lead", () => {
  const kind = fc.constantFrom<FileKind>("library", "result", "references", "foreign", "demand", "refused");
  const to = fc.constantFrom("planner", "comparing", "other");
  fc.assert(
    fc.property(fc.array(kind, { maxLength: 8 }), to, fc.nat(6), (kinds, page, waiting) => {
      const understood = kinds.filter((one) => one !== "refused");
      expect(leadOf(kinds, page, waiting)).toBe(leadOf(understood, page, waiting));
      expect(leadOf(kinds, page, waiting) === "nowhere").toBe(understood.length === 0);
    }),
  );
});

test("a page is known by its address", () => {
  expect(
    ["/capacity/plan", "/results", "/compare/k.a,k.b", "/compare", "/results/abc", "/", "/capacity"].map(givenTo),
  ).toEqual(["planner", "comparing", "comparing", "comparing", "other", "other", "other"]);
  expect(["/", "/r/3.abc", "/results/abc", "/catalogue/a.json"].every(showsCurves)).toBe(true);
  expect(["/results", "/capacity", "/catalogue", "/compare/a", "/results/abc/trend"].some(showsCurves)).toBe(false);
});
