// Reading an index: every version stays readable, and whatever else it holds is refused in words.
import fc from "fast-check";
import * as v from "valibot";
import { expect, test } from "vitest";
import { catalogueVersionOneText } from "../fixtures/files.ts";
import {
  CATALOGUE_FORMAT,
  CATALOGUE_LIMITS,
  CATALOGUE_VERSION,
  isCatalogueFile,
  readCatalogueIndex,
} from "./catalogue-index.ts";

const read = readCatalogueIndex(catalogueVersionOneText);
if (read.state === "refused") throw new Error(read.message);
/** What is read is what the newest version holds. */
const newest = { format: CATALOGUE_FORMAT, version: CATALOGUE_VERSION, ...read.index };
const [first] = newest.results;
const versionOne = v.parse(
  v.looseObject({ results: v.array(v.record(v.string(), v.unknown())) }),
  JSON.parse(catalogueVersionOneText),
);

function messageOf(index: unknown): string {
  const answer = readCatalogueIndex(JSON.stringify(index));
  return answer.state === "refused" ? answer.message : "";
}

function withFirst(change: Readonly<Record<string, unknown>>): unknown {
  return { ...newest, results: [{ ...first, ...change }] };
}

/** The same of version 1. */
function withOldFirst(change: Readonly<Record<string, unknown>>): unknown {
  return { ...versionOne, results: [{ ...versionOne.results[0], ...change }] };
}

test("an index of version 1 reads with the same facts under the names of version 2", () => {
  const [was = {}] = versionOne.results;
  const { workload, placement, topology, pacing, agents, trials, ...same } = was;
  expect(first).toEqual({
    ...same,
    scenario: "scaling",
    description: "explorer · pool · all-to-all · saturated",
    settings: { workload, placement, topology, pacing },
    points: agents,
    samples: trials,
    findings: null,
  });
});

test("an index of version 3 reads as it was written", () => {
  expect(readCatalogueIndex(JSON.stringify(newest))).toEqual({ state: "read", index: read.index });
});

test("version 1 is checked by its own fields", () => {
  expect(messageOf(withOldFirst({ trials: "many" }))).toContain("results[0].trials is");
  expect(messageOf(withOldFirst({ workload: undefined }))).toContain("results[0].workload is missing");
  expect(messageOf(withOldFirst({ file: "../a.json" }))).toContain("results[0].file: a file is a plain name");
});

test("a note and tags may be missing", () => {
  expect(messageOf(withFirst({ note: undefined, tags: undefined }))).toBe("");
});

test("a newer version is refused in plain words, and another format is named", () => {
  expect(messageOf({ ...newest, version: 4 })).toBe(
    "This catalogue was made by a newer Headroom (catalogue version 4; this one reads up to 3). Reload the page to get the newest Headroom, then open it again.",
  );
  for (const version of [0, -1, 1.5, "1", null, undefined, "__proto__"]) {
    expect(messageOf({ ...newest, version })).toContain('"version"');
  }
  for (const other of [null, [], 1, {}, { format: "headroom-result", version: 1 }]) {
    expect(messageOf(other)).toContain("This is not a catalogue of Headroom");
  }
});

test.each([
  "../a.json",
  "a/b.json",
  "/a.json",
  "https://h/a.json",
  "a..json",
  "a.json?x",
  "index.json",
  ".a.json",
  "a.txt",
  "a%2f.json",
  "a,b.json",
  "",
  `${"a".repeat(100)}.json`,
])("the file name %j is refused", (file) => {
  expect(isCatalogueFile(file)).toBe(false);
  expect(messageOf(withFirst({ file }))).toContain("results[0].file: a file is a plain name");
});

test("a message names the field and the way out", () => {
  expect(messageOf(withFirst({ samples: "many" }))).toContain("results[0].samples is");
  expect(messageOf(withFirst({ settings: { workload: 5 } }))).toContain("results[0].settings.workload is");
  const many = Array.from({ length: 21 }, (_, n) => [`s${n}`, "x"] as const);
  expect(messageOf(withFirst({ settings: Object.fromEntries(many) }))).toContain("at most 20 settings");
  expect(messageOf(withFirst({ points: [-1] }))).toContain("results[0].points[0]");
  expect(messageOf(withFirst({ name: "" }))).toContain("results[0].name");
  expect(messageOf(withFirst({ name: "a\u202Eb" }))).toContain("results[0].name: a text holds control characters.");
  expect(messageOf(withFirst({ bytes: 5_000_001 }))).toContain("results[0].bytes");
  expect(messageOf({ ...newest, title: undefined })).toContain("title is missing. Whoever runs it");
});

test("the same file or result twice is refused by name", () => {
  expect(messageOf({ ...newest, results: [first, first] })).toContain('have the file "first-run.json"');
  expect(messageOf({ ...newest, results: [first, { ...first, file: "b.json" }] })).toContain(
    'have the id "476757d90a9b"',
  );
});

test("too many entries, too long texts and too deep ones are refused", () => {
  const results = Array.from({ length: CATALOGUE_LIMITS.entriesMost + 1 }, (_, n) => n);
  expect(messageOf({ ...newest, results })).toContain("at most 1000");
  expect(messageOf(withFirst({ note: "x".repeat(401) }))).toContain("results[0].note");
  expect(readCatalogueIndex(" ".repeat(2_000_001)).state).toBe("refused");
  expect(messageOf(withFirst({ note: [[[[[[[[1]]]]]]]] }))).toContain("nests deeper");
});

test("no text at all makes the reader throw", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(readCatalogueIndex(text).state).toBe("refused");
    }),
  );
});

test("any value in any field is read or refused, never thrown", () => {
  const keys = Object.keys(first!);
  fc.assert(
    fc.property(fc.constantFrom(...keys), fc.jsonValue(), (key, value) => {
      const answer = readCatalogueIndex(JSON.stringify(withFirst({ [key]: value })));
      if (answer.state === "refused") expect(answer.message).toMatch(/results\[0\]|nests deeper/);
    }),
  );
});

test("every accepted file name stays in its folder on any site", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\w./:%?#\\-]{1,20}\.json$/), (file) => {
      fc.pre(isCatalogueFile(file));
      expect(new URL(file, "https://h.example/c/index.json").href).toBe(`https://h.example/c/${file}`);
    }),
  );
});
