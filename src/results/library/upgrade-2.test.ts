// What version 2 of the library listed is listed on, with its findings to be worked out; version 1 goes the same way.
import fc from "fast-check";
import * as v from "valibot";
import { expect, test } from "vitest";
import entriesThree from "../fixtures/library/entries-3.json" with { type: "json" };
import entriesTwo from "../fixtures/library/entries-2.json" with { type: "json" };
import { keptJson, keptText } from "../fixtures/kept-figures.ts";
import { findingsOf, readFindings } from "../findings.ts";
import { readResult } from "../format/read-result.ts";
import { factsOf, labelsSchema } from "./entry.ts";
import { upgradeEntryOne } from "./upgrade-1.ts";
import { upgradeEntryTwo } from "./upgrade-2.ts";

test.each(entriesTwo)("the recorded entry of $file stays as it was", ({ entry }) => {
  expect(upgradeEntryTwo(entry)).toEqual({ ...entry, findings: null });
});

test.each(entriesThree)("the entry of version 3 of $file is what is recorded", ({ file, entry }) => {
  const read = readResult(keptJson(`results/${file}`, "kept-2"));
  if (read.state === "refused") throw new Error(read.message);
  const characters = JSON.stringify(JSON.parse(keptText(`results/${file}`, "kept-2"))).length;
  const rest = { ...v.parse(labelsSchema, entry), ...factsOf(read.result, characters) };
  const { findings: recorded, ...restRecorded } = entry;
  expect(rest).toEqual(restRecorded);
  // Where results come to other words, the revision rises, and kept entries are worked out again.
  if (readFindings(recorded) !== null) expect(findingsOf(read.result)).toEqual(readFindings(recorded));
});

test("an entry of version 1 becomes one of version 3", () => {
  const one = { id: "a", name: "old", workload: "explorer", agents: [1, 5], trials: 4 };
  expect(upgradeEntryTwo(upgradeEntryOne(one))).toMatchObject({
    id: "a",
    name: "old",
    scenario: "scaling",
    points: [1, 5],
    samples: 4,
    findings: null,
  });
});

test("whatever is stored, nothing is thrown, and what has an id is an entry", () => {
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), fc.record({ id: fc.string(), points: fc.jsonValue() })), (stored) => {
      const hasId = v.is(v.object({ id: v.string() }), stored);
      expect(upgradeEntryTwo(stored) !== null).toBe(hasId);
    }),
  );
});
