// A library that version 0.1.0 filled opens with everything in it, its file is imported, and every address of a comparison judges as before.
import { QueryClient } from "@tanstack/react-query";
import { deleteDB, openDB } from "idb";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import * as v from "valibot";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { theLibrary } from "../../session/sources/library.ts";
import { parseSearch, type SearchText } from "../../session/address/search-text.ts";
import { type CompareQuestion, mistakeOf, readQuestion } from "../../pages/results/compare/compare-question.ts";
import type { Compared } from "../../comparison/compared.ts";
import { type Judgement, useJudgement } from "../../pages/results/compare/judgement.ts";
import { importLibrary } from "../../pages/results/library-files.ts";
import { differencesFrom, factsOf, figuresOf, keptJson, keptText } from "../fixtures/kept-figures.ts";
import { toVerdictMarkdown } from "../../comparison/verdict-table.ts";
import { type Library, openLibrary } from "./library-db.ts";

/** The database holds each result and draft as text: `JSON.stringify` of what is kept here. */
const storedResults = v.array(v.object({ id: v.string(), result: v.unknown() }));
const kept = v.parse(
  v.object({
    name: v.string(),
    version: v.number(),
    keyPath: v.string(),
    stores: v.object({
      entries: v.array(v.looseObject({ id: v.string() })),
      results: storedResults,
      drafts: storedResults,
    }),
  }),
  keptJson("library-database.json"),
);
const IMPORTED = "headroom-kept-import";

/** Kept results whose figures are recorded, by id. */
const recordedNames: Readonly<Record<string, string>> = {
  a: "one-agent-alone",
  "-_-strange-_-": "strange-text",
  keptnothing: "nothing-valid",
};

async function opened(): Promise<Library> {
  const answer = await theLibrary();
  if (answer.state === "unavailable") throw new Error(answer.message);
  return answer.library;
}

const plainFetch = globalThis.fetch;

/** The catalogue and references beside the app, with the index of that time. */
function served(input: RequestInfo | URL, options?: RequestInit): Promise<Response> {
  const { pathname } = new URL(input instanceof Request ? input.url : input);
  if (pathname.endsWith("/catalogue/index.json"))
    return Promise.resolve(new Response(keptText("catalogue-index.json")));
  const file = /\/(?:catalogue|reference)\/[\w.-]+$/.exec(pathname)?.[0];
  return plainFetch(file ?? input, options);
}

beforeAll(async () => {
  await deleteDB(kept.name);
  await deleteDB(IMPORTED);
  const { entries, results, drafts } = kept.stores;
  const database = await openDB(kept.name, kept.version, {
    upgrade: (db) => {
      for (const store of Object.keys(kept.stores)) db.createObjectStore(store, { keyPath: kept.keyPath });
    },
  });
  for (const entry of entries) await database.put("entries", entry);
  for (const { id, result } of results) await database.put("results", { id, text: JSON.stringify(result) });
  for (const { id, result } of drafts) await database.put("drafts", { id, text: JSON.stringify(result) });
  database.close();
  vi.stubGlobal("fetch", served);
});

afterAll(async () => {
  vi.unstubAllGlobals();
  (await opened()).close();
  await deleteDB(kept.name);
});

test("the list holds every entry as it was, and the run in progress as an interrupted one", async () => {
  const entries = await (await opened()).entries();
  expect(entries.filter(({ id }) => id !== "inprogress")).toEqual(kept.stores.entries);
  expect(entries.find(({ id }) => id === "inprogress")).toMatchObject({
    ending: "interrupted",
    name: "explorer, pool, all-to-all",
    createdAt: "2026-11-24T07:00:00.000Z",
    trials: 9,
  });
});

test("every kept result opens, with its figures, and one of a newer version is refused alone", async () => {
  const library = await opened();
  const refused: string[] = [];
  for (const { id } of kept.stores.results) {
    const stored = await library.read(id);
    if (stored.state !== "read") {
      refused.push(id);
      continue;
    }
    expect(stored.entry.id).toBe(id);
    const name = recordedNames[id];
    if (name === undefined) continue;
    const recorded = v.parse(v.object({ facts: v.unknown(), figures: v.unknown() }), keptJson(`figures/${name}.json`));
    const now = { facts: factsOf(stored.result), figures: figuresOf(stored.result) };
    expect(differencesFrom(recorded, now)).toEqual([]);
  }
  expect(refused).toEqual(["newer"]);
});

