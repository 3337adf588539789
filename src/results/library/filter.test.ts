// Search, filters and order over entries.
import { expect, test } from "vitest";
import { realisticResult } from "../fixtures/realistic-result.ts";
import { defaultName, entryOf, type LibraryEntry } from "./entry.ts";
import { choicesOf, filtered, machineOf, noFilter } from "./filter.ts";

function entry(id: string, changes: Partial<LibraryEntry> = {}): LibraryEntry {
  const result = realisticResult({ seed: 3 });
  const labels = {
    name: defaultName(result),
    tags: [],
    pinned: false,
    savedAt: result.createdAt,
    ending: "finished",
  } as const;
  return { ...entryOf(result, { ...labels, tags: [] }, 1_000), id, ...changes };
}

const entries = [
  entry("a", { name: "Before the change", createdAt: "2026-11-20T10:00:00.000Z", tags: ["laptop"] }),
  entry("b", { name: "After it", createdAt: "2026-11-21T10:00:00.000Z", browser: "Firefox 153" }),
  entry("c", { name: "Old", createdAt: "2026-01-02T10:00:00.000Z", pinned: true, workload: "t-maze" }),
];

function ids(filter: Partial<typeof noFilter>): readonly string[] {
  return filtered(entries, { ...noFilter, ...filter }).map(({ id }) => id);
}

test("pinned first, then the newest", () => {
  expect(ids({})).toEqual(["c", "b", "a"]);
});

test("every word of a search must be found, in any field", () => {
  expect(ids({ search: "BEFORE laptop" })).toEqual(["a"]);
  expect(ids({ search: "firefox" })).toEqual(["b"]);
  expect(ids({ search: "before firefox" })).toEqual([]);
});

test("filters narrow by workload, machine, tag and day", () => {
  expect(ids({ workload: "t-maze" })).toEqual(["c"]);
  expect(ids({ machine: machineOf(entries[1]!) })).toEqual(["b"]);
  expect(ids({ tag: "laptop" })).toEqual(["a"]);
  expect(ids({ from: "2026-11-20", to: "2026-11-20" })).toEqual(["a"]);
});

test("choices are what occurs", () => {
  expect(choicesOf(entries, ({ tags }) => tags)).toEqual(["laptop"]);
  expect(choicesOf(entries, ({ workload }) => [workload])).toHaveLength(2);
});

test("entries of a catalogue have a note to search, and no pin", () => {
  const { pinned: _, ending: __, savedAt: ___, ...listed } = entry("a");
  const listing = [
    { ...listed, createdAt: "2026-01-01T00:00:00.000Z", note: "As an interpreter lock has it." },
    { ...listed, id: "b", createdAt: "2026-01-02T00:00:00.000Z" },
  ];
  expect(filtered(listing, noFilter).map(({ id }) => id)).toEqual(["b", "a"]);
  expect(filtered(listing, { ...noFilter, search: "LOCK" }).map(({ id }) => id)).toEqual(["a"]);
});

test("thousands of tags do not make thousands of choices", () => {
  const tags = Array.from({ length: 3_000 }, (_, n) => `tag ${n}`);
  expect(choicesOf([entry("a", { tags })], (of) => of.tags)).toHaveLength(500);
});

test("an entry holds what the list shows, and not the trials", () => {
  const made = entry("d");
  expect(made.agents.length).toBeGreaterThan(0);
  expect(made.trials).toBeGreaterThan(0);
  expect(JSON.stringify(made).length).toBeLessThan(1_000);
});
