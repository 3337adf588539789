// Merging what the machines of a fleet left: both modes, never mixed, and what is missing told.
import { expect, test } from "vitest";
import { measuredOf } from "../cells/result-cells.ts";
import type { Environment, Result } from "../../results/format/result.ts";
import { POINTS, replicatedShards, splitShards, whole } from "./fixtures/fleet-shards.ts";
import { type FleetMerge, mergeFleet, type NamedShard } from "./merge-fleet.ts";

function changed(shards: readonly NamedShard[], at: number, change: (result: Result) => Result): readonly NamedShard[] {
  return shards.map(({ name, shard }, n) =>
    n === at ? { name, shard: { ...shard, result: change(shard.result) } } : { name, shard },
  );
}

function withEnvironment(change: Partial<Environment>) {
  return (result: Result): Result => ({ ...result, environment: { ...result.environment, ...change } });
}

function messageOf(merge: FleetMerge): string {
  return merge.state === "refused"
    ? merge.message
    : merge.state === "different"
      ? merge.differences.join("; ")
      : merge.state;
}

test("I2: a split comes back with every row once, in whatever order the files are read", () => {
  const shards = splitShards(3);
  for (const given of [shards, shards.toReversed()]) {
    const merge = mergeFleet(given, 3);
    if (merge.state !== "merged") throw new Error(messageOf(merge));
    expect(measuredOf(merge.result)).toEqual(measuredOf(whole));
    expect(merge).toMatchObject({ missing: [], rowsMissing: [] });
  }
});

test("I2: without one of its machines the rows of the others are merged, and its own are named", () => {
  const merge = mergeFleet(
    splitShards(3).filter(({ shard }) => shard.index !== 1),
    3,
  );
  if (merge.state !== "merged") throw new Error(messageOf(merge));
  expect(merge).toMatchObject({ missing: [1], rowsMissing: [10, 30] });
  const rows = merge.result.samples.flatMap(({ series, at }) => (series === "row" ? at : []));
  expect([...new Set(rows)].sort((a, b) => a - b)).toEqual(POINTS.filter((at) => at !== 10 && at !== 30));
});

test("I2: what one machine alone left is its result; of none there is nothing to merge", () => {
  const [first] = splitShards(3);
  if (first === undefined) throw new Error("Three were made.");
  expect(mergeFleet([first], 3)).toMatchObject({ state: "merged", missing: [1, 2], rowsMissing: [10, 15, 20, 30] });
  expect(mergeFleet([], 3)).toEqual({ state: "empty", missing: [0, 1, 2] });
});

test("I2: replicated machines stay beside each other, each by its index and node", () => {
  const merge = mergeFleet(replicatedShards([1, 0.9, 1.1]), 3);
  if (merge.state !== "replicated") throw new Error(messageOf(merge));
  expect(merge.machines.map(({ name }) => name)).toEqual([
    "machine 0 (node-0)",
    "machine 1 (node-1)",
    "machine 2 (node-2)",
  ]);
  expect(merge.machines.map(({ result }) => new Set(result.samples.map(({ at }) => at)).size)).toEqual([7, 7, 7]);
  expect(merge.missing).toEqual([]);
});

test("I2: the modes are never mixed, whichever file comes first", () => {
  const [split] = splitShards(2);
  const replicate = replicatedShards([1, 1])[1];
  if (split === undefined || replicate === undefined) throw new Error("They were made.");
  for (const given of [
    [split, replicate],
    [replicate, split],
  ]) {
    const merge = mergeFleet(given, 2);
    expect(merge.state).toBe("refused");
    expect(messageOf(merge)).toContain("they are never mixed. Move the file that does not belong here");
  }
});

test("I2: files of another fleet, of other rows, or of one machine twice are refused by name", () => {
  const shards = splitShards(3);
  const [first, second] = shards;
  if (first === undefined || second === undefined) throw new Error("Three were made.");
  expect(messageOf(mergeFleet(shards, 4))).toContain(
    "shard-000.json is of a fleet of 3 machines, and --machines says 4",
  );
  const other = { ...second, shard: { ...second.shard, machines: 5 } };
  expect(messageOf(mergeFleet([first, other], null))).toContain("shard-001.json is of a fleet of 5 machines");
  const rows = { ...second, shard: { ...second.shard, points: [1, 5] } };
  expect(messageOf(mergeFleet([first, rows], 3))).toContain("shard-001.json is of a run with other rows");
  const twice = { name: "shard-009.json", shard: first.shard };
  expect(messageOf(mergeFleet([first, twice], 3))).toContain("shard-000.json and shard-009.json are both of machine 0");
});

test("I2: replicated machines may differ in what machines differ in, and in nothing else", () => {
  const shards = replicatedShards([1, 1, 1]);
  const apart = { parallelCapacity: { cores: 9, low: 8, high: 10 }, hardwareConcurrency: 12, workers: 9 };
  expect(mergeFleet(changed(shards, 1, withEnvironment(apart)), 3).state).toBe("replicated");
  const browser = mergeFleet(changed(shards, 2, withEnvironment({ browser: "Firefox\u001b[31m 150" })), 3);
  expect(browser.state).toBe("different");
  expect(messageOf(browser)).toBe("browser: Chromium 156 against Firefox [31m 150 (shard-000.json, shard-002.json)");
  const settings = mergeFleet(
    changed(shards, 1, (result) => ({ ...result, settings: { ...result.settings, windowMs: 200 } })),
    3,
  );
  expect(messageOf(settings)).toContain('The setting "windowMs" is 500 in shard-000.json and 200 in shard-001.json.');
  const scenario = mergeFleet(
    changed(shards, 1, (result) => ({ ...result, scenario: { kind: "memory", version: 1 } })),
    3,
  );
  expect(messageOf(scenario)).toContain("The scenario is scaling in shard-000.json and memory in shard-001.json");
});

test("I2: the environments of a split must be alike, as everywhere where rows of several machines are one run", () => {
  const apart = withEnvironment({ parallelCapacity: { cores: 9, low: 8, high: 10 } });
  const merge = mergeFleet(changed(splitShards(3), 2, apart), 3);
  expect(merge.state).toBe("different");
  expect(messageOf(merge)).toContain("parallel capacity C");
});

test("I6: one machine that was kept from running makes the merged run useless, as its rows are in it", () => {
  const container = { node: "node-1", quotaCores: 4, throttledShare: 0.05, throttledPeriods: 9 };
  const merge = mergeFleet(changed(splitShards(3), 1, withEnvironment({ container })), 3);
  if (merge.state !== "merged") throw new Error(messageOf(merge));
  expect(merge.result.environment.container).toEqual(container);
});
