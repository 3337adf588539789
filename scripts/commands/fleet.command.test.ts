// A fleet rehearsed without a cluster: manifests from the real command, three processes, one killed, one that gives up, and the merge.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isValid } from "../../src/measurement/run/sample.ts";
import { readResultText } from "../../src/results/format/result-text.ts";
import { readLibraryHeader, readLibraryLine } from "../../src/results/library/library-file.ts";
import {
  type Acts,
  argumentsHere,
  containerOf,
  jobIn,
  rehearse,
  runCommand,
  runStandIn,
} from "./fixtures/rehearsal.ts";

const house = mkdtempSync(join(tmpdir(), "headroom-fleet-"));
const image = `ghcr.io/example/headroom@sha256:${"0".repeat(64)}`;
const COUNTS = [1, 5, 10, 15, 20, 30, 50];
const REPEATS = 3;
const settings = [
  "--scenario",
  "scaling",
  "--agents",
  COUNTS.join(","),
  "--repeats",
  String(REPEATS),
  "--window",
  "500",
];

function written(mode: string, name: string) {
  const out = join(house, name);
  const args = ["--mode", mode, "--machines", "3", "--image", image, "--out", out, "--namespace", "bench", ...settings];
  const { status, stdout, stderr } = runCommand("fleet", args);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return { fleet: join(out, "fleet.yaml"), merge: join(out, "merge.yaml"), stdout };
}

/** Runs the whole of it in a folder of its own. */
async function rehearsed(mode: string, acts: Acts) {
  const own = mkdtempSync(join(house, `${mode}-`));
  const files = written(mode, `${own.slice(house.length + 1)}-files`);
  const job = await rehearse(files.fleet, own, acts);
  const args = argumentsHere(containerOf(jobIn(files.merge)), join(own, "claim"));
  const valueOf = (flag: string) => args[args.indexOf(flag) + 1] ?? "";
  const benchArgs = argumentsHere(containerOf(jobIn(files.fleet)), join(own, "claim"));
  return {
    own,
    job,
    benchArgs,
    folder: valueOf("--results"),
    out: valueOf("--out"),
    merge: () => runCommand("merge", args),
  };
}

/** How often each row was measured, by number of agents. */
function rowsIn(path: string): Readonly<Record<number, number>> {
  const read = readResultText(readFileSync(path, "utf8"));
  if (read.state === "refused") throw new Error(read.message);
  const rows: Record<number, number> = {};
  for (const sample of read.result.samples) {
    if (sample.series === "row" && isValid(sample)) rows[sample.at] = (rows[sample.at] ?? 0) + 1;
  }
  return rows;
}

const everyRow = (counts: readonly number[]) => Object.fromEntries(counts.map((at) => [at, REPEATS]));

beforeAll(async () => {
  mkdirSync(join(house, "warm"));
  // Bundles it once, before three processes want it at the same time.
  const { exitCode } = await runStandIn(["--help"], join(house, "warm"), {});
  if (exitCode !== 0) throw new Error(`It ended with ${exitCode}.`);
});

afterAll(() => {
  rmSync(house, { recursive: true, force: true });
});

test("I1: the command writes the files, prints three lines of kubectl, and refuses an image without a digest", () => {
  const { stdout } = written("split", "printed");
  expect(readdirSync(join(house, "printed")).sort()).toEqual([
    "Containerfile",
    "Containerfile.dockerignore",
    "fleet.yaml",
    "merge.yaml",
  ]);
  expect(stdout.split("\n").filter((line) => line.includes("kubectl"))).toHaveLength(3);
  const refused = runCommand("fleet", [
    "--mode",
    "split",
    "--machines",
    "3",
    "--image",
    "headroom:1",
    "--out",
    join(house, "none"),
  ]);
  expect(refused.status).toBe(2);
  expect(refused.stderr).toContain("--image headroom:1 has no digest");
  expect(readdirSync(house)).not.toContain("none");
});

test("I3: split: one machine is killed and tried again, one gives up; then its rows are missing, until it is run by hand", async () => {
  const { own, job, benchArgs, folder, out, merge } = await rehearsed("split", { 1: ["hang"], 2: ["exit 4"] });
  expect(job.state).toBe("Failed");
  expect(job.indexes.map(({ state }) => state)).toEqual(["succeeded", "succeeded", "failed"]);
  expect(job.indexes.map(({ ends }) => ends.map(({ exitCode }) => exitCode))).toEqual([[0], [137, 0], [4]]);
  // What was being written when the process was killed is gone with the next attempt.
  expect(readdirSync(folder).sort()).toEqual(["shard-000.json", "shard-001.json"]);

  const first = merge();
  expect(first.status).toBe(3);
  expect(first.stdout).toContain("shard-000.json: machine 0 (node-0), attempt 1");
  expect(first.stdout).toContain("shard-001.json: machine 1 (node-1), attempt 2");
  expect(first.stderr).toContain("No file that counts of machine 2. Run them again with --shard");
  expect(first.stderr).toContain("Not measured: 15, 20 agents.");
  expect(rowsIn(out)).toEqual(everyRow([1, 5, 10, 30, 50]));

  const byHand = await runStandIn([...benchArgs, "--shard", "2"], own, { STAND_IN_INDEX: "2" });
  expect(byHand.exitCode).toBe(0);
  const second = merge();
  expect({ status: second.status, stderr: second.stderr }).toEqual({ status: 0, stderr: "" });
  expect(rowsIn(out)).toEqual(everyRow(COUNTS));
});

