// What version 0.1.0 wrote is compared as before: the same facts and cells, the same verdicts, the same exit codes.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as v from "valibot";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { runRegress } from "../../scripts/commands/regress.entry.ts";
import { kindOf, splitSources } from "../comparison/compare-address.ts";
import { parseSearch } from "../session/address/search-text.ts";
import { withPlainCatalogue } from "../session/address/plain-catalogue.ts";
import { comparedFiguresOf } from "./fixtures/kept-compared.ts";
import { differencesFrom, keptJson } from "./fixtures/kept-figures.ts";
import {
  keptReport,
  keptTable,
  strayChanges,
  todaysChanges,
  todaysReport,
  todaysTable,
} from "./fixtures/kept-verdicts.ts";
import { keptLinks, opened, resultText } from "./fixtures/kept-results.ts";

// Resampling the intervals of a large result takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

test.each(Object.keys(keptLinks))("%s gives the same facts and cells to a comparison", (name) => {
  const { figures } = v.parse(v.looseObject({ figures: v.looseObject({}) }), keptJson(`figures/${name}.json`));
  const { fingerprint, metrics, cells } = figures;
  expect(differencesFrom({ fingerprint, metrics, cells }, comparedFiguresOf(opened(name)))).toEqual([]);
});

const { others } = v.parse(
  v.object({
    others: v.array(
      v.object({ address: v.string(), becomes: v.nullable(v.string()), compare: v.optional(v.unknown()) }),
    ),
  }),
  keptJson("addresses.json"),
);

test.each(others.filter(({ compare }) => compare !== undefined))("$address names the same sources", (other) => {
  const { address, becomes, compare } = other;
  expect(withPlainCatalogue(address)).toBe(becomes);
  const hash = (becomes ?? address).slice((becomes ?? address).indexOf("#"));
  const search = hash.includes("?") ? parseSearch(hash.slice(hash.indexOf("?"))) : {};
  expect(splitSources(search["compare"] ?? "").map(kindOf)).toEqual(compare);
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
  const written = readFileSync(table, "utf8");
  const current: unknown = JSON.parse(readFileSync(json, "utf8"));
  // One that was refused has no report, and no table.
  if (current === null) expect(keptTable(markdown)).toEqual([]);
  else {
    expect(todaysTable(written, current)).toEqual(keptTable(markdown));
    expect(strayChanges(current)).toEqual([]);
  }
  const printed = said.join("\n");
  if (stdout.includes("row  ")) {
    // Terminal and Markdown say the same of each cell.
    for (const change of todaysChanges(written)) expect(printed).toContain(change);
  }
  if (report === undefined) return;
  expect(differencesFrom(keptReport(report), todaysReport(current))).toEqual([]);
});
