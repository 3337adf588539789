// What version 0.1.0 wrote opens as before, with the same figures: result files, links, the library's file, the catalogue and addresses.
import * as v from "valibot";
import { expect, test, vi } from "vitest";
import { withPlainCatalogue } from "../session/address/plain-catalogue.ts";
import { parseSearch } from "../session/address/search-text.ts";
import { textsFromParameters } from "../capacity/asked/plan-address.ts";
import { defaultTexts, settingsOf } from "../capacity/asked/planner-settings.ts";
import { configurationFromTexts } from "../scenarios/texts.ts";
import { readCatalogueAddress } from "./catalogue/catalogue-address.ts";
import { readCatalogueIndex } from "./catalogue/catalogue-index.ts";
import { readListedResult } from "./catalogue/listed-result.ts";
import { differencesFrom, factsOf, figuresOf, keptJson, keptText, keptTexts } from "./fixtures/kept-figures.ts";
import { recordedColumns, tableOf } from "./fixtures/kept-tables.ts";
import { seededRandom } from "./fixtures/realistic-result.ts";
import { catalogueText, keptLinks as links, opened, resultText } from "./fixtures/kept-results.ts";
import { factsOf as listedFactsOf } from "./library/entry.ts";
import { isLibraryText, readLibraryHeader, readLibraryLine } from "./library/library-file.ts";
import { toCsv } from "./export-table.ts";
import { noticesOf } from "./notices.ts";
import { decodeLink, encodeLink, LINK_LIMITS } from "./link/result-link.ts";
import { openFile } from "./open-file.ts";
import { planParameters } from "./plan-link.ts";
import type { Result } from "./format/result.ts";
import { resultTable } from "./result-table.ts";

// Resampling the intervals of a large result takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const names = Object.keys(links);

async function linked(payload: string | undefined): Promise<Result> {
  const read = await decodeLink(payload ?? "");
  if (read.state === "refused") throw new Error(read.message);
  return read.result;
}

test("every kind of result is among what was kept", () => {
  expect(names).toHaveLength(21);
  expect(opened("many-trials").samples).toHaveLength(1_486);
});

/** Columns of the table of version 1 that are called something else now; the others kept their names. */
const renamed: Readonly<Record<string, string>> = {
  "p50 (µs)": "p50 latency (µs)",
  "p95 (µs)": "p95 latency (µs)",
  "p99 (µs)": "p99 latency (µs)",
  "core-normalised efficiency (share)": "core-normalised (share)",
  "loss against control (share)": "loss (share)",
};

const recordedSchema = v.looseObject({
  facts: v.unknown(),
  figures: v.looseObject({}),
  csv: v.string(),
});

/** Agents of this result do not speak, and yet its file has shares of what hearing costs: they were dropped, and are shown now. */
const otherSince: Readonly<Record<string, readonly string[]>> = {
  "extreme-figures": ["fuse (share)", "transport (share)", "wait (share)"],
};

test.each(names)("the file %s opens with the same figures, and its table holds them", (name) => {
  const recorded = v.parse(recordedSchema, keptJson(`figures/${name}.json`));
  // What comparisons make of it is held where they are.
  const { fingerprint: _, metrics: __, cells: ___, ...figures } = recorded.figures;
  const result = opened(name);
  expect(differencesFrom(recorded.facts, factsOf(result))).toEqual([]);
  expect(differencesFrom(figures, figuresOf(result))).toEqual([]);
  const csv = toCsv(resultTable(result));
  const differing = differencesFrom(tableOf(recorded.csv), recordedColumns(csv, recorded.csv, renamed));
  // Bands of that time are held above: today one agent, paced rows and useless runs have other words or none.
  const others = [".status:", ...(otherSince[name] ?? [])];
  expect(differing.filter((line) => !others.some((column) => line.includes(column)))).toEqual([]);
  expect(noticesOf(result)).toEqual([]);
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
  const listed = v.parse(
    v.object({ title: v.string(), results: v.array(v.looseObject({ file: v.string() })) }),
    keptJson("catalogue-index.json"),
  );
  expect(read.index.title).toBe(listed.title);
  expect(read.index.results).toHaveLength(6);
  for (const entry of read.index.results) {
    const file = readListedResult(entry, catalogueText(entry.file));
    if (file.state === "refused") throw new Error(file.message);
    const facts = listedFactsOf(file.result, entry.bytes);
    const { file: name, name: title, note, tags, description: _, settings, findings, ...rest } = entry;
    expect(findings).toBeNull();
    expect(facts).toMatchObject(rest);
    expect(facts.settings).toMatchObject(settings);
    const was = listed.results.find((one) => one.file === entry.file);
    const { scenario: __, points: agents, samples: trials, ...same } = rest;
    expect({ file: name, name: title, note, tags, ...same, ...settings, agents, trials }).toEqual(was);
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
  const { configuration, problems } = configurationFromTexts(searchOf(address));
  expect(keptTexts(configuration.scenario.fields, configuration.settings)).toEqual(settings);
  // Names that no setting has are told since version 2.
  const bad = problems.filter(({ usedInstead }) => usedInstead !== null);
  expect(Object.fromEntries(bad.map(({ parameter, usedInstead }) => [parameter, usedInstead]))).toEqual(replaced);
});

test.each(Object.entries(addresses.plans))("a plan from %s is asked and read as before", (name, plan) => {
  const parameters = planParameters(opened(name), "measured-here");
  if (plan === null) {
    expect(parameters).toBeNull();
    return;
  }
  const search = searchOf(plan.address);
  // Since version 2 an address has a check, and since version 2 of results a title says when a run was paced. A plan from
  // a result asks for its agents beside op/s, and says what speaks against the run
  // and what scales it to pymdp.
  const { check: _, demand, agents, run: _run, scale: _scale, pymdp: _pymdp, ...written } = parameters ?? {};
  expect({ ...written, v: "1", title: written["title"]?.replace(", paced,", ",") }).toEqual(search);
  const reading = textsFromParameters(search);
  if (reading.state !== "read") throw new Error(reading.state);
  const { rows, title, source, vcpu, curve } = settingsOf(reading.texts);
  const last = String(rows.at(-1)?.agents);
  expect({ demand, agents: agents ?? defaultTexts.agents }).toEqual({ demand: "both", agents: last });
  const reads = { rows, title, source, vcpu, curve, problems: reading.problems.length };
  expect(differencesFrom(plan.reads, reads)).toEqual([]);
});

test.each(addresses.others)("$address leads where it led", ({ address, becomes, catalogue }) => {
  expect(withPlainCatalogue(address)).toBe(becomes);
  const search = searchOf(becomes ?? address);
  if (catalogue !== undefined) {
    const read = readCatalogueAddress(search["catalogue"], "https://example.org/headroom/");
    const onHttp = readCatalogueAddress(search["catalogue"], "http://example.org/headroom/");
    expect(read.state === "read" ? read.source.index : read).toBe(catalogue);
    expect(onHttp.state).toBe("read");
  }
});