test("I3: replicate: a machine whose windows never count is tried three times, and the others have every row", async () => {
  const { job, out, merge } = await rehearsed("replicate", { 1: ["exit 3", "exit 3", "exit 3"], 2: ["exit 3"] });
  expect(job.indexes.map(({ ends }) => ends.length)).toEqual([1, 3, 2]);
  expect(job.indexes.map(({ state }) => state)).toEqual(["succeeded", "failed", "succeeded"]);
  const { status, stdout, stderr } = merge();
  expect(status).toBe(3);
  expect(stderr).toContain("No file that counts of machine 1.");
  expect(stdout).toContain("shard-002.json: machine 2 (node-2), attempt 2");
  expect(stdout).toContain("2 machines differ by 0%");
  const [header = "", ...lines] = readFileSync(out, "utf8").trimEnd().split("\n");
  expect(readLibraryHeader(header)).toEqual({ state: "read", entries: 2 });
  const items = lines.map((line, n) => readLibraryLine(line, n + 1));
  expect(items.map((read) => (read.state === "read" ? read.item.labels.name : read.message))).toEqual([
    "machine 0 (node-0)",
    "machine 2 (node-2)",
  ]);
});

test("I4: an index that ran twice leaves one file, the last, and the merge says which attempt it is", async () => {
  const { own, benchArgs, folder, merge } = await rehearsed("split", {});
  const again = await runStandIn(benchArgs, own, { JOB_COMPLETION_INDEX: "0", NODE_NAME: "node-9", POD_NAME: "pod-9" });
  expect(again.exitCode).toBe(0);
  expect(readdirSync(folder).sort()).toEqual(["shard-000.json", "shard-001.json", "shard-002.json"]);
  const { status, stdout } = merge();
  expect(status).toBe(0);
  expect(stdout).toContain("shard-000.json: machine 0 (node-9), attempt 2, pod pod-9");
  expect(stdout).toContain("shard-001.json: machine 1 (node-1), attempt 1");
});

test("I7: a hostile file fails alone: it is named, and the others are merged", async () => {
  const { folder, out, merge } = await rehearsed("split", {});
  const path = join(folder, "shard-001.json");
  const whole = readFileSync(path, "utf8");
  const rows = `[${"0,".repeat(3_000_000)}0]`;
  const hostile: readonly (readonly [string, string])[] = [
    [`{"format":"headroom-shard","version":1,"samples":${rows}}`, "cannot be read"],
    [whole.replace('"machines":3', '"machines":100000000'), "machines"],
    ['{"format":"headroom-recording","version":2}', "no file of a fleet"],
    ["\u001b[2J not JSON", "cannot be read"],
    ["x".repeat(12_000_000), "is larger than"],
    ["", "empty"],
  ];
  for (const [text, message] of hostile) {
    writeFileSync(path, text);
    const { status, stderr } = merge();
    expect({ message, status }).toEqual({ message, status: 3 });
    expect(stderr).toContain("shard-001.json is left out: ");
    expect(stderr).toContain(message);
    expect(stderr).not.toContain("\u001b");
    expect(rowsIn(out)).toEqual(everyRow([1, 5, 15, 20, 50]));
  }
});

test("I2: modes that are mixed, another number of machines and a folder without files end with their codes", async () => {
  const split = await rehearsed("split", {});
  const replicate = await rehearsed("replicate", {});
  const out = join(house, "mixed.json");
  const merge = (...args: readonly string[]) => runCommand("merge", ["--out", out, ...args]);
  expect(merge("--results", split.folder, "--machines", "4")).toMatchObject({ status: 2 });
  writeFileSync(join(split.folder, "shard-001.json"), readFileSync(join(replicate.folder, "shard-001.json")));
  const mixed = merge("--results", split.folder, "--machines", "3");
  expect(mixed.status).toBe(2);
  expect(mixed.stderr).toContain("they are never mixed");

  const other = join(replicate.folder, "shard-002.json");
  writeFileSync(other, readFileSync(other, "utf8").replace("Chromium 156", "Firefox 150"));
  const apart = merge("--results", replicate.folder, "--machines", "3");
  expect(apart.status).toBe(4);
  expect(apart.stderr).toContain("browser: Chromium 156 against Firefox 150 (shard-000.json, shard-002.json)");

  const empty = join(house, "empty");
  mkdirSync(empty);
  expect(merge("--results", empty, "--machines", "3")).toMatchObject({ status: 3 });
  expect(merge("--results", join(dirname(empty), "nowhere"))).toMatchObject({ status: 2 });
  expect(merge("--results", empty, "one.json").stderr).toContain("Give either files or --results");
  expect(merge("--machines", "3", "a.json", "b.json").stderr).toContain("--machines is about the folder of a fleet");
}, 300_000);
