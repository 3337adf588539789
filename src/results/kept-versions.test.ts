// What version 0.1.0 wrote opens as before, with the same figures: result files, links, the library's file, the catalogue, addresses and verdicts.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as v from "valibot";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { runRegress } from "../../scripts/regress.entry.ts";
import { kindOf, splitSources } from "../comparison/compare-address.ts";
import { withPlainCatalogue } from "../session/address/plain-catalogue.ts";
import { parseSearch } from "../session/address/search-text.ts";
import { settingsOf, textsFromParameters } from "../capacity/asked/planner-settings.ts";
import { configurationFromParameters, configurationTexts } from "../measurement/run/configuration-text.ts";
import { resultTableFile } from "../pages/benchmark/stored/result-files.ts";
import { readCatalogueAddress } from "./catalogue/catalogue-address.ts";
import { readCatalogueIndex } from "./catalogue/catalogue-index.ts";
import { readListedResult } from "./catalogue/listed-result.ts";
import { differencesFrom, factsOf, figuresOf, keptJson, keptText } from "./fixtures/kept-figures.ts";
import { seededRandom } from "./fixtures/realistic-result.ts";
import { factsOf as listedFactsOf } from "./library/entry.ts";
import { isLibraryText, readLibraryHeader, readLibraryLine } from "./library/library-file.ts";
import { decodeLink, encodeLink, LINK_LIMITS } from "./link/link.ts";
import { openFile } from "./open-file.ts";
import { planParameters } from "./plan-link.ts";
import type { Result } from "./format/schema.ts";

// Resampling the intervals of a large result takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const links = v.parse(v.record(v.string(), v.object({ 1: v.string(), 2: v.string() })), keptJson("links.json"));
const names = Object.keys(links);

function catalogueText(file: string): string {
  return readFileSync(new URL(`../../public/catalogue/${file}`, import.meta.url), "utf8");
}

const shipped = new Set([
  "explorer-all-to-all-messages",
  "explorer-all-to-all-shared-memory",
  "explorer-independent-pool",
  "explorer-independent-single-lane",
  "explorer-paced-20-per-second",
  "t-maze-independent-pool",
]);

/** The trials of the largest result are kept as lines of figures, for size alone: here they are what its file holds. */
function trialOfLine([kind, agents, repeat, attempt, state, ...rest]: readonly unknown[]): unknown {
  const place = { kind, agents, repeat, attempt, state };
  if (state !== "valid") return { ...place, reason: rest[0] };
  const [opsPerSecond, p50Us, p95Us, p99Us, warmupBlocks, fuse, transport, wait] = rest;
  const loss = kind === "row" ? { fuse, transport, wait } : null;
  return { ...place, opsPerSecond, latency: { p50Us, p95Us, p99Us }, service: null, lateOps: null, loss, warmupBlocks };
}

/** @returns the text of a result file of version 1, by its name in the list of links */
function resultText(name: string): string {
  if (shipped.has(name)) return catalogueText(`${name}.json`);
  const text = keptText(`results/${name}.json`);
  if (name !== "many-trials") return text;
  const packed = v.parse(v.looseObject({ trials: v.array(v.array(v.unknown())) }), JSON.parse(text));
  return JSON.stringify({ ...packed, trials: packed.trials.map(trialOfLine) });
}

function opened(name: string): Result {
  const file = openFile(`${name}.json`, resultText(name));
  if (file.state !== "result") throw new Error(`${name}: ${file.state === "refused" ? file.message : file.state}`);
  return file.result;
}

async function linked(payload: string | undefined): Promise<Result> {
  const read = await decodeLink(payload ?? "");
  if (read.state === "refused") throw new Error(read.message);
  return read.result;
}

test("every kind of result is among what was kept", () => {
  expect(names).toHaveLength(21);
  expect(opened("many-trials").trials).toHaveLength(1_486);
});

test.each(names)("the file %s opens with the same figures, and its table is written as before", async (name) => {
  const figures = v.parse(v.looseObject({ markdown: v.optional(v.string()) }), keptJson(`figures/${name}.json`));
  const result = opened(name);
  const csv = await resultTableFile(result, "csv").text();
  // The first line says where and when, in the time zone of whoever reads it.
  const markdown = (await resultTableFile(result, "md").text()).split("\n").slice(2).join("\n");
  const now = {
    facts: factsOf(result),
    figures: figuresOf(result),
    csv,
    ...(figures.markdown === undefined ? {} : { markdown }),
  };
  expect(differencesFrom(figures, now)).toEqual([]);
});

