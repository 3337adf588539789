// Files to compare: each format gives the figures it holds, broken ones a message, and one list of readers knows them all.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { CellFigures } from "../regression/compared-cell.ts";
import { compareResults } from "../regression/comparison.ts";
import { freeagenticsTexts, publishedText, resultVersionOneText } from "../results/fixtures/files.ts";
import { realisticResult, seededRandom } from "../results/fixtures/realistic-result.ts";
import type { Directions } from "./cells/measured-input.ts";
import { baseline, k6, loadTest, pytest, snapshot } from "../results/fixtures/foreign-files.ts";
import { measuredOf } from "./cells/result-cells.ts";
import { rowWords } from "./cells/row-words.ts";
import { FOREIGN_READERS } from "./foreign/readers.ts";
import { readSide } from "./read-side.ts";
import type { Side } from "./side.ts";

function inputOf(text: string, directions?: Directions, name = "file.json"): Side {
  const read = readSide(name, text, directions);
  if (read.state === "refused") throw new Error(read.message);
  return read.side;
}

function messageOf(text: string): string {
  const read = readSide("file.json", text);
  return read.state === "refused" ? read.message : "";
}

function figuresAt(input: Side, row: string, metric: string): CellFigures | undefined {
  return input.measured.cells.find((cell) => rowWords(cell.row) === row && cell.metric.id === metric)?.figures;
}

test("a result of Headroom: every row and metric, trials that do not count left out", () => {
  const input = inputOf(JSON.stringify(realisticResult({ seed: 3 })));
  expect(new Set(input.measured.cells.map(({ metric }) => metric.id))).toEqual(
    new Set(["throughput", "efficiency", "core-normalised", "p50", "p95", "p99", "memory"]),
  );
  expect(input.measured.cells).toHaveLength(7 * 6 + 1);
  expect(input.notes).toEqual([]);
  const efficiency = figuresAt(input, "1 agent", "efficiency");
  expect(efficiency).toMatchObject({ kind: "trials" });
  expect(inputOf(resultVersionOneText).notes).toEqual(["2 of 28 attempts do not count."]);
});

test("latencies below ten steps of the clock, and p99 under 1,000 ops, are withheld with the reason", () => {
  const result = realisticResult({ seed: 4 });
  const coarse = { ...result, environment: { ...result.environment, timerStepUs: 1_000 } };
  expect(figuresAt(inputOf(JSON.stringify(coarse)), "1 agent", "p50")).toEqual({
    kind: "withheld",
    reason: "below ten steps of the clock (10000 µs)",
  });
  const few = {
    ...result,
    samples: result.samples.map((sample) =>
      sample.state === "valid" ? { ...sample, figures: { ...sample.figures, p99: null } } : sample,
    ),
  };
  expect(figuresAt(inputOf(JSON.stringify(few)), "5 agents", "p99")).toMatchObject({
    reason: "under 1,000 ops in a trial",
  });
});

test("a paced result is compared by what it achieved of what was offered", () => {
  const result = realisticResult({ seed: 5 });
  const paced = { ...result, settings: { ...result.settings, pacing: "paced" } };
  const { cells } = measuredOf(paced);
  const ids = new Set(cells.map(({ metric }) => metric.id));
  expect(ids.has("efficiency")).toBe(true);
  expect(ids.has("core-normalised")).toBe(false);
});

test("a run in which nothing counted has no figures", () => {
  const result = { ...realisticResult({ seed: 6 }), samples: [] };
  expect(measuredOf(result).cells).toEqual([]);
});

test("the two recorded FreeAgentics files compare with each other; with a local run they are not comparable", () => {
  const [first, second] = freeagenticsTexts.map((text) => inputOf(text));
  const among = compareResults([first!.measured], second!.measured);
  expect(among.differences).toEqual([]);
  expect(among.cells).toHaveLength(17);
  expect(among.cells.every(({ outcome }) => outcome.verdict === "inconclusive")).toBe(true);
  const inference = among.cells.find(({ metric }) => metric.id === "avg_inference_time_ms");
  expect(inference?.outcome.figures.baseline).toBe(6.198581059773763);
  const throughput = among.cells.find(({ metric }) => metric.id === "throughput_20_agents");
  expect(throughput?.outcome.figures.change).toBeCloseTo(-0.057, 3);
  const local = compareResults([first!.measured], inputOf(resultVersionOneText).measured);
  expect(local.differences).toEqual(["measured by: FreeAgentics against Headroom"]);
  expect(local.cells.every(({ outcome }) => outcome.verdict === "not-comparable")).toBe(true);
});

