// The real command on reduced public files, each with the right answer worked out apart from Headroom, and on further inputs of each kind.
import * as v from "valibot";
import { expect, test } from "vitest";
import { publicCase } from "../../src/results/fixtures/public-cases.ts";
import { judgeFiles } from "./fixtures/judge-files.ts";

const { refusal, regress } = judgeFiles();

const machineSchema = v.object({
  results: v.object({
    metrics: v.array(v.looseObject({ name: v.string(), values: v.record(v.string(), v.number()) })),
  }),
});

/** The numbers of a file times a factor, wherever they stand under one of these names. */
function scaled(text: string, names: readonly string[], by: number): string {
  const pattern = new RegExp(`"(${names.join("|")})": ([0-9.e-]+)`, "g");
  return text.replaceAll(pattern, (_, name: string, value: string) => `"${name}": ${Number(value) * by}`);
}

/** A benchmark whose clock read nothing but 0. */
const ZERO =
  '{"name": "test_zero", "fullname": "t.py::test_zero", "params": null, "extra_info": {}, "stats": {"min": 0.0, "max": 0.0, "mean": 0.0, "stddev": 0.0, "rounds": 3, "median": 0.0, "iterations": 1, "data": [0.0, 0.0, 0.0]}}';

const TIMES = ["min", "max", "mean", "stddev", "median", "iqr", "q1", "q3"];
const later = (text: string): string => text.replaceAll('"datetime": "2', '"datetime": "3');
const sessions = [1, 2, 3, 4, 5].map((n) => publicCase(`06-k6-session-${n}.json`));

test("01: two runners of one processor, and the name of the host is incidental", () => {
  const { status, cells } = regress([publicCase("01-ci-host-baseline.json")], publicCase("01-ci-host-current.json"));
  expect(status).toBe(0);
  const changes = cells.map(({ outcome }) => Math.round((outcome.figures.change ?? 0) * 1_000) / 1_000);
  expect(changes).toEqual([-0.139, -0.142, -0.076]);
  // Further inputs: another host, user and patch release are no matter; another processor is.
  const was = publicCase("01-ci-host-baseline.json");
  const elsewhere = later(was).replace(/"node": "[^"]*"/, '"node": "another-host"');
  expect(regress([was], elsewhere)).toMatchObject({ status: 0 });
  const otherProcessor = later(was).replaceAll(/"brand_raw": "[^"]*"/g, '"brand_raw": "Another CPU"');
  expect(otherProcessor).not.toBe(later(was));
  expect(refusal([was], otherProcessor)).toMatchObject({ status: 4 });
});

test("03: five rounds, and every new minimum above the old maximum", () => {
  const [was, is] = [publicCase("03-five-rounds-baseline.json"), publicCase("03-five-rounds-current.json")];
  const { status, verdicts, cells } = regress([was], is);
  expect(status).toBe(1);
  expect(new Set(verdicts)).toEqual(new Set(["critical"]));
  for (const { outcome } of cells) expect(outcome.figures.interval?.low).toBeGreaterThan(0.25);
  // Further inputs: as much faster, and unchanged.
  expect(new Set(regress([later(is).replaceAll("3026", "2026")], later(later(was))).verdicts)).not.toContain(
    "critical",
  );
  expect(regress([was], later(was)).verdicts).not.toContain("critical");
});

test("04: fifty thousand rounds are tight", () => {
  const was = publicCase("04-tight-interval-baseline.json");
  const { status, cells } = regress([was], publicCase("04-tight-interval-30pc-slower.json"));
  expect(status).toBe(1);
  expect(cells[0]?.outcome).toMatchObject({ verdict: "critical" });
  expect(cells[0]?.outcome.figures.change).toBeCloseTo(0.3, 3);
  expect(cells[0]?.outcome.figures.interval?.low).toBeCloseTo(0.299, 3);
  expect(cells[0]?.outcome.figures.interval?.high).toBeCloseTo(0.301, 3);
  expect(regress([was], later(scaled(was, TIMES, 1.2))).verdicts).toEqual(["warning"]);
  expect(regress([was], later(scaled(was, TIMES, 1.001))).verdicts).toEqual(["no-change"]);
});