test.each(names)("both links of %s hold what its file holds", async (name) => {
  const result = opened(name);
  expect(await linked(links[name]?.[1])).toEqual(result);
  expect(await linked(links[name]?.[2])).toEqual(result);
});

test.each(names)("%s travels in a new link unchanged", async (name) => {
  const result = opened(name);
  const payload = await encodeLink(result);
  expect(payload.length).toBeLessThanOrEqual(LINK_LIMITS.charactersMost);
  expect(await linked(payload)).toEqual(result);
});

test.each(names)("%s, saved again, opens as the same result", (name) => {
  const result = opened(name);
  const again = openFile("again.json", JSON.stringify(result));
  expect(again).toEqual({ state: "result", result });
});

test("200 mutated result files are read or refused with a message", () => {
  const random = seededRandom(200);
  const small = names.map(resultText).filter((text) => text.length < 20_000);
  const states = { result: 0, references: 0, refused: 0 };
  for (let n = 0; n < 200; n += 1) {
    const read = openFile("mutated.json", mutated(small[n % small.length] ?? "", random));
    states[read.state] += 1;
    if (read.state === "result") expect(figuresOf(read.result)).toBeDefined();
    if (read.state === "refused") expect(read.message.length).toBeGreaterThan(20);
  }
  expect(states.references).toBe(0);
  expect(states.result).toBeGreaterThan(10);
});

