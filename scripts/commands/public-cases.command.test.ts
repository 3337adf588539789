// The real command on reduced public files, each with the right answer worked out apart from Headroom, and on further inputs of each kind.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as v from "valibot";
import { afterAll, expect, test } from "vitest";
import { publicCase } from "../../src/results/fixtures/public-cases.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const house = mkdtempSync(join(tmpdir(), "headroom-cases-"));

afterAll(() => {
  rmSync(house, { recursive: true, force: true });
});

const share = v.nullable(v.number());
const reportSchema = v.object({
  comparison: v.object({
    cells: v.array(
      v.object({
        row: v.string(),
        metric: v.object({ id: v.string() }),
        outcome: v.object({
          verdict: v.string(),
          figures: v.object({ change: share, interval: v.nullable(v.object({ low: v.number(), high: v.number() })) }),
        }),
      }),
    ),
  }),
});

let written = 0;

/** Judges texts of files by the real command. */
function regress(baselines: readonly string[], current: string) {
  const put = (text: string): string => {
    written += 1;
    const path = join(house, `${written}.json`);
    writeFileSync(path, text);
    return path;
  };
  const json = join(house, "report.out");
  const args = [...baselines.flatMap((text) => ["--baseline", put(text)]), "--current", put(current), "--json", json];
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/regress.mjs", ...args], {
    cwd: root,
    encoding: "utf8",
  });
  const { cells } = v.parse(reportSchema, JSON.parse(readFileSync(json, "utf8"))).comparison;
  const verdicts = cells.map(({ outcome }) => outcome.verdict);
  return { status, stdout, stderr, cells, verdicts };
}

/** The numbers of a file times a factor, wherever they stand under one of these names. */
function scaled(text: string, names: readonly string[], by: number): string {
  const pattern = new RegExp(`"(${names.join("|")})": ([0-9.e-]+)`, "g");
  return text.replaceAll(pattern, (_, name: string, value: string) => `"${name}": ${Number(value) * by}`);
}

const TIMES = ["min", "max", "mean", "stddev", "median", "iqr", "q1", "q3"];
const later = (text: string): string => text.replaceAll('"datetime": "2', '"datetime": "3');
const sessions = [1, 2, 3, 4, 5].map((n) => publicCase(`06-k6-session-${n}.json`));

test("01: two runners of one processor, and the name of the host is incidental", () => {
  const { status, cells } = regress([publicCase("01-ci-host-baseline.json")], publicCase("01-ci-host-current.json"));
  expect(status).toBe(0);
  const changes = cells.map(({ outcome }) => Math.round((outcome.figures.change ?? 0) * 1_000) / 1_000);
  expect(changes).toEqual([-0.139, -0.142, -0.076]);
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
});

test("09: the machine-readable summary has the figures of the two other shapes", () => {
  const { cells } = regress(
    [publicCase("09-k6-machine-readable-baseline.json")],
    publicCase("09-k6-machine-readable-current.json"),
  );
  const p95 = cells.find(({ row, metric }) => row === "http_req_duration" && metric.id === "p(95)");
  expect(p95?.outcome.figures.change).toBeCloseTo(0.5, 12);
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
});

test("21: NaN and Infinity, as Python writes them, in fields that do not matter", () => {
  const file = publicCase("21-python-nan.json");
  expect(regress([file], later(file))).toMatchObject({ status: 0, verdicts: ["no-change"] });
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
});
