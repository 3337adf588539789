// Search, filters and order over entries.
import { expect, test } from "vitest";
import { realisticResult, realisticSingleAgent } from "../fixtures/realistic-result.ts";
import type { Result } from "../format/result.ts";
import { defaultName, FACT_LIMITS, factsOf, type LibraryEntry } from "./entry.ts";
import { activeFilters, choicesOf, filtered, machineOf, noFilter, settingChoices } from "./filter.ts";

function entry(
  id: string,
  changes: Partial<LibraryEntry> = {},
  result: Result = realisticResult({ seed: 3 }),
): LibraryEntry {
  const labels = {
    name: defaultName(result),
    tags: [],
    pinned: false,
    savedAt: result.createdAt,
    ending: "finished",
  } as const;
  return { ...labels, tags: [], ...factsOf(result, 1_000), findings: null, id, ...changes };
}

const entries = [
  entry("a", { name: "Before the change", createdAt: "2026-11-20T10:00:00.000Z", tags: ["laptop"] }),
  entry("b", { name: "After it", createdAt: "2026-11-21T10:00:00.000Z", browser: "Firefox 153" }),
  entry("c", {
    name: "Old",
    createdAt: "2026-01-02T10:00:00.000Z",
    pinned: true,
    settings: { workload: "t-maze", placement: "pool" },
  }),
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

test("filters narrow by scenario, settings, machine, tag and day", () => {
  expect(ids({ settings: { workload: "t-maze" } })).toEqual(["c"]);
  expect(ids({ settings: { workload: "explorer", placement: "" } })).toEqual(["b", "a"]);
  expect(ids({ settings: { workload: "explorer", colour: "red" } })).toEqual([]);
  expect(ids({ scenario: "single-agent" })).toEqual([]);
  expect(ids({ scenario: "scaling" })).toHaveLength(3);
  expect(ids({ machine: machineOf(entries[1]!) })).toEqual(["b"]);
  expect(ids({ tag: "laptop" })).toEqual(["a"]);
  expect(ids({ from: "2026-11-20", to: "2026-11-20" })).toEqual(["a"]);
});

test("filters are counted where they narrow, and the search is none", () => {
  expect(activeFilters(noFilter)).toBe(0);
  expect(activeFilters({ ...noFilter, search: "laptop", settings: { workload: "" } })).toBe(0);
  const settings = { workload: "t-maze", placement: "pool" };
  expect(activeFilters({ ...noFilter, settings, tag: "laptop", from: "2026-11-20" })).toBe(4);
});

test("choices are what occurs", () => {
  expect(choicesOf(entries, ({ tags }) => tags)).toEqual(["laptop"]);
  expect(choicesOf(entries, ({ scenario }) => scenario)).toEqual(["scaling"]);
});

test("settings by which entries differ are offered under the names that forms give them", () => {
  const single = entry("s", {}, realisticSingleAgent({ seed: 1 }));
  const offered = settingChoices([entry("a"), entry("c", { settings: { workload: "t-maze" } }), single]);
  expect(offered.find(({ parameter }) => parameter === "workload")).toEqual({
    parameter: "workload",
    label: "Workload",
    choices: ["explorer", "t-maze"],
  });
  expect(offered.find(({ parameter }) => parameter === "placement")?.choices).toEqual(["pool"]);
  expect(settingChoices([entry("a"), entry("b")])).toEqual([]);
});

test("thousands of strange settings do not make thousands of filters", () => {
  const strange = Array.from({ length: 500 }, (_, n) => entry(`e${n}`, { settings: { [`s${n}`]: "x", a: "y" } }));
  expect(settingChoices(strange).length).toBeLessThanOrEqual(12);
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

test("an entry holds what the list shows, and not the samples", () => {
  const made = entry("d");
  expect(made).toMatchObject({
    scenario: "scaling",
    description: "explorer 10×10, length 2 · pool · all-to-all · saturated",
    points: [1, 5, 10, 15, 20, 30, 50],
    samples: 152,
  });
  expect(made.settings).toEqual({
    workload: "explorer",
    grid: "10",
    length: "2",
    placement: "pool",
    topology: "all-to-all",
    transport: "shared-memory",
    pacing: "saturated",
  });
  expect(JSON.stringify(made).length).toBeLessThan(1_000);
});

test("facts of a scenario that nobody knows are its texts, cut to what a list shows", () => {
  const many = Array.from({ length: 40 }, (_, n) => [`s${n}`, "x".repeat(200)] as const);
  const samples = Array.from({ length: 200 }, (_, at) => ({
    series: "row",
    at,
    repeat: 0,
    attempt: 0,
    state: "valid" as const,
    figures: {},
  }));
  const scenario = { kind: "cache", version: 1 };
  const result = { ...realisticResult({ seed: 1 }), scenario, settings: Object.fromEntries(many), samples };
  const facts = factsOf(result, 1);
  expect(facts.scenario).toBe("cache");
  expect(Object.keys(facts.settings)).toHaveLength(FACT_LIMITS.settingsMost);
  expect(facts.points).toHaveLength(FACT_LIMITS.pointsMost);
  expect(facts.description).toHaveLength(FACT_LIMITS.descriptionMost);
  expect(factsOf({ ...result, settings: { a: "", b: 5, c: "  " } }, 1).settings).toEqual({});
});
