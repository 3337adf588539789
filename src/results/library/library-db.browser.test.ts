// The library's database in a real browser: keeping, labels, deleting with undo, drafts, versions.
import { deleteDB, openDB } from "idb";
import { afterEach, expect, test, vi } from "vitest";
import { realisticResult } from "../fixtures/realistic-result.ts";
import { defaultName, type Labels } from "./entry.ts";
import { findingsText } from "../findings.ts";
import { LIBRARY_DATABASE_VERSION } from "./connection.ts";
import { type Library, openLibrary } from "./library-db.ts";

const NAME = "headroom-test";
const open: Library[] = [];

async function opened(): Promise<Library> {
  const answer = await openLibrary(NAME);
  if (answer.state === "unavailable") throw new Error(answer.message);
  open.push(answer.library);
  return answer.library;
}

afterEach(async () => {
  for (const library of open.splice(0)) library.close();
  await deleteDB(NAME);
});

function labels(name: string): Labels {
  return { name, tags: ["a"], pinned: false, savedAt: "2026-11-22T18:00:00.000Z", ending: "finished" };
}

function numbered(seed: number) {
  return { ...realisticResult({ seed, repeats: 3 }), id: `r${seed}` };
}

test("what is kept is there after the page was left, with its labels", async () => {
  const library = await opened();
  const result = numbered(1);
  expect(await library.keep({ result, labels: labels("one") })).toMatchObject({
    state: "kept",
    entry: { name: "one" },
  });
  library.close();
  const again = await opened();
  expect(await again.read("r1")).toMatchObject({ state: "read", result, entry: { name: "one", tags: ["a"] } });
  expect(await again.entries()).toHaveLength(1);
  expect(await again.read("r2")).toEqual({ state: "missing" });
});

test("labels change without the result, and only of what is there", async () => {
  const library = await opened();
  await library.keep({ result: numbered(1), labels: labels("one") });
  await library.relabel("r1", { name: "other", pinned: true });
  await library.relabel("r9", { name: "ghost" });
  expect(await library.entries()).toMatchObject([{ id: "r1", name: "other", pinned: true, tags: ["a"] }]);
});

test("what is deleted can be put back as it was", async () => {
  const library = await opened();
  for (const seed of [1, 2, 3]) await library.keep({ result: numbered(seed), labels: labels(`n${seed}`) });
  const removed = await library.remove(["r1", "r3", "r9"]);
  expect(removed).toHaveLength(2);
  expect((await library.entries()).map(({ id }) => id)).toEqual(["r2"]);
  await library.putBack(removed);
  expect((await library.entries()).map(({ name }) => name)).toEqual(["n1", "n2", "n3"]);
  expect(await library.read("r3")).toMatchObject({ state: "read", result: numbered(3) });
});

test("a run whose tab was closed is a result afterwards, with every sample it had", async () => {
  const library = await opened();
  const result = numbered(4);
  const half = { ...result, samples: result.samples.slice(0, 5) };
  await library.putDraft(half);
  await library.putDraft({ ...numbered(5), samples: [] });
  const recovered = await library.recover("2026-11-22T19:00:00.000Z");
  expect(recovered).toMatchObject([{ id: "r4", ending: "interrupted", name: defaultName(result), samples: 5 }]);
  expect(await library.recover("2026-11-22T19:00:00.000Z")).toEqual([]);
});

test("a draft that comes late does not replace the kept result", async () => {
  const library = await opened();
  await library.keep({ result: numbered(1), labels: labels("one") });
  await library.putDraft({ ...numbered(1), samples: numbered(1).samples.slice(0, 2) });
  expect(await library.recover("2026-11-22T19:00:00.000Z")).toEqual([]);
  expect(await library.entries()).toMatchObject([{ ending: "finished", samples: numbered(1).samples.length }]);
});

test("a result that was gone on with when its tab was closed has all its samples, and the labels it had", async () => {
  const library = await opened();
  const result = numbered(6);
  const stopped = { ...labels("mine"), pinned: true, ending: "stopped" } as const;
  await library.keep({ result: { ...result, samples: result.samples.slice(0, 2) }, labels: stopped });
  await library.putDraft(result);
  const recovered = await library.recover("2026-11-22T19:00:00.000Z");
  expect(recovered).toMatchObject([
    { id: "r6", name: "mine", tags: ["a"], pinned: true, ending: "interrupted", samples: result.samples.length },
  ]);
});

test("a finished run leaves no draft", async () => {
  const library = await opened();
  await library.putDraft(numbered(1));
  await library.keep({ result: numbered(1), labels: labels("one") });
  expect(await library.recover("2026-11-22T19:00:00.000Z")).toEqual([]);
  expect(await library.entries()).toMatchObject([{ ending: "finished" }]);
});

