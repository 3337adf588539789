// Opening files: the real ones give the figures they hold, and no mutation of them does worse than a message.
import fc from "fast-check";
import { expect, test } from "vitest";
import { freeagenticsTexts, publishedText, threadsText } from "./fixtures/files.ts";
import { realisticResult, realisticSingleAgent, seededRandom } from "./fixtures/realistic-result.ts";
import { EMPTY_FILE } from "./format/result-text.ts";
import { openFile } from "./open-file.ts";
import { resultTable } from "./result-table.ts";
import type { ReferenceSeries } from "./references/reference.ts";

function seriesOf(name: string, text: string): readonly ReferenceSeries[] {
  const opened = openFile(name, text);
  return opened.state === "references" ? opened.series : [];
}

function messageOf(text: string): string {
  const opened = openFile("file.txt", text);
  return opened.state === "refused" ? opened.message : "";
}

test("the published reference: seven rows whose recomputed efficiency is the claimed one", () => {
  const [series] = seriesOf("x", publishedText);
  expect(series).toMatchObject({ provenance: "published", date: "2024-07-15", efficiencyMissing: null });
  const rows = series?.rows ?? [];
  expect(rows.map(({ agents }) => agents)).toEqual([1, 5, 10, 15, 20, 30, 50]);
  expect(rows.map(({ opsPerSecond }) => opsPerSecond)).toEqual([20, 85, 140, 165, 180, 210, 284]);
  for (const row of rows) expect(row.efficiency).toBeCloseTo(row.claimedEfficiency ?? Number.NaN, 12);
});

test("the threads reference: two series measured elsewhere, one with latencies", () => {
  const [grid, maze] = seriesOf("x", threadsText);
  expect(grid).toMatchObject({ provenance: "measured-elsewhere" });
  expect(grid?.rows[6]).toEqual({
    agents: 50,
    opsPerSecond: 451,
    trials: [451],
    efficiency: 451 / (50 * 670),
    claimedEfficiency: null,
    p50Ms: null,
  });
  expect(maze?.rows[1]).toMatchObject({ agents: 5, opsPerSecond: 70, p50Ms: 73 });
  expect(grid?.id).not.toBe(maze?.id);
});

test("a FreeAgentics file: its own efficiency stays a claim beside the recomputed one", () => {
  const [first] = seriesOf("enhanced.json", freeagenticsTexts[0]);
  expect(first).toMatchObject({
    title: "FreeAgentics run of 2025-07-15 15:32",
    provenance: "recorded",
    date: "2025-07-15T15:32:59.781016",
    platform: "Linux, 20 CPUs, 27.4 GB, Python 3.12.3",
  });
  expect(first?.rows.map(({ agents }) => agents)).toEqual([1, 2, 5, 10, 15, 20]);
  const last = first?.rows[5];
  expect(last?.opsPerSecond).toBe(196.60116503762174);
  expect(last?.efficiency).toBeCloseTo(0.03194, 5);
  expect(last?.claimedEfficiency).toBeCloseTo(0.01928, 5);
  expect(first?.rows[0]?.efficiency).toBe(1);
  expect(first?.rows[0]?.claimedEfficiency).toBeCloseTo(0.5835, 4);
  expect(seriesOf("x", freeagenticsTexts[1])[0]?.rows[0]?.opsPerSecond).toBe(516.5653480467018);
});

test("a reference keeps its id under any file name, and gets another with other figures", () => {
  const id = (text: string) => seriesOf("any", text)[0]?.id;
  expect(id(publishedText)).toBe(seriesOf("copy of it", publishedText)[0]?.id);
  expect(id(publishedText)).not.toBe(id(publishedText.replace('"opsPerSecond": 85', '"opsPerSecond": 86')));
  expect(id(freeagenticsTexts[0])).not.toBe(id(freeagenticsTexts[1]));
});

test("a result file opens as the result it was, of whichever scenario", () => {
  for (const result of [realisticResult({ seed: 4 }), realisticSingleAgent({ seed: 4 })]) {
    expect(openFile("a.csv", JSON.stringify(result, null, 2))).toEqual({ state: "result", result });
  }
});