test("06: half of the requests fail", () => {
  const { status, cells } = regress(sessions, publicCase("06-k6-current-half-failed.json"));
  expect(status).toBe(1);
  const verdictOf = (row: string): string | undefined => cells.find((cell) => cell.row === row)?.outcome.verdict;
  expect(verdictOf("http_req_failed")).toBe("critical");
  expect(verdictOf("checks")).toBe("critical");
  expect(verdictOf("http_req_duration")).toBe("no-change");
});

test("06: sessions among themselves are no change, also where 0 is 0", () => {
  for (const n of [0, 4]) {
    const { status, verdicts } = regress(sessions.toSpliced(n, 1), sessions[n] ?? "");
    expect(status).toBe(0);
    expect(new Set(verdicts)).toEqual(new Set(["no-change"]));
  }
});

test("08: other statistics of a trend, 60 % slower", () => {
  const before = [1, 2, 3, 4, 5].map((n) => publicCase(`08-k6-trend-stats-session-${n}.json`));
  const { status, cells } = regress(before, publicCase("08-k6-trend-stats-60pc-slower.json"));
  expect(status).toBe(1);
  const latency = cells.filter(({ row }) => row === "http_req_duration");
  expect(latency.map(({ metric }) => metric.id)).toEqual(["min", "p(90)", "max", "p(99.9)"]);
  for (const { outcome } of latency) {
    expect(outcome.verdict).toBe("critical");
    expect(outcome.figures.change).toBeCloseTo(0.6, 1);
  }
  // Further inputs: a percentile k6 does not know by default, and a trend that got faster.
  const renamed = (text: string): string => text.replaceAll("p(99.9)", "p(97.35)");
  const other = regress(before.map(renamed), renamed(publicCase("08-k6-trend-stats-60pc-slower.json")));
  const odd = other.cells.find(({ row, metric }) => row === "http_req_duration" && metric.id === "p(97.35)");
  expect(odd?.outcome.verdict).toBe("critical");
  const quicker = (before[0] ?? "").replace(/"http_req_duration": \{[^{}]*\{[^{}]*\}/, (entry) =>
    scaled(entry, ["min", "max", "p\\(90\\)", "p\\(99.9\\)"], 0.6),
  );
  const faster = regress(before.slice(1), quicker);
  const quick = faster.cells.filter(({ row }) => row === "http_req_duration");
  expect(new Set(quick.map(({ outcome }) => outcome.verdict))).toEqual(new Set(["improved"]));
  expect(faster.status).toBe(0);
});

test("09: the machine-readable summary has the figures of the two other shapes", () => {
  const { cells } = regress(
    [publicCase("09-k6-machine-readable-baseline.json")],
    publicCase("09-k6-machine-readable-current.json"),
  );
  const p95 = cells.find(({ row, metric }) => row === "http_req_duration" && metric.id === "p(95)");
  expect(p95?.outcome.figures.change).toBeCloseTo(0.5, 12);
  // Further inputs: the same figures as handleSummary writes them, and as --summary-export does.
  const machine = publicCase("09-k6-machine-readable-baseline.json");
  const { metrics } = v.parse(machineSchema, JSON.parse(machine)).results;
  const handled = { metrics: Object.fromEntries(metrics.map(({ name, ...rest }) => [name, rest])) };
  const exported = {
    metrics: Object.fromEntries(
      metrics.map(({ name, values: { rate, ...values } }) => [name, { ...values, rate, value: rate }]),
    ),
  };
  for (const shape of [handled, exported]) {
    const judged = regress([machine], JSON.stringify(shape));
    const same = judged.cells.filter(({ row }) => row === "http_req_duration" || row === "http_req_failed");
    expect(same.length).toBeGreaterThan(4);
    for (const { outcome } of same) expect(outcome.figures.change).toBeCloseTo(0, 12);
  }
});

test("19: no deviation on both sides", () => {
  const was = publicCase("19-zero-variance-summary-baseline.json");
  const { status, verdicts } = regress([was], publicCase("19-zero-variance-summary-current.json"));
  expect(status).toBe(1);
  expect(verdicts).toEqual(["critical", "no-change"]);
  expect(regress([was], later(scaled(was, TIMES, 0.5))).verdicts).toEqual(["improved", "improved"]);
  expect(regress([was], later(scaled(was, TIMES, 1.08))).verdicts).toEqual(["minor", "minor"]);
});

test("20: rounds of 0 are named, and the others judged", () => {
  const file = publicCase("20-zero-round.json");
  const { status, verdicts, stdout, stderr } = regress([file], later(file));
  expect(status).toBe(0);
  expect(verdicts).toEqual(["no-change"]);
  expect(stdout + stderr).toContain("5 of 12 rounds are left out, since the clock read 0");
  // Further inputs: one round of 0, and nothing but rounds of 0 beside a good benchmark.
  const good = publicCase("21-python-nan.json");
  const once = regress([good], later(good).replace('"data": [0.01006714114753696', '"data": [0.0'));
  expect(once).toMatchObject({ status: 0, verdicts: ["no-change"] });
  expect(once.stdout + once.stderr).toContain("1 of 20 rounds is left out");
  const two = good.replace('"benchmarks": [', `"benchmarks": [${ZERO}, `);
  const beside = regress([two], later(two));
  expect(beside.stdout + beside.stderr).toContain("test_zero");
  expect(beside.verdicts).toContain("no-change");
});

test("21: NaN and Infinity, as Python writes them, in fields that do not matter", () => {
  const file = publicCase("21-python-nan.json");
  expect(regress([file], later(file))).toMatchObject({ status: 0, verdicts: ["no-change"] });
  // Further inputs: -Infinity and NaN elsewhere, and NaN in a figure that matters, which is named with its place.
  const elsewhere = later(file).replace(
    '"version": "4.0.0"',
    '"version": "4.0.0", "commit_info": {"x": -Infinity, "y": [NaN]}',
  );
  expect(regress([file], elsewhere)).toMatchObject({ status: 0, verdicts: ["no-change"] });
  const broken = refusal(
    [file],
    later(file)
      .replace(/"mean": [0-9.e-]+/, '"mean": NaN')
      .replace(/"data": \[[^\]]*\]/, '"data": []'),
  );
  expect(broken.status).not.toBe(0);
  expect(broken.stderr).toMatch(/mean.*NaN|NaN.*mean/);
});

test("30: an outlier among saved rounds", () => {
  const was = publicCase("30-outlier-rounds-baseline.json");
  const is = publicCase("30-outlier-rounds-current.json");
  const same = regress([was], is);
  expect(same).toMatchObject({ status: 0, verdicts: ["no-change"] });
  expect(same.cells[0]?.outcome.figures.change).toBeCloseTo(0.001, 3);
  const slower = is.replace(/"data": \[[^\]]*\]/, (list) =>
    list.replaceAll(/\d+\.\d+/g, (round) => String(Number(round) * 1.4)),
  );
  const judged = regress([was], slower);
  expect(judged).toMatchObject({ status: 1, verdicts: ["critical"] });
  expect(judged.cells[0]?.outcome.figures.change).toBeCloseTo(0.4, 2);
  const less = is.replace(/"data": \[[^\]]*\]/, (list) =>
    list.replaceAll(/\d+\.\d+/g, (round) => String(Number(round) * 0.8)),
  );
  expect(regress([was], less)).toMatchObject({ status: 0, verdicts: ["improved"] });
});
