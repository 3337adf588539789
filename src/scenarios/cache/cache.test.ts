// The cache scenario from its settings to its sentence, on scripted lanes that really run agents with caches.
import { expect, test } from "vitest";
import { FakeLanes } from "../../measurement/fixtures/fake-lanes.ts";
import { runOnLanes } from "../../measurement/fixtures/scripted-run.ts";
import type { Figures, Sample } from "../../measurement/run/sample.ts";
import { type MeasuredOn, middleOf } from "../contract/rows.ts";
import { experimentFrom } from "../experiments.ts";
import { cache } from "./cache.ts";
import type { CacheSettings } from "./fields.ts";
import { effectOf, needFor } from "./finding.ts";

const on: MeasuredOn = {
  capacity: { cores: 2, low: 2, high: 2 },
  timerStepUs: 5,
  engineMemory: null,
  processMemory: null,
};

function configured(settings: Partial<CacheSettings>) {
  const reading = cache.configure({ ...cache.defaults, agents: 3, repeats: 2, windowMs: 100, ...settings });
  if (reading.state === "refused") throw new Error(reading.message);
  return reading.value;
}

function seenOf(settings: Partial<CacheSettings>, samples: readonly Sample[]) {
  const experiment = experimentFrom(configured(settings));
  const rows = experiment.rowsOf(samples, on, false);
  const seen = { rows, samples, on, quality: "steady" } as const;
  return { samples, rows, sentence: experiment.sentenceOf(seen) ?? "", tables: experiment.tablesOf(seen) };
}

async function measured(settings: Partial<CacheSettings>) {
  const lanes = new FakeLanes();
  const outcome = await runOnLanes(experimentFrom(configured(settings)), lanes);
  return { lanes, ...seenOf(settings, outcome.state === "broken" ? [] : outcome.samples) };
}

test("C1: in every row the hit rate is at most Belady's, and that at most an infinite cache's", async () => {
  for (const policy of ["lru", "s3-fifo", "selective"] as const) {
    const { rows } = await measured({ policy, entries: [1, 16, 256], workload: "t-maze" });
    expect(rows.map(({ at }) => at)).toEqual([1, 16, 256]);
    for (const row of rows) {
      const [found = 2, belady = 2, infinite = 2] = ["hit-rate", "belady", "infinite"].map(
        (id) => middleOf(row, id) ?? 2,
      );
      expect(found).toBeLessThanOrEqual(belady);
      expect(belady).toBeLessThanOrEqual(infinite);
    }
  }
});

test("what a run keeps can be read again: figures are never negative, also where 35% cannot be reached", async () => {
  const { samples, tables } = await measured({ entries: [4], agents: 1 });
  const figures = samples.flatMap((sample) => (sample.state === "valid" ? Object.values(sample.figures) : []));
  expect(figures.length).toBeGreaterThan(10);
  for (const figure of figures) expect(figure).toBeGreaterThanOrEqual(0);
  const needs = tables[0]?.rows.find(([what]) => what === "35% of hits, with LRU");
  expect(needs?.at(-1)).toBe("no size reaches it");
});

test("C4: with exact keys nothing that is found differs from the engine's result, with rounded ones it does", async () => {
  const exact = await measured({ entries: [256] });
  expect(exact.rows.map((row) => middleOf(row, "largest-error"))).toEqual([0]);
  const rounded = await measured({ entries: [256], rounding: "1" });
  expect(rounded.rows.map((row) => middleOf(row, "largest-error"))[0]).toBeGreaterThan(0);
  expect(rounded.sentence).toContain("Its keys are rounded");
});

test("C6: memory share is exact bytes over those of caches and agents together", async () => {
  const { rows, lanes } = await measured({ entries: [64], scope: "agent" });
  const [row] = rows;
  const bytes = row === undefined ? 0 : (middleOf(row, "cache-bytes") ?? 0);
  const share = row === undefined ? 0 : (middleOf(row, "memory-share") ?? 0);
  // Three explorers of 5×5: prior, posterior, what they hear, an observation and an action each.
  expect(share).toBeCloseTo(bytes / (bytes + 3 * (3 * 25 * 8 + 8)), 3);
  expect(lanes.abOrders.map(({ variation }) => variation)).toContainEqual(
    expect.objectContaining({ scope: "agent", slots: 64 }),
  );
});

test("C7: a cache for all and one for each have rows of their own, with hit rate and bytes", async () => {
  const [all, each] = [await measured({ entries: [64] }), await measured({ entries: [64], scope: "agent" })];
  const bytes = [all, each].map(({ rows: [row] }) => (row === undefined ? null : middleOf(row, "cache-bytes")));
  expect(bytes[1]).toBe((bytes[0] ?? 0) * 3);
});