test("1,000 mutated links are read or refused with a message", async () => {
  const random = seededRandom(1_000);
  const bad: string[] = [];
  let refusals = 0;
  for (let n = 0; n < 1_000; n += 1) {
    const known = links[names[n % names.length] ?? ""];
    const text = mutated(known?.[n % 2 === 0 ? 1 : 2] ?? "", random);
    const read = await decodeLink(text);
    if (read.state === "read") continue;
    refusals += 1;
    if (read.message.length < 20) bad.push(text);
  }
  expect(bad).toEqual([]);
  expect(refusals).toBeGreaterThan(500);
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

test("the library's file opens line by line, and one broken line is told alone", () => {
  const text = keptText("library.ndjson");
  expect(isLibraryText(text)).toBe(true);
  const [header = "", ...lines] = text.trimEnd().split("\n");
  expect(readLibraryHeader(header)).toEqual({ state: "read", entries: 5 });
  const read = lines.map((line, n) => readLibraryLine(line, n + 1));
  expect(read.map(({ state }) => state)).toEqual(["read", "refused", "read", "read", "read"]);
  const [, broken] = read;
  expect(broken?.state === "refused" ? broken.message : "").toContain("trials[1].opsPerSecond");
  for (const [n, line] of read.entries()) {
    if (line.state === "refused") continue;
    const stored = v.parse(
      v.object({ labels: v.unknown(), result: v.object({ id: v.string() }) }),
      JSON.parse(lines[n] ?? ""),
    );
    expect(line.item.labels).toEqual(stored.labels);
    const name = { a: "one-agent-alone", "-_-strange-_-": "strange-text", keptnothing: "nothing-valid" }[
      stored.result.id
    ];
    if (name !== undefined) expect(line.item.result).toEqual(opened(name));
  }
});

test("the catalogue's index opens, and each of its files holds what it lists", () => {
  const read = readCatalogueIndex(keptText("catalogue-index.json"));
  if (read.state === "refused") throw new Error(read.message);
  expect(keptJson("catalogue-index.json")).toEqual({ format: "headroom-catalogue", version: 1, ...read.index });
  expect(read.index.results).toHaveLength(6);
  for (const entry of read.index.results) {
    const file = readListedResult(entry, catalogueText(entry.file));
    if (file.state === "refused") throw new Error(file.message);
    const { file: _, name: _name, note: _note, tags: _tags, ...facts } = entry;
    expect(listedFactsOf(file.result, entry.bytes)).toEqual(facts);
  }
});

const addresses = v.parse(
  v.object({
    benchmark: v.array(v.object({ address: v.string(), settings: v.unknown(), replaced: v.unknown() })),
    plans: v.record(v.string(), v.nullable(v.object({ address: v.string(), reads: v.unknown() }))),
    others: v.array(
      v.object({
        address: v.string(),
        /** Null where it stays as it is. */
        becomes: v.nullable(v.string()),
        catalogue: v.optional(v.string()),
        compare: v.optional(v.unknown()),
      }),
    ),
  }),
  keptJson("addresses.json"),
);

function searchOf(address: string): Readonly<Record<string, string>> {
  const hash = address.slice(address.indexOf("#"));
  return hash.includes("?") ? parseSearch(hash.slice(hash.indexOf("?"))) : {};
}

test.each(addresses.benchmark)("$address asks for the same run", ({ address, settings, replaced }) => {
  const { configuration, problems } = configurationFromParameters(searchOf(address));
  expect(Object.fromEntries(configurationTexts(configuration))).toEqual(settings);
  expect(Object.fromEntries(problems.map(({ parameter, usedInstead }) => [parameter, usedInstead]))).toEqual(replaced);
});

test.each(Object.entries(addresses.plans))("a plan from %s is asked and read as before", (name, plan) => {
  const parameters = planParameters(opened(name), "measured-here");
  if (plan === null) {
    expect(parameters).toBeNull();
    return;
  }
  const search = searchOf(plan.address);
  expect(parameters).toEqual(search);
  const reading = textsFromParameters(search);
  if (reading.state !== "read") throw new Error(`version ${reading.version}`);
  const { rows, title, source, vcpu, curve } = settingsOf(reading.texts);
  const reads = { rows, title, source, vcpu, curve, problems: reading.problems.length };
  expect(differencesFrom(plan.reads, reads)).toEqual([]);
});

test.each(addresses.others)("$address leads where it led", ({ address, becomes, catalogue, compare }) => {
  expect(withPlainCatalogue(address)).toBe(becomes);
  const search = searchOf(becomes ?? address);
  if (catalogue !== undefined) {
    const read = readCatalogueAddress(search["catalogue"], "https://example.org/headroom/");
    const onHttp = readCatalogueAddress(search["catalogue"], "http://example.org/headroom/");
    expect(read.state === "read" ? read.source.index : read).toBe(catalogue);
    expect(onHttp.state).toBe("read");
  }
  if (compare !== undefined) expect(splitSources(search["compare"] ?? "").map(kindOf)).toEqual(compare);
});

const cases = v.parse(
  v.array(
    v.object({
      name: v.string(),
      /** Those that name a kept result stand for its file. */
      args: v.array(v.string()),
      exitCode: v.number(),
      /** What the command said. Its sentences may be worded better; its table and its answer stay. */
      stdout: v.string(),
      markdown: v.string(),
      /** Its --json, of the cases whose figures are kept. */
      report: v.optional(v.unknown()),
    }),
  ),
  keptJson("regress.json"),
);
const folder = mkdtempSync(join(tmpdir(), "headroom-kept-"));
const files = new Map<string, string>();

beforeAll(() => {
  const kept = v.object({ id: v.string(), result: v.unknown() });
  const database = v.object({ stores: v.object({ results: v.array(kept) }) });
  const { results } = v.parse(database, keptJson("library-database.json")).stores;
  const texts = new Map(results.map(({ id, result }) => [id, JSON.stringify(result)]));
  for (const name of ["repeated-place", "no-trials", "explorer-independent-pool", "explorer-independent-single-lane"]) {
    texts.set(name, resultText(name));
  }
  texts.set("no-trials-2", JSON.stringify({ ...opened("no-trials"), id: "keptempty2" }));
  for (const [name, text] of texts) {
    files.set(name, join(folder, `${name}.json`));
    writeFileSync(join(folder, `${name}.json`), text);
  }
});

afterEach(() => {
  vi.restoreAllMocks();
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test.each(cases)("regress, $name: the same table and answer", async ({ args, exitCode, stdout, markdown, report }) => {
  const said: string[] = [];
  vi.spyOn(console, "log").mockImplementation((text: string) => void said.push(text));
  vi.spyOn(console, "error").mockImplementation(() => {});
  const [table, json] = [join(folder, "table.md"), join(folder, "report.json")];
  writeFileSync(table, "");
  writeFileSync(json, "null");
  const paths = args.map((arg) => files.get(arg) ?? arg);
  expect(await runRegress([...paths, "--markdown", table, "--json", json])).toBe(exitCode);
  expect(differencesFrom(markdown, readFileSync(table, "utf8"))).toEqual([]);
  const [kept = "", printed = ""] = [stdout, said.join("\n")].map((text) => text.slice(text.indexOf("row  ")));
  if (stdout.includes("row  ")) expect(printed.split("\n\n")[0]).toBe(kept.split("\n\n")[0]);
  if (report !== undefined) expect(differencesFrom(report, JSON.parse(readFileSync(json, "utf8")))).toEqual([]);
});
