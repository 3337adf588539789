// The verdict of CI for real, in a folder of its own: every exit code, with the Markdown that a pull request gets.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { realisticResult } from "../../src/results/fixtures/realistic-result.ts";
import { shardsOf } from "../../src/results/fixtures/shards.ts";
import { timeScaled } from "../../src/results/fixtures/time-scaled.ts";
import { uncounted } from "../../src/measurement/run/sample.ts";
import type { Result } from "../../src/results/format/result.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const house = mkdtempSync(join(tmpdir(), "headroom-ci-"));
const GROUPS = [[1, 5, 10], [15, 20, 30], [50]];
const MARKER = "<!-- headroom-benchmark -->\n";

const whole = realisticResult({ seed: 11, noise: 0.005 });
const baseline: Result = { ...whole, id: "baseline", createdAt: "2026-02-01T00:00:00.000Z" };

/** The same code measured again: a little different in every trial, and slower by that share. */
function again(slower = 0): Result {
  const samples = whole.samples.map((sample, n) =>
    timeScaled(sample, (1 + slower) * (1 + 0.001 * (((n * 7) % 5) - 2))),
  );
  return { ...whole, id: `again-${slower * 100}`, samples };
}

let folders = 0;

/** A working folder of CI with these shards, and a baseline unless told otherwise. */
function folder(
  result: Result,
  change: (shard: Result, n: number) => unknown = (shard) => shard,
  keepsBaseline = true,
) {
  const path = join(house, String((folders += 1)));
  for (const [n, { name, result: shard }] of shardsOf(result, GROUPS).entries()) {
    mkdirSync(join(path, "shards", `shard-${n}`), { recursive: true });
    const content = change(shard, n);
    const text = typeof content === "string" ? content : JSON.stringify(content);
    writeFileSync(join(path, "shards", `shard-${n}`, name), text);
  }
  mkdirSync(join(path, "baseline"));
  if (keepsBaseline) writeFileSync(join(path, "baseline", "current.json"), JSON.stringify(baseline));
  return path;
}

function runAt(site: readonly string[], path: string, ...more: readonly string[]) {
  const args = ["--shards", "shards", "--out", "out", ...site, ...more];
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "scripts/ci-verdict.mjs"), ...args], {
    cwd: path,
    encoding: "utf8",
    env: { ...process.env, GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: join(path, "summary.md") },
  });
  const markdown = existsSync(join(path, "out", "verdict.md"))
    ? readFileSync(join(path, "out", "verdict.md"), "utf8")
    : "";
  return { status, stdout, stderr, markdown };
}

function run(path: string, ...more: readonly string[]) {
  return runAt(["--site", "https://example.org/headroom/"], path, ...more);
}

const judged = ["--baseline", "baseline"];

afterAll(() => {
  rmSync(house, { recursive: true, force: true });
});

test("0: no baseline yet is a notice, with a link to the result", () => {
  const path = folder(again(), undefined, false);
  const { status, stdout, stderr, markdown } = run(path, ...judged, "--baseline", "nowhere.json");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toContain("::notice title=Headroom::There is no baseline yet, so nothing was judged.");
  expect(markdown.startsWith(`${MARKER}## Headroom: nothing to judge yet\n\nThere is no baseline yet`)).toBe(true);
  expect(markdown).toContain("[Open this result in Headroom](https://example.org/headroom/#/r/3.");
  expect(readFileSync(join(path, "summary.md"), "utf8")).toBe(markdown);
});

test("0: fine, with the table, the comparison's link, the summary and JUnit", () => {
  const path = folder(again());
  const { status, stderr, markdown } = run(path, ...judged);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(markdown.startsWith(`${MARKER}## Headroom\n\n**No difference`)).toBe(true);
  expect(markdown).toContain("| 50 agents | throughput |");
  expect(markdown).toContain("[Open this comparison in Headroom](https://example.org/headroom/#/compare/v2,3.");
  expect(markdown).toContain("No regression at or above the limit.");
  expect(readFileSync(join(path, "summary.md"), "utf8")).toBe(markdown);
  expect(readFileSync(join(path, "out", "verdict.xml"), "utf8")).toContain("<testsuites");
});

test.each([[[]], [["--site", ""]], [["--site", "http://localhost:4173/"]], [["--site", "http://127.0.0.1/"]]])(
  "no link leads readers to a machine of their own: %j",
  (site) => {
    const { status, markdown } = runAt(site, folder(again()), ...judged);
    expect(status).toBe(0);
    expect(markdown).toContain("No regression at or above the limit.");
    expect(markdown).not.toMatch(/\]\(|localhost|127\.0/);
  },
);

test("2: flags that are none are named, with the nearest", () => {
  const path = folder(again());
  const mistyped = run(path, "--baselin", "baseline");
  expect(mistyped.status).toBe(2);
  expect(mistyped.stderr).toContain("--baselin is no flag of npm run ci:verdict. Did you mean --baseline?");
  const elsewhere = runAt(["--site", "nowhere"], path);
  expect(elsewhere.status).toBe(2);
  expect(elsewhere.stderr).toContain("--site must be an address");
  expect(run(path, "--help").stdout).toContain("Example: npm run ci:verdict");
});