test("what a file is follows from its content, not its name", () => {
  expect(openFile("table.json", "agents,throughput\n1,20\n").state).toBe("references");
  expect(openFile("table.csv", `\uFEFF  ${publishedText}`).state).toBe("references");
});

test("messages say what the file is not and what would open", () => {
  for (const empty of ["", "\uFEFF", " \n"]) expect(messageOf(empty)).toBe(EMPTY_FILE);
  expect(messageOf("hello world")).toContain("FreeAgentics benchmark results");
  expect(messageOf("[1,2]")).toContain("of no kind that Headroom knows");
  expect(messageOf('{"schema":"published-reference/2"}')).toContain('"published-reference/2"');
  expect(messageOf('{"benchmarks":{}}')).toContain("suite_info is missing");
  expect(messageOf(publishedText.slice(0, 900))).toContain("cut short");
  expect(messageOf("x".repeat(5_000_001))).toContain("5 MB");
  expect(messageOf(publishedText.replace('"opsPerSecond": 85', '"opsPerSecond": -85'))).toContain(
    "scaling[1].opsPerSecond",
  );
});

test("without a row of one agent there is no efficiency, and the series says why", () => {
  const rows: unknown = JSON.parse(threadsText.replaceAll('"agents": 1,', '"agents": 2,'));
  const [series] = seriesOf("x", JSON.stringify(rows));
  expect(series?.efficiencyMissing).toContain("no row of one agent");
  expect(series?.rows.map(({ efficiency }) => efficiency)).toEqual(series?.rows.map(() => null));
});

const nasty = [null, -1, 0, 1e300, "", "x", [], {}, true, [[]]];

function mutate(value: unknown, random: () => number): unknown {
  if (typeof value === "object" && value !== null && random() < 0.9) {
    const keys = Object.keys(value);
    const key = keys[Math.floor(random() * keys.length)];
    if (key !== undefined) {
      const changed = new Map<string, unknown>(Object.entries(value));
      if (random() < 0.15) changed.delete(key);
      else changed.set(key, mutate(changed.get(key), random));
      return Array.isArray(value) ? [...changed.values()] : Object.fromEntries(changed);
    }
  }
  return nasty[Math.floor(random() * nasty.length)];
}

test("400 mutated files are opened or refused with a message", () => {
  const csv = "agents,throughput,trial\n1,20,1\n1,21,2\n5,80.5,1\n";
  const files = [
    publishedText,
    threadsText,
    ...freeagenticsTexts,
    JSON.stringify(realisticResult({ seed: 2, repeats: 1 })),
    JSON.stringify(realisticSingleAgent({ seed: 2, repeats: 2 })),
    csv,
  ];
  const random = seededRandom(21);
  const silent: string[] = [];
  for (let n = 0; n < 400; n += 1) {
    const text = files[n % files.length] ?? "";
    let mutated = text;
    if (n % 2 === 0 || text === csv) {
      const at = Math.floor(random() * text.length);
      const put = ['"', "}", "[", "-", "NaN", "1e999", "\u0000", ",,", "é"][Math.floor(random() * 9)] ?? "";
      mutated =
        random() < 0.2 ? text.slice(0, at) : text.slice(0, at) + put + text.slice(at + Math.floor(random() * 9));
    } else {
      const json: unknown = JSON.parse(text);
      mutated = JSON.stringify(mutate(json, random));
    }
    const opened = openFile("file", mutated);
    if (opened.state === "refused" && opened.message.length < 20) silent.push(mutated);
    // What opened can be shown.
    if (opened.state === "result") expect(resultTable(opened.result).columns.length).toBeGreaterThan(3);
  }
  expect(silent).toEqual([]);
});

test("any text is opened or refused with a message", () => {
  const anyText = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.json(),
    fc.string().map((rest) => `agents,throughput\n${rest}`),
  );
  const property = fc.property(anyText, (text) => {
    const opened = openFile("any", text);
    return opened.state !== "refused" || opened.message.length > 10;
  });
  expect(fc.check(property, { numRuns: 500 }).failed).toBe(false);
});
