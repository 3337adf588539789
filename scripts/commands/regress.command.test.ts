// The real command: every exit code, every message of bad input, and a printed table that is the page's.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compareResults } from "../../src/regression/comparison.ts";
import { measuredOf } from "../../src/comparison/cells/result-cells.ts";
import { uncounted } from "../../src/measurement/run/sample.ts";
import { freeagenticsTexts } from "../../src/results/fixtures/files.ts";
import { realisticResult } from "../../src/results/fixtures/realistic-result.ts";
import { timeScaled } from "../../src/results/fixtures/time-scaled.ts";
import { readCompareAddress } from "../../src/comparison/compare-address.ts";
import { decodeLink } from "../../src/results/link/result-link.ts";
import type { Result } from "../../src/results/format/result.ts";
import { withSharedNotes } from "../../src/comparison/shared-notes.ts";
import { toTextTable, verdictRows } from "../../src/comparison/verdict-table.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const house = mkdtempSync(join(tmpdir(), "headroom-regress-"));

function put(name: string, text: string): string {
  const path = join(house, name);
  writeFileSync(path, text);
  return path;
}

function run(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/regress.mjs", ...args], {
    cwd: root,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

/** The same run again as another session: its own id, so many days later, ops slower by that share. */
function session(id: string, day: number, slower = 0, noise = 0.005): Result {
  const result = realisticResult({ seed: 11, noise });
  const again = realisticResult({ seed: 11, noise });
  // A little of its own, so that no two sessions are equal.
  const own = (n: number): number => 1 + 0.001 * (((n * 7 + day) % 5) - 2);
  const samples = again.samples.map((sample, n) => timeScaled(sample, (1 + slower) * own(n)));
  return { ...result, id, createdAt: `2026-03-0${day}T00:00:00.000Z`, samples };
}

const before = session("before", 1);
const after = session("after", 2);
const slow = session("slow", 3, 0.15);
const paths = { before: "", after: "", slow: "", first: "", second: "" };

beforeAll(() => {
  paths.before = put("before.json", JSON.stringify(before));
  paths.after = put("after.json", JSON.stringify(after));
  paths.slow = put("slow.json", JSON.stringify(slow));
  paths.first = put("first.json", freeagenticsTexts[0]);
  paths.second = put("second.json", freeagenticsTexts[1]);
});

afterAll(() => {
  rmSync(house, { recursive: true, force: true });
});

test("0: no regression, and the printed table is the one that the page shows", () => {
  const { status, stdout, stderr } = run("--baseline", paths.before, "--current", paths.after);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const comparison = compareResults([measuredOf(before)], measuredOf(after));
  expect(stdout).toContain(toTextTable(withSharedNotes(verdictRows(comparison)).rows));
});

test("1: a slow-down of 15 % is a warning, which --fail-on critical lets pass", () => {
  const failing = run("--baseline", paths.before, "--current", paths.slow);
  expect(failing.status).toBe(1);
  expect(failing.stderr).toContain("fail (--fail-on warning)");
  expect(run("--baseline", paths.before, "--current", paths.slow, "--fail-on", "critical").status).toBe(0);
});

test("0 with a warning where all is inconclusive; 1 with --fail-on inconclusive", () => {
  const { status, stdout } = run("--baseline", paths.first, "--current", paths.second);
  expect(status).toBe(0);
  expect(stdout).toContain("Warning: 17 of 17 figures are inconclusive.");
  expect(run("--baseline", paths.first, "--current", paths.second, "--fail-on", "inconclusive").status).toBe(1);
});

test("several sessions of a baseline", () => {
  const more = [4, 5].map((day) => put(`s${day}.json`, JSON.stringify(session(`s${day}`, day))));
  const last = put("last.json", JSON.stringify(session("last", 6, 0.4)));
  const baselines = [paths.before, paths.after, ...more].flatMap((path) => ["--baseline", path]);
  const { status, stdout } = run(...baselines, "--current", last);
  expect(status).toBe(1);
  expect(stdout).toContain("critical");
});

test("2: bad input, each with a message that names the field or the argument", () => {
  const good = ["--baseline", paths.before];
  const cut = put("cut.json", JSON.stringify(after).slice(0, 900));
  const newer = put("newer.json", JSON.stringify({ ...after, version: 99 }));
  const other = put("other.json", '{"name": "someone", "private": true}');
  const cases: readonly (readonly [readonly string[], string])[] = [
    [[...good], "--current is missing"],
    [["--current", paths.after], "--baseline is missing"],
    [[...good, "--current", paths.after, "--fail-on", "never"], '--fail-on is "never"'],
    [[...good, "--current", paths.after, "--noise-floor", "lots"], '--noise-floor is "lots"'],
    [[...good, "--current", paths.after, "--colour"], "--colour is no flag of npm run regress. It takes: --baseline"],
    [["--baselin", paths.before], "Did you mean --baseline?"],
    [[...good, "--current", paths.after, "--allow", "borwser"], 'Did you mean "browser"?'],
    [[...good, "--current", "--fail-on", "minor"], "--current needs a value."],
    [[...good, "--current", join(house, "nowhere.json")], "nowhere.json cannot be read"],
    [[...good, "--current", cut], "it may be cut short"],
    [[...good, "--current", newer], "newer Headroom (result version 99"],
    [[...good, "--current", other], 'no field "format"'],
    [[...good, "--current", paths.before], 'their field "id" is "before"'],
    [[...good, ...good, "--current", paths.after], "the same session"],
    [["--baseline", paths.after, "--current", paths.before], 'by their field "createdAt"'],
    [[...good, "--current", paths.after, "--markdown", join(house, "no", "where.md")], "cannot be written"],
  ];
  for (const [args, part] of cases) {
    const { status, stderr } = run(...args);
    expect({ args, status }).toEqual({ args, status: 2 });
    expect(stderr).toContain(part);
  }
  expect(run("--baseline", paths.after, "--current", paths.before, "--allow-newer-baseline").status).toBe(0);
});

test("3: a row missing, and a run in which nothing was measured", () => {
  const short = { ...after, samples: after.samples.filter(({ at }) => at !== 50) };
  const missing = run("--baseline", paths.before, "--current", put("short.json", JSON.stringify(short)));
  expect(missing.status).toBe(3);
  expect(missing.stderr).toContain("figures are missing in the current result");
  const invalid = after.samples.map((sample) => uncounted(sample, "invalid", "The tab was hidden."));
  const nothing = put("nothing.json", JSON.stringify({ ...after, samples: invalid }));
  expect(run("--baseline", paths.before, "--current", nothing).status).toBe(3);
  expect(run("--baseline", nothing, "--current", paths.slow).status).toBe(3);
});

test("4: a recorded FreeAgentics run and a local one, and two browsers, are not comparable", () => {
  const mixed = run("--baseline", paths.first, "--current", paths.before);
  expect(mixed.status).toBe(4);
  expect(mixed.stderr).toContain("measured by: FreeAgentics against Headroom");
  const firefox = { ...after, environment: { ...after.environment, browser: "Firefox 150" } };
  const browsers = run("--baseline", paths.before, "--current", put("firefox.json", JSON.stringify(firefox)));
  expect(browsers.status).toBe(4);
  expect(browsers.stderr).toContain("browser: Chromium 156 against Firefox 150");
});

test("4 where the configuration is not the baseline's, until a flag makes it the question", () => {
  const lone = { ...after, settings: { ...after.settings, placement: "single-lane" } };
  const sides = ["--baseline", paths.before, "--current", put("lone.json", JSON.stringify(lone))];
  const kept = run(...sides);
  expect(kept.status).toBe(4);
  expect(kept.stderr).toContain("placement: pool against single-lane");
  expect(kept.stderr).toContain("add --allow configuration:");
  for (const flag of ["configuration", "placement"]) {
    const asked = run(...sides, "--allow", flag);
    expect({ flag, status: asked.status }).toEqual({ flag, status: 0 });
    expect(asked.stdout).toContain("With placement single-lane instead of pool there is no difference");
    expect(asked.stdout).toContain("The configuration differs, which is the question");
  }
});

test("reports are written beside the printed table", () => {
  const [markdown, junit, json] = ["r.md", "r.xml", "r.json"].map((name) => join(house, name));
  const { status } = run(
    "--baseline",
    paths.before,
    "--current",
    paths.slow,
    "--markdown",
    markdown!,
    "--junit",
    junit!,
    "--json",
    json!,
  );
  expect(status).toBe(1);
  expect(readFileSync(markdown!, "utf8")).toContain("| 5 agents | throughput |");
  expect(readFileSync(junit!, "utf8")).toContain('<failure type="warning"');
  expect(JSON.parse(readFileSync(json!, "utf8"))).toMatchObject({
    format: "headroom-comparison",
    version: 2,
    exitCode: 1,
  });
});

test("--site: a link to the page's comparison, baselines first, printed and in the Markdown; without it nothing", async () => {
  const markdown = join(house, "linked.md");
  const args = ["--baseline", paths.before, "--baseline", paths.after, "--current", paths.slow, "--markdown", markdown];
  const { status, stdout } = run(...args, "--site", "https://example.org/a(b)/?x#old");
  expect(status).toBe(1);
  const prefix = "https://example.org/a%28b%29/?x#/compare/";
  const link = stdout.split("\n").find((line) => line.startsWith(prefix)) ?? "";
  const [payloads = "", search] = link.slice(prefix.length).split("?");
  expect(search).toMatch(/^baseline=sessions&names=before\.json%2Cafter\.json%2Cslow\.json&check=[0-9a-f]{8}$/);
  const address = readCompareAddress(payloads, Object.fromEntries(new URLSearchParams(search)));
  if (address.state !== "read") throw new Error(address.message);
  expect(address.isUnchecked).toBe(false);
  const read = await Promise.all(address.sources.split(",").map(decodeLink));
  expect(read).toEqual([before, after, slow].map((result) => ({ state: "read", result })));
  expect(readFileSync(markdown, "utf8").endsWith(`\n[Open this comparison in Headroom](${link})\n`)).toBe(true);
  expect(run(...args).stdout).not.toContain("#/compare/");
  expect(readFileSync(markdown, "utf8")).not.toContain("Open this comparison");
});

test("--calibration raises the floor to what the same code differs by, and one from elsewhere does not count", () => {
  const steady = [7, 8].map((day) => put(`c${day}.json`, JSON.stringify(session(`c${day}`, day))));
  const rough = put("rough.json", JSON.stringify(session("rough", 9, 0.2)));
  const judge = (...files: readonly string[]) =>
    run("--baseline", paths.before, "--current", paths.slow, ...files.flatMap((file) => ["--calibration", file]));
  expect(judge(...steady).status).toBe(1);
  expect(judge(steady[0]!, rough).status).toBe(0);
  const firefox = { ...session("elsewhere", 9), environment: { ...after.environment, browser: "Firefox 150" } };
  const other = judge(steady[0]!, put("elsewhere.json", JSON.stringify(firefox)));
  expect(other.status).toBe(1);
  expect(other.stdout).toContain("The calibration does not count");
  expect(judge(steady[0]!).stderr).toContain("--calibration stands 1 times");
  expect(judge(steady[0]!, steady[0]!)).toMatchObject({ status: 2 });
  const hiding = judge(paths.before, paths.slow);
  expect(hiding.status).toBe(2);
  expect(hiding.stderr).toContain("The calibration holds before.json, which is judged itself");
});

test("--site says why there is no link: a foreign file, or more than six results", () => {
  const site = ["--site", "http://localhost:4173/"];
  const foreign = run("--baseline", paths.first, "--current", paths.second, ...site);
  expect({
    status: foreign.status,
    has: foreign.stdout.includes("No link: first.json is no result of Headroom"),
  }).toEqual({
    status: 0,
    has: true,
  });
  const many = [1, 2, 3, 4, 5, 6].map((day) => put(`m${day}.json`, JSON.stringify(session(`m${day}`, day))));
  const last = put("m7.json", JSON.stringify(session("m7", 7)));
  const { stdout } = run(...many.flatMap((path) => ["--baseline", path]), "--current", last, ...site);
  expect(stdout).toContain("No link: the page compares at most 6 results, and these are 7.");
  expect(run("--baseline", paths.before, "--current", paths.after, "--site", "nowhere").status).toBe(2);
});

test("help names every exit code", () => {
  const { status, stdout } = run("--help");
  expect(status).toBe(0);
  for (const part of [
    "0 fine",
    "1 a regression",
    "2 bad input",
    "3 an invalid run",
    "4 not comparable",
    "(default: warning)",
    "Example: npm run regress",
  ]) {
    expect(stdout).toContain(part);
  }
});