test("a database of a newer Headroom is left alone, and said so", async () => {
  const newer = await openDB(NAME, LIBRARY_DATABASE_VERSION + 1);
  newer.close();
  const answer = await openLibrary(NAME);
  expect(answer.state === "unavailable" ? answer.message : "").toContain("written by a newer Headroom");
});

test("a database of version 2 opens, and what its results found is worked out afterwards, with the labels of then", async () => {
  const second = await openDB(NAME, 2, {
    upgrade: (db) => {
      for (const store of ["entries", "results", "drafts"]) db.createObjectStore(store, { keyPath: "id" });
    },
  });
  const result = numbered(7);
  await second.put("results", { id: "r7", text: JSON.stringify(result) });
  await second.put("results", { id: "broken", text: "{" });
  for (const id of ["r7", "broken"]) await second.put("entries", { ...labels("old"), id, scenario: "scaling" });
  second.close();
  const library = await opened();
  expect((await library.entries()).map(({ findings }) => findings)).toEqual([null, null]);
  await library.relabel("r7", { name: "renamed" });
  await library.workOut(["r7", "broken", "nothing"]);
  const entries = new Map((await library.entries()).map((entry) => [entry.id, entry]));
  expect([...entries.keys()].sort()).toEqual(["broken", "r7"]);
  expect(entries.get("r7")).toMatchObject({ name: "renamed", findings: findingsText(result) });
  expect(entries.get("broken")?.findings).toBeNull();
});

test("a database of version 1 opens with what is in it, its entries as those of version 3", async () => {
  const first = await openDB(NAME, 1, {
    upgrade: (db) => {
      for (const store of ["entries", "results", "drafts"]) db.createObjectStore(store, { keyPath: "id" });
    },
  });
  const result = numbered(7);
  await first.put("results", { id: "r7", text: JSON.stringify(result) });
  const facts = { workload: "explorer", placement: "pool", topology: "none", pacing: "saturated", agents: [1, 5] };
  await first.put("entries", { ...labels("old"), ...facts, id: "r7", createdAt: result.createdAt, trials: 4 });
  await first.put("entries", { id: "bare" });
  first.close();
  const library = await opened();
  const { workload, placement, topology, pacing } = facts;
  expect(await library.read("r7")).toMatchObject({
    state: "read",
    result,
    entry: {
      name: "old",
      scenario: "scaling",
      settings: { workload, placement, topology, pacing },
      points: [1, 5],
      samples: 4,
    },
  });
  expect(await library.entries()).toHaveLength(2);
});

test("a library that the browser closed opens again with the next use", async () => {
  const library = await opened();
  await library.keep({ result: numbered(1), labels: labels("one") });
  // Deleting asks every open connection to close.
  await deleteDB(NAME);
  expect(await library.keep({ result: numbered(2), labels: labels("two") })).toMatchObject({ state: "kept" });
  await deleteDB(NAME);
  await library.putDraft(numbered(3));
  expect(await library.entries()).toEqual([]);
  await deleteDB(NAME);
  expect(await library.read("r2")).toEqual({ state: "missing" });
});

test("a connection that closes without a word is noticed by its next use", async () => {
  const library = await opened();
  await library.keep({ result: numbered(1), labels: labels("one") });
  const closed = (): never => {
    throw new DOMException("The database connection is closing.", "InvalidStateError");
  };
  const transaction = vi.spyOn(IDBDatabase.prototype, "transaction");
  transaction.mockImplementationOnce(closed);
  expect(await library.entries()).toMatchObject([{ name: "one" }]);
  transaction.mockImplementation(closed);
  await expect(library.entries()).rejects.toThrow("The browser closed the library's database. Try again");
  transaction.mockRestore();
  expect(await library.entries()).toMatchObject([{ name: "one" }]);
});

test("a newer Headroom that takes the library over is told, and is not held up", async () => {
  const library = await opened();
  const newer = await openDB(NAME, LIBRARY_DATABASE_VERSION + 1);
  newer.close();
  await expect(library.entries()).rejects.toThrow("written by a newer Headroom");
  expect(await library.keep({ result: numbered(1), labels: labels("one") })).toMatchObject({ state: "refused" });
});

test("a browser that lets nothing be kept is told, and asked again the next time", async () => {
  const open = vi.spyOn(IDBFactory.prototype, "open").mockImplementation(() => {
    throw new DOMException("denied", "SecurityError");
  });
  const answer = await openLibrary(NAME);
  expect(answer.state === "unavailable" ? answer.message : "").toContain("does not let this page keep anything");
  open.mockRestore();
  expect(await (await opened()).entries()).toEqual([]);
});
