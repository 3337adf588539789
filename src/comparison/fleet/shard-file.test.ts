// The file of one machine: what was kept in version 1 opens, what is written is read again, and a hostile one is refused alone.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryResult } from "../../results/fixtures/arbitrary-result.ts";
import { repeatedSample, RESULT_LIMITS } from "../../results/format/result-text.ts";
import { splitShards } from "./fixtures/fleet-shards.ts";
import { isShardFileName, readShardFile, shardFileName, shardFileText } from "./shard-file.ts";

const [first] = splitShards(3);
const shard = first?.shard ?? expect.fail("Three were made.");

function messageOf(text: string): string {
  const read = readShardFile(text);
  return read.state === "refused" ? read.message : "read";
}

function changed(change: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ format: "headroom-shard", version: 1, ...shard, ...change });
}

test("the kept file of version 1 opens, with everything that it holds", () => {
  const text = readFileSync(new URL("fixtures/shard-1.json", import.meta.url), "utf8");
  const read = readShardFile(text);
  if (read.state === "refused") throw new Error(read.message);
  expect(read.shard).toMatchObject({
    mode: "split",
    machines: 3,
    index: 2,
    attempt: 2,
    pod: "fleet-2-x7k2p",
    node: "node-2",
  });
  expect(read.shard.result.samples).toHaveLength(20);
  expect(JSON.parse(shardFileText(read.shard))).toEqual(JSON.parse(text));
});

test("any result comes back as it was written", () => {
  const places = fc.record({
    mode: fc.constantFrom("split" as const, "replicate" as const),
    machines: fc.constant(200),
    index: fc.integer({ min: 0, max: 199 }),
    attempt: fc.integer({ min: 1, max: 1_000 }),
    pod: fc.option(fc.string({ maxLength: 253 })),
    node: fc.option(fc.string({ maxLength: 253 })),
    points: fc.array(fc.integer({ min: 0, max: 1e9 }), { maxLength: 64 }),
  });
  fc.assert(
    fc.property(
      places,
      arbitraryResult.filter((result) => repeatedSample(result) === null),
      (place, result) => {
        expect(readShardFile(shardFileText({ ...place, result }))).toEqual({
          state: "read",
          shard: { ...place, result },
        });
      },
    ),
    { numRuns: 60 },
  );
});

test("I7: a hostile file is refused with what is wrong, before it can take much", () => {
  expect(messageOf("")).toContain("empty");
  expect(messageOf("not JSON")).toContain("cannot be read");
  expect(messageOf("[".repeat(100_000))).toContain("cannot be read");
  expect(messageOf(`[${"0,".repeat(500_000)}0]`)).toContain("cannot be read");
  expect(messageOf(" ".repeat(RESULT_LIMITS.charactersMost + 1))).not.toBe("read");
  expect(messageOf(JSON.stringify({ format: "headroom-library", version: 1 }))).toContain("no file of a fleet");
  expect(messageOf(JSON.stringify(shard.result))).toContain("no file of a fleet");
  expect(messageOf(changed({ version: 2 }))).toContain("newer Headroom");
  expect(messageOf(changed({ machines: 100_000_000 }))).toContain("machines");
  expect(messageOf(changed({ index: 3 }))).toContain("index");
  expect(messageOf(changed({ attempt: 0 }))).toContain("attempt");
  expect(messageOf(changed({ points: Array.from({ length: 100_000 }, () => 1) }))).toContain("points");
  expect(messageOf(changed({ result: null }))).not.toBe("read");
  const [sample] = shard.result.samples;
  expect(messageOf(changed({ result: { ...shard.result, samples: [sample, sample] } }))).toContain("repeats");
});

test("cut at any place it is refused, and never read as less than it was", () => {
  const text = shardFileText(shard);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: text.length - 3 }), (end) => {
      expect(readShardFile(text.slice(0, end)).state).toBe("refused");
    }),
    { numRuns: 60 },
  );
});

test("I4: one name for each index, which what is being written does not have", () => {
  expect([0, 7, 199].map(shardFileName)).toEqual(["shard-000.json", "shard-007.json", "shard-199.json"]);
  expect([0, 7, 199].map(shardFileName).every(isShardFileName)).toBe(true);
  for (const name of [".shard-000.json.1-9.writing", "merged.json", "shard-000.json.bak", "shard-1.json"]) {
    expect(isShardFileName(name)).toBe(false);
  }
});
