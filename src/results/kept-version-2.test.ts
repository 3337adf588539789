// What was kept in result version 2 and link version 3 opens with the same figures, of scenarios that are known and of one that is not.
import * as v from "valibot";
import { expect, test } from "vitest";
import { readCatalogueIndex } from "./catalogue/catalogue-index.ts";
import { readListedResult } from "./catalogue/listed-result.ts";
import { deriveResult } from "./derive.ts";
import { toCsv } from "./export-table.ts";
import { differencesFrom, factsOf, keptJson, keptText } from "./fixtures/kept-figures.ts";
import { recordedColumns, tableOf } from "./fixtures/kept-tables.ts";
import { catalogueText } from "./fixtures/kept-results.ts";
import { seededRandom } from "./fixtures/realistic-result.ts";
import type { Result } from "./format/result.ts";
import { readLibraryHeader, readLibraryLine } from "./library/library-file.ts";
import { decodeLink } from "./link/result-link.ts";
import { openFile } from "./open-file.ts";
import { resultTable } from "./result-table.ts";

const links = v.parse(v.record(v.string(), v.string()), keptJson("links.json", "kept-2"));
const recordedSchema = v.object({ facts: v.unknown(), derived: v.unknown(), csv: v.array(v.string()) });
const figures = v.parse(v.record(v.string(), recordedSchema), keptJson("figures.json", "kept-2"));
const names = Object.keys(links);

function opened(name: string): Result {
  const file = openFile(`${name}.json`, keptText(`results/${name}.json`, "kept-2"));
  if (file.state !== "result") throw new Error(`${name}: ${file.state === "refused" ? file.message : file.state}`);
  return file.result;
}

test.each(names)("the file %s opens with the same figures", (name) => {
  const result = opened(name);
  const { drift, rejected, warmupBlocks, missing } = deriveResult(result);
  const { facts, derived, csv } = figures[name] ?? expect.fail("nothing is recorded of it");
  expect(differencesFrom(facts, factsOf(result))).toEqual([]);
  expect(differencesFrom(derived, { drift, rejected, warmupBlocks, missing })).toEqual([]);
  const recorded = csv.join("\r\n");
  const now = recordedColumns(toCsv(resultTable(result)), recorded);
  // Since then one agent, paced rows and useless runs have another status or none, and the interval of core-normalised holds that of C.
  const changed = /\.status:|\.core-normalised (?:low|high) /;
  expect(differencesFrom(tableOf(recorded), now).filter((line) => !changed.test(line))).toEqual([]);
});

test.each(names)("the file %s and its link hold the same, and nothing is lost", async (name) => {
  const result = opened(name);
  expect(result).toStrictEqual(keptJson(`results/${name}.json`, "kept-2"));
  expect(await decodeLink(links[name] ?? "")).toEqual({ state: "read", result });
});

test("a library file with them opens", () => {
  const [header = "", ...lines] = keptText("library.ndjson", "kept-2").trimEnd().split("\n");
  expect(readLibraryHeader(header)).toEqual({ state: "read", entries: 2 });
  const read = lines.map((line, n) => readLibraryLine(line, n + 1));
  const results = read.map((line) => (line.state === "read" ? line.item.result : line.message));
  expect(results).toEqual([opened("single-agent"), opened("unknown-scenario")]);
});

test("an index of version 2 opens, and each of its files holds what it lists", () => {
  const read = readCatalogueIndex(keptText("catalogue-index.json", "kept-2"));
  if (read.state === "refused") throw new Error(read.message);
  const { title, results } = read.index;
  expect(results.map(({ findings }) => findings)).toEqual(results.map(() => null));
  expect(keptJson("catalogue-index.json", "kept-2")).toEqual({
    format: "headroom-catalogue",
    version: 2,
    title,
    results: results.map((entry) => ({ ...entry, findings: undefined })),
  });
  for (const entry of read.index.results) {
    expect(readListedResult(entry, catalogueText(entry.file)).state).toBe("read");
  }
});

/** One to four changes of a few characters each, as a hand or a broken transport makes them. */
function mutated(text: string, random: () => number): string {
  const whole = (most: number): number => Math.floor(random() * most);
  const alphabet = 'aZ09-_.%,:"{}[] é<';
  let changed = text;
  for (let left = 1 + whole(4); left > 0; left -= 1) {
    const at = whole(changed.length);
    const put = Array.from({ length: whole(4) }, () => alphabet[whole(alphabet.length)] ?? "").join("");
    changed = whole(12) === 0 ? changed.slice(0, at) : changed.slice(0, at) + put + changed.slice(at + whole(4));
  }
  return changed;
}

test("200 mutated files are read and shown, or refused with a message", () => {
  const random = seededRandom(200);
  let read = 0;
  for (let n = 0; n < 200; n += 1) {
    const text = keptText(`results/${names[n % names.length] ?? ""}.json`, "kept-2");
    const file = openFile("mutated.json", mutated(text, random));
    if (file.state === "refused") expect(file.message.length).toBeGreaterThan(20);
    if (file.state !== "result") continue;
    read += 1;
    expect(resultTable(file.result).columns.length).toBeGreaterThan(3);
  }
  expect(read).toBeGreaterThan(5);
});

test("1,000 mutated links are refused with a message, or hold what they held", async () => {
  const random = seededRandom(1_000);
  const bad: string[] = [];
  for (let n = 0; n < 1_000; n += 1) {
    const name = names[n % names.length] ?? "";
    const text = mutated(links[name] ?? "", random);
    const read = await decodeLink(text);
    if (read.state === "refused" ? read.message.length < 20 : read.result.id !== opened(name).id) bad.push(text);
  }
  expect(bad).toEqual([]);
});
