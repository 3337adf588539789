// The verdict on memory: exact counts fail at once, bytes must grow over the floor and in proportion, and too little is no answer.
import { expect, test } from "vitest";
import type { BlockSeries } from "./growth.ts";
import { FLOOR_BYTES, type LeakEvidence, leakVerdict, smallestSeen } from "./verdict.ts";

const MB = 1_000_000;
/** How far single readings are off: spikes of a managed heap. */
const OFF = [0, 1_200, -400, 9_000, 300, -900, 500, 100];

function series(lifecycles: number, perLifecycle: number, off: readonly number[] = OFF): BlockSeries {
  return {
    lifecycles,
    readings: off.map((by, at) => ({
      lifecycles: (at + 1) * lifecycles,
      bytes: 2 * MB + (at + 1) * (perLifecycle * lifecycles + 330) + by,
    })),
  };
}

function evidence(growths: readonly [number, number, number], parts: Partial<LeakEvidence> = {}): LeakEvidence {
  const blocks = growths.map((growth, at) => series(4 * 2 ** at, growth));
  return { blocks, idle: series(16, 0), counted: [], claimBytes: MB, ...parts };
}

test.each([4_000, 64_000, MB])("D2: a leak of %i bytes a lifecycle is one, and its size is told", (bytes) => {
  const verdict = leakVerdict(evidence([bytes, bytes, bytes]));
  expect(verdict).toMatchObject({ state: "leak", by: "bytes" });
  if (verdict.state !== "leak" || verdict.by !== "bytes") return;
  expect(verdict.growth.bytes / bytes).toBeCloseTo(1, 1);
  expect(verdict.smallestBytes).toBeGreaterThan(FLOOR_BYTES);
});

test("D2: nothing but noise is clean, with the smallest growth that would have been seen", () => {
  const verdict = leakVerdict(evidence([0, 0, 0]));
  expect(verdict).toMatchObject({ state: "clean", by: "bytes" });
  if (verdict.state === "clean" && verdict.by === "bytes") expect(verdict.smallestBytes).toBeLessThan(MB);
});

test("D2: growth that does not go with the number of lifecycles is no leak, and no all-clear either", () => {
  expect(leakVerdict(evidence([400_000, 200_000, 100_000]))).toMatchObject({
    state: "inconclusive",
    reason: "does not scale",
  });
});

test("within 20 % and the floor growth is in proportion; further off it is not", () => {
  const exact = (growths: readonly [number, number, number]) =>
    leakVerdict({
      ...evidence(growths),
      blocks: growths.map((growth, at) => series(4 * 2 ** at, growth, [0, 0, 0, 0, 0, 0])),
      idle: series(16, 0, [0, 0, 0, 0, 0, 0]),
    }).state;
  expect(exact([118_000, 82_000, 100_000])).toBe("leak");
  expect(exact([122_000, 100_000, 100_000])).toBe("inconclusive");
  expect(exact([100_000, 78_000, 100_000])).toBe("inconclusive");
});

test("D7: one step is no slope: the level before and behind it says what grows", () => {
  const stepped = (at: number) => series(at, 0, [0, 0, 0, 500_000, 500_000, 500_000, 500_000, 500_000]);
  expect(leakVerdict({ ...evidence([0, 0, 0]), blocks: [series(4, 0), series(8, 0), stepped(16)] }).state).not.toBe(
    "leak",
  );
});

test("readings too noisy for what is promised are told so", () => {
  const wild = series(16, 0, [0, 60 * MB, -50 * MB, 70 * MB, -60 * MB, 40 * MB, -70 * MB, 90 * MB]);
  expect(leakVerdict({ ...evidence([0, 0, 0]), blocks: [series(4, 0), series(8, 0), wild] })).toMatchObject({
    state: "inconclusive",
    reason: "too noisy",
  });
});

test("under five readings bytes say nothing", () => {
  const few = [4, 8, 16].map((at) => series(at, MB, [0, 0, 0, 0]));
  expect(leakVerdict({ ...evidence([0, 0, 0]), blocks: few })).toEqual({
    state: "inconclusive",
    reason: "too few readings",
    growth: null,
    smallestBytes: null,
  });
});

test("D5: what is counted fails at once, whatever the bytes say, and without any", () => {
  const counted = [
    { id: "workers", grown: [1, 1] },
    { id: "ports", grown: [0, 0] },
  ];
  expect(leakVerdict(evidence([0, 0, 0], { counted }))).toMatchObject({ state: "leak", by: "count", ids: ["workers"] });
  expect(leakVerdict(evidence([0, 0, 0], { counted, blocks: [], idle: null }))).toEqual({
    state: "leak",
    by: "count",
    ids: ["workers"],
    growth: null,
  });
});

test("what grew once and what went again is no leak; of one block once is enough", () => {
  const grown = (blocks: readonly number[]) =>
    leakVerdict(evidence([0, 0, 0], { counted: [{ id: "nodes", grown: blocks }] })).state;
  expect(grown([5, 0, 0])).toBe("clean");
  expect(grown([5, 2, -7])).toBe("clean");
  expect(grown([5, 2, -6])).toBe("leak");
  expect(grown([3])).toBe("leak");
  expect(grown([1, 0, 0, 1, 0, 0, 0, 0, 0])).toBe("clean");
  expect(grown([0, 0, 0, 0, 0, 0, 1, 1, 1])).toBe("leak");
});

test("D6: where memory is not read, counts carry the verdict, and it says so", () => {
  expect(leakVerdict(evidence([0, 0, 0], { blocks: [], idle: null, counted: [{ id: "ports", grown: [0] }] }))).toEqual({
    state: "clean",
    by: "count",
  });
});

test("the smallest growth that is seen is over the floor by both halves of the interval", () => {
  expect(smallestSeen({ bytes: 0, low: 0, high: 0 })).toBe(FLOOR_BYTES);
  expect(smallestSeen({ bytes: 100, low: -860, high: 500 })).toBeCloseTo(FLOOR_BYTES + 960 * (1 + 1.645 / 1.96), 6);
});
