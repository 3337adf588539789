// One file for each index, whole or not there: over what an earlier attempt finished, or left unfinished.
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { splitShards } from "../../src/comparison/fleet/fixtures/fleet-shards.ts";
import { readShardFile } from "../../src/comparison/fleet/shard-file.ts";
import { BadInput } from "./command-files.ts";
import { leaveShard } from "./shard-writer.ts";

const { attempt: _, ...shard } = splitShards(3)[1]?.shard ?? expect.fail("Three were made.");
let house = "";

beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), "headroom-shards-"));
});

afterEach(() => {
  rmSync(house, { recursive: true, force: true });
});

function attemptIn(folder: string): number {
  const read = readShardFile(readFileSync(join(folder, "shard-001.json"), "utf8"));
  return read.state === "read" ? read.shard.attempt : expect.fail(read.message);
}

test("I4: each attempt replaces the file of the one before, and counts on from it", () => {
  const folder = join(house, "not", "there", "yet");
  expect([0, 0, 0].map((failures) => leaveShard(folder, shard, failures))).toEqual([1, 2, 3]);
  expect(readdirSync(folder)).toEqual(["shard-001.json"]);
  expect(attemptIn(folder)).toBe(3);
});

test("I4: failures that left no file are counted as the cluster counts them", () => {
  expect(leaveShard(house, shard, 2)).toBe(3);
  expect(leaveShard(house, shard, 1)).toBe(4);
  expect(attemptIn(house)).toBe(4);
});

test("I4: what a killed attempt left unfinished is removed, and other indexes and files are left alone", () => {
  for (const name of [".shard-001.json.1-77.writing", ".shard-002.json.1-78.writing", "shard-002.json", "notes.txt"]) {
    writeFileSync(join(house, name), "half");
  }
  expect(leaveShard(house, shard, 0)).toBe(1);
  expect(readdirSync(house).sort()).toEqual([
    ".shard-002.json.1-78.writing",
    "notes.txt",
    "shard-001.json",
    "shard-002.json",
  ]);
});

test("I4: a broken file is replaced by a whole one", () => {
  writeFileSync(join(house, "shard-001.json"), '{"format":"headroom-sha');
  expect(leaveShard(house, shard, 0)).toBe(1);
  expect(attemptIn(house)).toBe(1);
});

test("a folder that cannot be written to is named, with the way out", () => {
  writeFileSync(join(house, "file"), "");
  chmodSync(join(house, "file"), 0o400);
  const leave = () => leaveShard(join(house, "file", "deeper"), shard, 0);
  expect(leave).toThrow(BadInput);
  expect(leave).toThrow(/^--results .* cannot be written to: .*Check the claim/);
});
