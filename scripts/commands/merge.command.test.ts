// The real command: every exit code, and a merged file that is read again with the rows of the whole run.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { measuredOf } from "../../src/comparison/cells/result-cells.ts";
import { freeagenticsTexts } from "../../src/results/fixtures/files.ts";
import { realisticResult } from "../../src/results/fixtures/realistic-result.ts";
import { shardsOf } from "../../src/results/fixtures/shards.ts";
import { decodeLink } from "../../src/results/link/result-link.ts";
import { readResultText } from "../../src/results/format/result-text.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const house = mkdtempSync(join(tmpdir(), "headroom-merge-"));
const whole = realisticResult({ seed: 21, repeats: 4 });
const shards = shardsOf(whole, [[1, 5, 10], [15, 20, 30], [50]]);
const out = join(house, "current.json");

function put(name: string, content: unknown): string {
  const path = join(house, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

const paths = shards.map(({ name, result }) => put(name, result));
const [one = "", two = "", three = ""] = paths;

function run(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/merge.mjs", ...args], {
    cwd: root,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

afterAll(() => {
  rmSync(house, { recursive: true, force: true });
});

test("0: the merged file holds every row, and the printed link the same result", async () => {
  const { status, stdout, stderr } = run("--out", out, ...paths, "--site", "https://example.org/headroom/");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const [said = "", link = "", ...more] = stdout.trim().split("\n");
  expect(more).toEqual([]);
  expect(said).toContain(`3 results, 1, 5, 10, 15, 20, 30, 50 agents, ${whole.samples.length} trials: ${out} (merged-`);
  const read = readResultText(readFileSync(out, "utf8"));
  if (read.state === "refused") throw new Error(read.message);
  expect(measuredOf(read.result)).toEqual(measuredOf(whole));
  const prefix = "https://example.org/headroom/#/r/";
  expect(link.startsWith(prefix)).toBe(true);
  expect(await decodeLink(link.slice(prefix.length))).toEqual(read);
});

test("2: bad input, each with a message that names the file, the field and the way out", () => {
  const [shard] = shards;
  if (shard === undefined) throw new Error("Three were made.");
  const [sample] = shard.result.samples;
  const cut = put("cut.json", JSON.stringify(shard.result).slice(0, 900));
  const newer = put("newer.json", { ...shard.result, version: 99 });
  const other = put("other.json", { name: "someone" });
  const foreign = put("foreign.json", freeagenticsTexts[0]);
  const edited = put("edited.json", { ...shard.result, createdAt: "yesterday" });
  const repeated = put("repeated.json", { ...shard.result, samples: [sample, sample] });
  const slower = put("slower.json", {
    ...shard.result,
    settings: { ...shard.result.settings, policyLength: 3 },
  });
  const cases: readonly (readonly [readonly string[], string])[] = [
    [[one, two], "--out is missing"],
    [["--out", out, one], "at least two results"],
    [["--out", out, one, two, "--sit", "x"], "Did you mean --site?"],
    [["--out", out, one, two, "--site", "javascript:alert(1)"], "--site must be an address"],
    [["--out", two, one, two], "is one of the results to merge"],
    [["--out", join(house, "no", "where.json"), one, two], "cannot be written"],
    [["--out", out, one, join(house, "nowhere.json")], "nowhere.json cannot be read"],
    [["--out", out, cut, two], "cut.json: This file cannot be read: it is not valid JSON"],
    [["--out", out, newer, two], "newer.json: This result was made by a newer Headroom"],
    [["--out", out, other, two], 'other.json: This is not a Headroom result: its field "format"'],
    [["--out", out, foreign, two], 'foreign.json: This is not a Headroom result: its field "format"'],
    [["--out", out, edited, two], "edited.json: This result cannot be read: createdAt"],
    [["--out", out, repeated, two], "repeated.json: This result cannot be read: samples[1] repeats"],
    [["--out", out, slower, two], 'The setting "policyLength" is 3 in'],
    [["--out", out, one, one], 'their field "id" is'],
  ];
  for (const [args, part] of cases) {
    const { status, stderr } = run(...args);
    expect({ args, status }).toEqual({ args, status: 2 });
    expect(stderr).toContain(part);
  }
});

test("4: environments that differ are named", () => {
  const result = shards[2]?.result ?? whole;
  const firefox = put("firefox.json", {
    ...result,
    environment: { ...result.environment, browser: "Firefox 150", isolated: false },
  });
  const { status, stderr } = run("--out", join(house, "none.json"), one, two, firefox);
  expect(status).toBe(4);
  expect(stderr).toContain(`browser: Chromium 156 against Firefox 150 (${one}, ${firefox})`);
  expect(stderr).toContain("isolated: yes against no");
});

test("help names every exit code", () => {
  const { status, stdout } = run("--help");
  expect(status).toBe(0);
  for (const part of ["0 merged", "2 bad input", "4 not comparable", "(default: http", "Example: npm run merge"])
    expect(stdout).toContain(part);
  expect(three).not.toBe("");
});
