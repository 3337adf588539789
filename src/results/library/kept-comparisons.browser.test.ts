// Every address of a comparison judges as in version 0.1.0, from a library and a catalogue of that time.
import { QueryClient } from "@tanstack/react-query";
import { deleteDB } from "idb";
import * as v from "valibot";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { theLibrary } from "../../session/sources/library.ts";
import { parseSearch } from "../../session/address/search-text.ts";
import { type Compared, sideOf, sidesOf } from "../../comparison/compared.ts";
import { flawThat } from "../../comparison/flaws.ts";
import { judge } from "../../comparison/judgement.ts";
import { answer } from "../../comparison/question.ts";
import { readQuestion } from "../../pages/results/compare/compare-question.ts";
import { toComparisonJson } from "../../comparison/comparison-json.ts";
import type { JudgedComparison } from "../../regression/comparison.ts";
import { toVerdictMarkdown } from "../../comparison/verdict-markdown.ts";
import { fillKeptDatabase, keptDatabase } from "../fixtures/kept-database.ts";
import { keptTable, todaysTable } from "../fixtures/kept-verdicts.ts";
import { differencesFrom, keptJson, keptText } from "../fixtures/kept-figures.ts";

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
  await fillKeptDatabase();
  vi.stubGlobal("fetch", served);
});

afterAll(async () => {
  vi.unstubAllGlobals();
  const answer = await theLibrary();
  if (answer.state === "open") answer.library.close();
  await deleteDB(keptDatabase.name);
});

function idOf(one: Compared): string {
  switch (one.kind) {
    case "result":
      return one.result.id;
    case "reference":
      return one.series.id;
    case "file":
      return one.name;
  }
}

/** The table of a comparison as rows in the form of kept ones. */
function tableOf(comparison: JudgedComparison) {
  const report: unknown = JSON.parse(toComparisonJson(comparison, { code: 0, reason: "" }));
  return todaysTable(toVerdictMarkdown(comparison), report);
}

/** What a comparison's address shows, as plain JSON. */
async function shown(address: string): Promise<Readonly<Record<string, unknown>>> {
  const [sources = "", query = ""] = address.slice("#/compare/".length).split("?");
  const search = parseSearch(`?${query}`);
  const read = await readQuestion(sources, search, new QueryClient());
  if (read.state === "refused") return { state: "refused" };
  const { results, problems } = read.question;
  const judgement = answer(read.question, sidesOf(results), search);
  if (judgement === null) return { state: "nothing to judge" };
  const { baselines, current, again, question } = judgement;
  // Version 0.1.0 refused another configuration, as a gate does today; on the page it is the question now.
  const [placed] = sidesOf(baselines);
  const comparison =
    question.length === 0 || placed === undefined
      ? judgement.comparison
      : judge({ baselines: [placed], current: sideOf(current, 2), calibration: null, declaredFloor: null }).comparison;
  const isRefused = flawThat(judgement.flaws, "refused") !== null;
  const isDoubtful = flawThat(judgement.flaws, "doubtful") !== null;
  return {
    state: "read",
    results: results.map((one) => [one.kind, one.name, idOf(one)]),
    baselines: baselines.map(idOf),
    current: idOf(current),
    mistake: isRefused ? "refuses" : isDoubtful ? "mentions" : null,
    table: isRefused ? null : tableOf(comparison),
    again: again === null ? null : tableOf(again),
    isCalibrated: judgement.calibrationText !== null && comparison.calibrationDifferences.length === 0,
    leftOut: problems.length + judgement.problems.length,
  };
}

/** Kept tables as rows, so that signs and words of then and now can be held against each other. */
function withTables(shows: Readonly<Record<string, unknown>>): unknown {
  const entries = Object.entries(shows).map(([name, value]) => [
    name,
    ["table", "again"].includes(name) && typeof value === "string" ? keptTable(value) : value,
  ]);
  return Object.fromEntries(entries);
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
  const now = await shown(address);
  expect(differencesFrom(withTables(recorded), now)).toEqual([]);
});
