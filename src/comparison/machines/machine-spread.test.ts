// How far machines differ that measured the same, and which of them stands apart.
import fc from "fast-check";
import { expect, test } from "vitest";
import { median } from "../../statistics/summary.ts";
import { replicatedShards, whole } from "../fleet/fixtures/fleet-shards.ts";
import { machineSpread, type MachineSpread, throughputSpread } from "./machine-spread.ts";
import { spreadRange, spreadSentence } from "./spread-words.ts";

function spreadOf(speeds: readonly number[]): MachineSpread {
  const machines = replicatedShards(speeds).map(({ shard }) => ({
    name: `machine ${shard.index}`,
    result: shard.result,
  }));
  return machineSpread(machines, "throughput") ?? expect.fail("They have rows.");
}

test("I2: each row has every machine, their median and the range of up to five", () => {
  const { rows, outliers } = spreadOf([1, 1.02, 0.98]);
  expect(rows.map(({ at }) => at)).toEqual([1, 5, 10, 15, 20, 30, 50]);
  for (const { machines, estimate } of rows) {
    expect(machines.map(({ name }) => name)).toEqual(["machine 0", "machine 1", "machine 2"]);
    const [first] = machines;
    expect(estimate.median).toBeCloseTo(first?.value ?? 0, 6);
    expect(estimate.interval).toMatchObject({ kind: "range" });
    expect(estimate.interval?.low).toBeCloseTo(0.98 * estimate.median, 3);
    expect(estimate.interval?.high).toBeCloseTo(1.02 * estimate.median, 3);
  }
  expect(outliers).toEqual([]);
});

test("I2: of six machines or more it is the 95 % interval of their median", () => {
  expect(
    spreadOf([1, 1.01, 0.99, 1.02, 0.98, 1]).rows.every(({ estimate }) => estimate.interval?.kind === "confidence"),
  ).toBe(true);
});

test("I2: a machine that stands apart is named, slower or faster, and does not move the median", () => {
  const spread = spreadOf([1, 1.01, 0.99, 0.6, 1]);
  expect(spread.outliers).toEqual(["machine 3"]);
  expect(spread.rows.every(({ outliers }) => outliers.includes("machine 3"))).toBe(true);
  expect(spreadSentence(spread)).toContain("machine 3 (40% under the median) stands apart from the others.");
  expect(spreadSentence(spreadOf([1, 1.01, 0.99, 1.5]))).toContain("over the median");
  const own = whole.samples.flatMap((one) =>
    one.series === "row" && one.at === 50 && one.state === "valid" ? (one.figures["throughput"] ?? []) : [],
  );
  expect(spread.rows.at(-1)?.estimate.median).toBeCloseTo(median(own) ?? 0, 6);
});

test("I2: of two machines neither is the odd one, and machines alike within 5 % have none", () => {
  expect(spreadOf([1, 0.3]).outliers).toEqual([]);
  expect(spreadSentence(spreadOf([1, 0.3]))).not.toContain("apart");
  expect(spreadOf([1, 1, 1, 1.04]).outliers).toEqual([]);
  expect(spreadSentence(spreadOf([1, 1, 1, 1.04]))).toContain("None stands apart");
});

test("rows that one machine has alone say nothing of machines; without any there is no spread", () => {
  const [one, two] = replicatedShards([1, 1]).map(({ shard }) => ({ name: String(shard.index), result: shard.result }));
  if (one === undefined || two === undefined) throw new Error("Two were made.");
  const small = { ...two, result: { ...two.result, samples: two.result.samples.filter(({ at }) => at < 10) } };
  expect(machineSpread([one, small], "throughput")?.rows.map(({ at }) => at)).toEqual([1, 5]);
  expect(machineSpread([one], "throughput")).toBe(null);
  expect(machineSpread([one, two], "no-such-figure")).toBe(null);
});

test("the order of machines changes no figure, and every figure lies within the range", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0.2, max: 5, noNaN: true }), { minLength: 2, maxLength: 9 }), (speeds) => {
      const forwards = spreadOf(speeds);
      const machines = replicatedShards(speeds).map(({ shard }) => ({
        name: `machine ${shard.index}`,
        result: shard.result,
      }));
      const backwards = machineSpread(machines.toReversed(), "throughput");
      expect(backwards?.rows.map(({ estimate }) => estimate)).toEqual(forwards.rows.map(({ estimate }) => estimate));
      expect(new Set(backwards?.outliers)).toEqual(new Set(forwards.outliers));
      for (const { estimate } of forwards.rows) {
        expect(estimate.interval?.low).toBeLessThanOrEqual(estimate.median);
        expect(estimate.interval?.high).toBeGreaterThanOrEqual(estimate.median);
      }
    }),
    { numRuns: 30 },
  );
});

test("an interval is written with both ends, one figure alone without", () => {
  const [row] = spreadOf([1, 1.02]).rows;
  if (row === undefined) throw new Error("It has rows.");
  expect(spreadRange(row)).toMatch(/^[\d,.]+ to [\d,.]+$/);
  expect(spreadRange({ ...row, estimate: { median: 1_234, interval: null } })).toBe("1,230");
});

test("I6: a machine whose run tells nothing is in no spread", () => {
  const machines = replicatedShards([1, 1.02, 0.5]).map(({ shard }) => ({
    name: `machine ${shard.index}`,
    result: shard.result,
  }));
  const container = { node: null, quotaCores: 2, throttledShare: 0.3, throttledPeriods: 4 };
  const [one, two, three] = machines;
  if (one === undefined || two === undefined || three === undefined) throw new Error("Three were made.");
  const held = { ...three, result: { ...three.result, environment: { ...three.result.environment, container } } };
  expect(throughputSpread([one, two, held])?.rows[0]?.machines.map(({ name }) => name)).toEqual([
    "machine 0",
    "machine 1",
  ]);
  expect(throughputSpread([one, held])).toBe(null);
});