test("FreeAgentics on another machine is not comparable", () => {
  const [text] = freeagenticsTexts;
  const other = inputOf(text.replace('"cpu_count": 20', '"cpu_count": 8'));
  expect(compareResults([inputOf(text).measured], other.measured).differences).toEqual(["CPUs: 20 against 8"]);
});

test("a FreeAgentics baseline: the mean with its size, percentiles, and no direction unless declared", () => {
  const input = inputOf(JSON.stringify(baseline));
  expect(figuresAt(input, "agents", "avg_inference_time_ms")).toEqual({
    kind: "summary",
    mean: 6.2,
    deviation: 0.4,
    count: 12,
  });
  expect(figuresAt(input, "agents", "avg_inference_time_ms.p95")).toEqual({ kind: "single", value: 6.7 });
  expect(figuresAt(input, "agents.spawn", "throughput_ops_sec")).toEqual({ kind: "single", value: 160 });
  const better = (of: Side, id: string) => of.measured.cells.find(({ metric }) => metric.id === id)?.metric.better;
  expect(better(input, "throughput_ops_sec")).toBe("higher");
  expect(better(input, "depth")).toBeNull();
  expect(better(inputOf(JSON.stringify(baseline), new Map([["depth", "lower"]])), "depth")).toBe("lower");
  expect(inputOf(JSON.stringify({ baselines: baseline })).measured.cells).toEqual(input.measured.cells);
  expect(messageOf('{"a.b": {"mean": "six"}}')).toContain('a.b.mean is "six"');
  expect(messageOf('{"a.b": {"mean": 6}, "c.": {"mean": 1}}')).toContain('the key "c." is not of the form');
});

test("pytest-benchmark: saved rounds are trials, else mean and deviation; thousands of rounds become thirty blocks", () => {
  const input = inputOf(JSON.stringify(pytest));
  expect(figuresAt(input, "tests/bench.py::test_step", "time-per-round")).toMatchObject({ values: [1, 0.9, 1.1] });
  expect(figuresAt(input, "tests/bench.py::test_plan", "time-per-round")).toEqual({
    kind: "summary",
    mean: 2,
    deviation: 0.1,
    count: 12,
    spread: { rounds: 12, mean: 2, deviation: 0.1, min: 0.9, max: 1.2 },
  });
  expect(input.measured.fingerprint).toContainEqual({ kind: "same", name: "processor", value: "Some CPU" });
  const data = Array.from({ length: 3_000 }, (_, n) => 1 + Math.floor(n / 100));
  const long = { benchmarks: [{ name: "long", stats: { mean: 1, data } }] };
  expect(figuresAt(inputOf(JSON.stringify(long)), "long", "time-per-round")).toMatchObject({
    values: Array.from({ length: 30 }, (_, n) => 1 + n),
  });
  expect(messageOf('{"benchmarks": [{"name": "x", "stats": {}}]}')).toContain('"x" is left out: stats.mean is missing');
  const twice = inputOf(JSON.stringify({ benchmarks: [pytest.benchmarks[0], pytest.benchmarks[0]] }));
  expect(twice.notes[0]).toContain("is in this file twice");
  expect(twice.measured.cells).toHaveLength(1);
});

test("k6, flat or under values: what it declares is read, the rest is named as not compared", () => {
  const flat = inputOf(JSON.stringify(k6));
  expect(figuresAt(flat, "http_req_duration", "p(95)")).toEqual({ kind: "single", value: 215.9 });
  expect(flat.measured.cells.find(({ row }) => rowWords(row) === "http_reqs")?.metric).toMatchObject({
    id: "rate",
    better: "higher",
  });
  expect(flat.notes).toEqual(["Not compared, since no direction is declared for them: data_received."]);
  const nested = {
    metrics: { http_req_duration: { type: "trend", contains: "time", values: { avg: 144.5, "p(95)": 215.9 } } },
  };
  expect(figuresAt(inputOf(JSON.stringify(nested)), "http_req_duration", "p(95)")).toEqual({
    kind: "single",
    value: 215.9,
  });
  const declared = inputOf(JSON.stringify(k6), new Map([["data_received", "lower"]]));
  expect(figuresAt(declared, "data_received", "rate")).toEqual({ kind: "single", value: 31_000 });
  expect(messageOf('{"metrics": {"http_reqs": {"rate": "fast"}}}')).toContain(
    "metrics.http_reqs.rate must be a number from 0",
  );
});

