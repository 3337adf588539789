// A library that version 0.1.0 filled opens with everything in it, and its file is imported.
import { deleteDB } from "idb";
import * as v from "valibot";
import { afterAll, beforeAll, expect, test } from "vitest";
import { theLibrary } from "../../session/sources/library.ts";
import { importLibrary } from "../../session/sources/import-library.ts";
import { fillKeptDatabase, keptDatabase } from "../fixtures/kept-database.ts";
import { differencesFrom, factsOf, figuresOf, keptJson, keptText } from "../fixtures/kept-figures.ts";
import { type Library, openLibrary } from "./library-db.ts";

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

beforeAll(async () => {
  await deleteDB(IMPORTED);
  await fillKeptDatabase();
});

afterAll(async () => {
  (await opened()).close();
  await deleteDB(keptDatabase.name);
});

test("the list holds every entry as it was, and the run in progress as an interrupted one", async () => {
  const entries = await (await opened()).entries();
  const asBefore = entries.map(({ scenario, description, settings, points, samples, findings, ...same }) => {
    expect(scenario).toBe("scaling");
    expect(findings === null).toBe(same.id !== "inprogress");
    expect(description).toContain(settings["workload"]);
    return { ...same, ...settings, agents: points, trials: samples };
  });
  expect(asBefore.filter(({ id }) => id !== "inprogress")).toEqual(keptDatabase.stores.entries);
  expect(entries.find(({ id }) => id === "inprogress")).toMatchObject({
    ending: "interrupted",
    name: "explorer, pool, all-to-all",
    createdAt: "2026-11-24T07:00:00.000Z",
    samples: 9,
  });
});

test("every kept result opens, with its figures, and one of a newer version is refused alone", async () => {
  const library = await opened();
  const refused: string[] = [];
  for (const { id } of keptDatabase.stores.results) {
    const stored = await library.read(id);
    if (stored.state !== "read") {
      refused.push(id);
      continue;
    }
    expect(stored.entry.id).toBe(id);
    const name = recordedNames[id];
    if (name === undefined) continue;
    const recorded = v.parse(
      v.object({ facts: v.unknown(), figures: v.looseObject({}) }),
      keptJson(`figures/${name}.json`),
    );
    // What comparisons make of it is held where they are.
    const { fingerprint: _, metrics: __, cells: ___, ...figures } = recorded.figures;
    const now = { facts: factsOf(stored.result), figures: figuresOf(stored.result) };
    expect(differencesFrom({ facts: recorded.facts, figures }, now)).toEqual([]);
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