test("1: a regression; what stands behind a further -- is for regress", () => {
  const path = folder(again(0.15));
  const { status, stderr, markdown } = run(path, ...judged);
  expect(status).toBe(1);
  expect(stderr).toContain("fail (--fail-on warning)");
  expect(markdown).toContain("**Exit code 1.** ");
  expect(run(path, ...judged, "--", "--fail-on", "critical").status).toBe(0);
  expect(run(path, ...judged, "--not-comparable", "pass").status).toBe(1);
});

test("4: not comparable with the baseline, or among the shards; it passes where that is asked for", () => {
  const other = (shard: Result): Result => ({
    ...shard,
    environment: { ...shard.environment, browser: "Firefox 150 @everyone https://evil.example" },
  });
  const all = folder(again(), other);
  const { status, markdown } = run(all, ...judged);
  expect(status).toBe(4);
  expect(markdown).toContain(
    "**Exit code 4.** Not comparable: browser: Chromium 156 against Firefox 150 @\u200Beveryone",
  );
  expect(markdown).not.toMatch(/@everyone|https:\/\/evil/);
  expect(markdown).toContain("#/compare/v2,3.");
  const one = folder(again(), (shard, n) => (n === 2 ? other(shard) : shard));
  const among = run(one, ...judged);
  expect(among.status).toBe(4);
  expect(among.markdown).toContain("## Headroom: not comparable\n");
  expect(among.markdown).toContain("shard-3.json");
  const passed = run(one, ...judged, "--not-comparable", "pass");
  expect(passed.status).toBe(0);
  expect(passed.stdout).toContain("::warning title=Headroom::Not comparable: nothing was judged.");
  expect(passed.markdown).toContain("It passes, as --not-comparable pass says.");
});

test("3: a row without a trial that counts, with a baseline and without", () => {
  const disturbed = (shard: Result): Result => ({
    ...shard,
    samples: shard.samples.map((sample) =>
      sample.at === 50 ? uncounted(sample, "invalid", "The tab was hidden.") : sample,
    ),
  });
  const path = folder(again(), disturbed);
  const { status, markdown } = run(path, ...judged);
  expect(status).toBe(3);
  expect(markdown).toContain("**Exit code 3.** ");
  expect(markdown).toContain("are missing in the current result");
  const first = run(path, "--keep", "kept/current.json");
  expect(first.status).toBe(3);
  expect(first.markdown).toContain("No trial counts at 50 agents");
  expect(existsSync(join(path, "kept"))).toBe(false);
});

test("3: a shard that never came is a missing row; one shard alone needs no merging", () => {
  const path = folder(again());
  rmSync(join(path, "shards", "shard-2"), { recursive: true });
  expect(run(path, ...judged).status).toBe(3);
  rmSync(join(path, "shards", "shard-1"), { recursive: true });
  const { status, markdown } = run(path, ...judged);
  expect(status).toBe(3);
  expect(markdown).toContain("| 50 agents | throughput |");
});

test("3: what a shard never brought keeps the baseline as it is, and is known without one by --agents", () => {
  const path = folder(again());
  rmSync(join(path, "shards", "shard-2"), { recursive: true });
  const kept = join(path, "baseline", "current.json");
  const before = readFileSync(kept, "utf8");
  expect(run(path, "--baseline", kept, "--keep", kept).status).toBe(3);
  expect(readFileSync(kept, "utf8")).toBe(before);
  const first = run(path, "--agents", "1,5,10,15,20,30,50", "--keep", "kept.json");
  expect(first.status).toBe(3);
  expect(first.markdown).toContain("No trial counts at 50 agents");
  expect(existsSync(join(path, "kept.json"))).toBe(false);
  expect(run(path, "--agents", "1,5,10,15,20,30").status).toBe(0);
  expect(run(path, "--agents", "1,x").status).toBe(2);
});

test("2: a bad shard, none at all, a bad baseline, a bad argument", () => {
  const cut = folder(again(), (shard, n) => (n === 1 ? JSON.stringify(shard).slice(0, 900) : shard));
  const { status, stderr, markdown } = run(cut, ...judged);
  expect(status).toBe(2);
  expect(stderr).toContain("shard-2.json: This file cannot be read");
  expect(markdown).toContain("## Headroom: the results could not be read\n");
  expect(markdown).toContain("shard-2.json: This file cannot be read");
  const none = folder(again());
  rmSync(join(none, "shards"), { recursive: true });
  expect(run(none, ...judged).markdown).toContain("There is no result below shards.");
  const bad = folder(again());
  writeFileSync(join(bad, "baseline", "current.json"), "{}");
  const refused = run(bad, ...judged);
  expect(refused.status).toBe(2);
  expect(refused.markdown).toContain("**Exit code 2.** Baseline");
  expect(run(bad, "--not-comparable", "maybe").status).toBe(2);
});

test("a valid result is kept as the next baseline, and judges the next run", () => {
  const path = folder(again(), undefined, false);
  const { status, markdown } = run(path, "--keep", "baseline/current.json");
  expect(status).toBe(0);
  expect(markdown).toContain("Kept as the baseline.");
  const kept = join(path, "baseline", "current.json");
  const next = folder(again(0.15), undefined, false);
  // Judged against what it then replaces.
  expect(run(next, "--baseline", kept, "--keep", kept).status).toBe(1);
  expect(readFileSync(kept, "utf8")).toBe(readFileSync(join(next, "out", "current.json"), "utf8"));
});