test("CSV: trials by agent count, comparable with a run of Headroom as far as is known", () => {
  const csv = ["agents,throughput,trial", ...Array.from({ length: 10 }, (_, n) => `5,${1_000 + n},${n}`)].join("\n");
  const input = inputOf(csv, undefined, "run.csv");
  expect(figuresAt(input, "5 agents", "throughput")).toMatchObject({ kind: "trials" });
  const { differences, unknown } = compareResults([input.measured], measuredOf(realisticResult({ seed: 1 })));
  expect(differences).toEqual([]);
  expect(unknown).toContain("browser is not recorded in the baseline");
});

test.each([
  ["nothing", "", "empty"],
  ["a truncated file", JSON.stringify(realisticResult({ seed: 1 })).slice(0, 500), "it may be cut short"],
  ["a newer version", '{"format": "headroom-result", "version": 9}', "newer Headroom (result version 9"],
  ["a wrong version", '{"format": "headroom-result", "version": "one"}', 'field "version" must be a whole number'],
  ["a result with a field missing", '{"format": "headroom-result", "version": 1}', "id is missing"],
  ["other people's JSON", '{"name": "headroom", "dependencies": {}}', 'no field "format"'],
  ["a list", "[1, 2]", 'no field "format"'],
  ["a reference", publishedText, 'field "schema" is "published-reference/1"'],
  ["prose", "Dear reader", "of no kind that can be compared"],
  ["a CSV without throughput", "agents,speed\n1,2", 'column "throughput" is missing'],
])("%s is refused with the field and the way out", (_, text, part) => {
  expect(messageOf(text)).toContain(part);
});

test("a trial that stands twice is refused by its place", () => {
  const result = realisticResult({ seed: 1 });
  const text = JSON.stringify({ ...result, samples: [...result.samples, result.samples[3]] });
  expect(messageOf(text)).toContain(`samples[${result.samples.length}] repeats an earlier one`);
});

test("no mutation of any format does worse than a message", () => {
  const texts = [
    JSON.stringify(pytest),
    JSON.stringify(k6),
    JSON.stringify(baseline),
    freeagenticsTexts[0],
    JSON.stringify(realisticResult({ seed: 9, repeats: 1 })),
  ];
  const junk = ["null", "-1", "1e999", '"x"', "{}", "[]", "", "}", '"__proto__"', "0"];
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.nat(), (text, seed) => {
      const random = seededRandom(seed);
      const from = Math.floor(random() * text.length);
      const to = from + Math.floor(random() * 30);
      const mutated = text.slice(0, from) + junk[Math.floor(random() * junk.length)]! + text.slice(to);
      const read = readSide("x", mutated);
      if (read.state === "read") {
        const { measured } = read.side;
        expect(compareResults([measured], measured).cells.length).toBeLessThanOrEqual(measured.cells.length);
      } else {
        expect(read.message.length).toBeGreaterThan(10);
      }
    }),
    { numRuns: 150 },
  );
});

test("every reader knows its own files, and no other knows them first", () => {
  const files: Readonly<Record<string, string>> = {
    "pytest-benchmark": JSON.stringify(pytest),
    "freeagentics-results": freeagenticsTexts[0],
    "k6-summary": JSON.stringify(k6),
    "freeagentics-load-test": JSON.stringify(loadTest),
    "freeagentics-snapshot": JSON.stringify(snapshot),
    "freeagentics-baseline": JSON.stringify(baseline),
    "agents-csv": "agents,throughput\n1,20\n",
  };
  expect(FOREIGN_READERS.map(({ kind }) => kind).sort()).toEqual(Object.keys(files).sort());
  for (const { kind, title } of FOREIGN_READERS) {
    expect(inputOf(files[kind] ?? "").source).toEqual({ kind: "file", title });
    expect(messageOf("Dear reader")).toContain(title);
  }
});
