// Making an index: what a person wrote stays, the facts come from the files, and a bad file is named.
import { expect, test } from "vitest";
import { realisticResult } from "../fixtures/realistic-result.ts";
import { readCatalogueIndex } from "./catalogue-index.ts";
import { makeIndex } from "./make-index.ts";
import { readListedResult } from "./listed-result.ts";

const text = (id: string): string => JSON.stringify({ ...realisticResult({ seed: 5, repeats: 1 }), id });
const files = [
  { file: "b.json", text: text("two") },
  { file: "a.json", text: text("one") },
];

test("an index holds the facts of every file, by name, and reads back", () => {
  const made = makeIndex(files, null);
  if (made.state === "refused") throw new Error(made.message);
  expect(made.index.results.map(({ file, id }) => [file, id])).toEqual([
    ["a.json", "one"],
    ["b.json", "two"],
  ]);
  expect(readCatalogueIndex(made.text)).toEqual({ state: "read", index: made.index });
  expect(made.index.results[0]?.bytes).toBe(new TextEncoder().encode(files[1]!.text).byteLength);
});

test("names, notes, tags and the title are kept, and the same folder gives the same text", () => {
  const made = makeIndex(files, null, "Ours");
  if (made.state === "refused") throw new Error(made.message);
  const note = "With [1,\u00A0 2] as it is.";
  const results = made.index.results.map((entry) => ({ ...entry, name: "Named", note, tags: ["x"] }));
  const again = makeIndex(files, { title: "Ours", results });
  if (again.state === "refused") throw new Error(again.message);
  expect(again.index.title).toBe("Ours");
  expect(again.index.results[1]).toMatchObject({ name: "Named", note, tags: ["x"] });
  expect(makeIndex(files, again.index)).toEqual(again);
});

test("a file that cannot be in it is named", () => {
  const messageOf = (file: string, content: string): string => {
    const made = makeIndex([...files, { file, text: content }], null);
    return made.state === "refused" ? made.message : "";
  };
  expect(messageOf("c.json", "{")).toContain("c.json: This file cannot be read: it is not valid JSON");
  expect(messageOf("c.json", "{}")).toContain("c.json: This is not a Headroom result");
  expect(messageOf("my run.json", text("three"))).toContain("my run.json: the name must begin");
  expect(messageOf("c.json", text("one"))).toContain("c.json: it holds the same result as a.json (one).");
});

test("a file that holds another result than its entry tells is refused", () => {
  const made = makeIndex(files, null);
  if (made.state === "refused") throw new Error(made.message);
  const entry = made.index.results[0]!;
  expect(readListedResult(entry, text("one")).state).toBe("read");
  expect(readListedResult(entry, text("two"))).toMatchObject({ state: "refused" });
});