test("a library file is imported: all but its broken line, with its labels", async () => {
  const answer = await openLibrary(IMPORTED);
  if (answer.state === "unavailable") throw new Error(answer.message);
  const text = keptText("library.ndjson");
  const report = await importLibrary(answer.library, new File([text], "library.ndjson"), new Set(["again-1"]));
  expect(report).toMatchObject({ taken: 3, known: 1 });
  expect(report.problems).toHaveLength(1);
  const labelled = v.object({ labels: v.looseObject({}), result: v.object({ id: v.string() }) });
  const entries = new Map((await answer.library.entries()).map((entry) => [entry.id, entry]));
  expect([...entries.keys()].sort()).toEqual(Object.keys(recordedNames).sort());
  for (const line of text.trimEnd().split("\n").slice(1)) {
    const { labels, result } = v.parse(labelled, JSON.parse(line));
    const entry = entries.get(result.id);
    if (entry !== undefined) expect(entry).toMatchObject({ ...labels, ending: "imported" });
  }
  answer.library.close();
  await deleteDB(IMPORTED);
});

interface ProbeProps {
  readonly question: CompareQuestion;
  readonly search: SearchText;
  readonly onJudged: (judgement: Judgement | null) => void;
}

function Probe({ question, search, onJudged }: ProbeProps): null {
  onJudged(useJudgement(question, search));
  return null;
}

/** The page's own judgement of a question. */
function judgementOf(question: CompareQuestion, search: SearchText): Judgement | null {
  const judged: (Judgement | null)[] = [];
  renderToStaticMarkup(createElement(Probe, { question, search, onJudged: (judgement) => judged.push(judgement) }));
  return judged[0] ?? null;
}

function idOf(one: Compared): string {
  return one.kind === "result" ? one.result.id : one.series.id;
}

/** What a comparison's address shows, as plain JSON. */
async function shown(address: string): Promise<unknown> {
  const [sources = "", query = ""] = address.slice("#/compare/".length).split("?");
  const search = parseSearch(`?${query}`);
  const read = await readQuestion(sources, search, new QueryClient());
  if (read.state === "refused") return { state: "refused" };
  const { results, problems } = read.question;
  const judgement = judgementOf(read.question, search);
  if (judgement === null) return { state: "nothing to judge" };
  const { baselines, current, comparison, again } = judgement;
  const mistake = mistakeOf(judgement, results);
  return {
    state: "read",
    results: results.map((one) => [one.kind, one.name, idOf(one)]),
    baselines: baselines.map(idOf),
    current: idOf(current),
    mistake: mistake === null ? null : mistake.refuses ? "refuses" : "mentions",
    table: mistake?.refuses === true ? null : toVerdictMarkdown(comparison),
    again: again === null ? null : toVerdictMarkdown(again),
    isCalibrated: judgement.calibrationText !== null && comparison.calibrationDifferences.length === 0,
    leftOut: problems.length + judgement.problems.length,
  };
}

const { compare } = v.parse(
  v.object({
    compare: v.array(
      v.object({
        address: v.string(),
        /** The table stands here in full, or as the name of the case of `npm run regress` that prints the same one. */
        shows: v.looseObject({ table: v.optional(v.nullable(v.string())) }),
      }),
    ),
  }),
  keptJson("addresses.json"),
);
const commands = v.parse(v.array(v.object({ name: v.string(), markdown: v.string() })), keptJson("regress.json"));

test.each(compare)("comparison %#: the address judges the same results alike", async ({ address, shows }) => {
  const table = commands.find(({ name }) => name === shows.table)?.markdown ?? shows.table;
  const recorded = table === undefined ? shows : { ...shows, table };
  expect(differencesFrom(recorded, await shown(address))).toEqual([]);
});