test("all sizes of a repeat are asked the same, and another repeat is another draw", async () => {
  const { lanes } = await measured({ entries: [1, 4, 16] });
  const seeds = new Map<number, Set<number>>();
  for (const { seed, variation } of lanes.abOrders) {
    if (variation.kind === "cache") seeds.set(seed, (seeds.get(seed) ?? new Set()).add(variation.slots));
  }
  expect([...seeds.values()].map((slots) => slots.size)).toEqual([3, 3]);
});

/** Six samples of one size that lie close together. */
function samplesOf(at: number, figures: Figures): Sample[] {
  return Array.from({ length: 6 }, (_, repeat): Sample => {
    const speed = Number(figures["speed-up"]) * (1 + repeat / 1_000);
    return { series: "row", at, repeat, attempt: 0, state: "valid", figures: { ...figures, "speed-up": speed } };
  });
}

const small = {
  "hit-rate": 0.1,
  infinite: 0.9,
  belady: 0.4,
  "break-even": 0.2,
  "cache-bytes": 4_000,
  "memory-share": 0.1,
};
const large = { ...small, "hit-rate": 0.6, "cache-bytes": 40_000 };

test("the sentence says which size gains, what it finds, and what the published aim takes", () => {
  const { sentence, rows } = seenOf({}, [
    ...samplesOf(4, { ...small, "speed-up": 0.9 }),
    ...samplesOf(64, { ...large, "speed-up": 1.8 }),
  ]);
  expect(sentence).toBe(
    "A cache of 64 results (40 kB) makes 3 agents 1.8 times as fast; the published 3.2 times does not hold for this workload. It finds 60% of what is asked for, and gains from 20% on. The published aim of 35% takes 64 results, 40 kB.",
  );
  expect(rows.map(effectOf)).toEqual(["slower", "faster"]);
});

test("the sentence says that the published speed-up holds only where the whole interval reaches it", () => {
  const sentenceAt = (speedUp: number) => seenOf({}, samplesOf(64, { ...large, "speed-up": speedUp })).sentence;
  expect(sentenceAt(4)).toContain("the published 3.2 times holds for this workload.");
  expect(sentenceAt(3.195)).not.toContain("published 3.2");
});

test("C5: a slower cache is bad whatever its hit rate, a faster one good, with the break-even hit rate beside", () => {
  const { rows } = seenOf({}, [
    ...samplesOf(4, { ...large, "hit-rate": 0.9, "speed-up": 0.8 }),
    ...samplesOf(64, { ...large, "speed-up": 1.8 }),
    ...samplesOf(256, { ...large, "speed-up": 1 }).slice(0, 3),
  ]);
  expect(rows.map(({ status }) => status?.tone ?? null)).toEqual(["bad", "good", null]);
  expect(rows.map((row) => middleOf(row, "break-even"))).toEqual([0.2, 0.2, 0.2]);
});

test("where no size helps and the aim cannot be reached, it says both", () => {
  const poor = { ...small, "hit-rate": 0.02, infinite: 0.03, "speed-up": 0.95 };
  const { sentence, tables } = seenOf({}, samplesOf(64, poor));
  expect(sentence).toContain(
    "No size of cache helps: at best, with 64 results (4 kB), 3 agents are 0.95 times as fast as without; the published 3.2 times does not hold for this workload.",
  );
  expect(sentence).toContain(
    "The published aim of 35% cannot be reached: at most 3.0% of the requests ever come back.",
  );
  expect(tables.map(({ title }) => title)).toEqual([
    "Beside the published claims",
    "What the published system recorded",
  ]);
});

test("C3: what a hit rate needs is a size, more than was measured, or more than there is to find", () => {
  const { rows } = seenOf({}, [
    ...samplesOf(4, { ...small, "speed-up": 1 }),
    ...samplesOf(64, { ...large, "speed-up": 1 }),
  ]);
  expect(needFor(0.35, rows)).toEqual({ state: "reached", entries: 64, bytes: 40_000 });
  expect(needFor(0.7, rows)).toEqual({ state: "needs more", entries: 64 });
  expect(needFor(0.95, rows)).toEqual({ state: "not reachable", most: 0.9 });
});

test("caches that would take more than a worker is given are refused, with the way out", () => {
  expect(configured({ scope: "agent", agents: 100, entries: [2_000] }).refusal).toMatch(
    /^Entries: 100 caches of 2,000 results.*Choose 1,310 entries or fewer, fewer agents, or one cache for all agents\.$/,
  );
  expect(configured({ scope: "worker", agents: 100, entries: [65_536] }).refusal).toBeNull();
});
