// The optimisations scenario from its settings to its sentence, on scripted lanes that really run both sides.
import { expect, test } from "vitest";
import { FakeLanes } from "../../measurement/fixtures/fake-lanes.ts";
import { runOnLanes } from "../../measurement/fixtures/scripted-run.ts";
import type { Figures, Sample } from "../../measurement/run/sample.ts";
import { type MeasuredOn, middleOf } from "../contract/rows.ts";
import { certainSpeedUps } from "../contract/speed-ups.ts";
import { experimentFrom } from "../experiments.ts";
import type { OptimisationSettings } from "./fields.ts";
import { optimisations } from "./optimisations.ts";
import { OPTIMISATIONS } from "./optimisations-list.ts";
import { judged } from "./verdicts.ts";

const on: MeasuredOn = {
  capacity: { cores: 2, low: 2, high: 2 },
  timerStepUs: 5,
  engineMemory: null,
  processMemory: null,
};

function configured(settings: Partial<OptimisationSettings>) {
  const reading = optimisations.configure({
    ...optimisations.defaults,
    gridSize: 5,
    agents: 3,
    repeats: 2,
    windowMs: 100,
    ...settings,
  });
  if (reading.state === "refused") throw new Error(reading.message);
  return reading.value;
}

function seenOf(settings: Partial<OptimisationSettings>, samples: readonly Sample[]) {
  const experiment = experimentFrom(configured(settings));
  const rows = experiment.rowsOf(samples, on, false);
  const seen = { rows, samples, on, quality: "steady" } as const;
  return { rows, samples, sentence: experiment.sentenceOf(seen) ?? "", tables: experiment.tablesOf(seen) };
}

test("every optimisation has a row with what was measured with it and without", async () => {
  const lanes = new FakeLanes();
  const outcome = await runOnLanes(experimentFrom(configured({})), lanes);
  const { rows } = seenOf({}, outcome.state === "broken" ? [] : outcome.samples);
  expect(rows.map(({ at }) => at)).toEqual(Object.values(OPTIMISATIONS).map(({ at }) => at));
  for (const row of rows) {
    expect(row.samples).toBe(2);
    expect(middleOf(row, "speed-up")).toBeGreaterThan(0);
    expect(middleOf(row, "with")).toBeGreaterThan(0);
  }
});

test("what the engine has is measured by leaving it out, so that its gain has the right sign", async () => {
  const outcome = await runOnLanes(
    experimentFrom(configured({ optimisations: "one-model,single-precision" })),
    new FakeLanes(),
  );
  const { rows } = seenOf({}, outcome.state === "broken" ? [] : outcome.samples);
  const saved = rows.map((row) => middleOf(row, "saved") ?? -1);
  // Two of three models are saved; of beliefs a sixth of each agent's bytes.
  expect(saved[0]).toBeGreaterThan(0.4);
  expect(saved[1]).toBeGreaterThan(0);
  expect(saved[1]).toBeLessThan(0.3);
});

test("workers and rounds without waiting are windows of their own, and who goes first alternates", async () => {
  const lanes = new FakeLanes();
  await runOnLanes(experimentFrom(configured({ optimisations: "workers,asynchronous", seed: 3 })), lanes);
  const free = lanes.setups.filter(({ topology }) => topology === "none").map(({ shares }) => shares.length);
  expect(new Set(free)).toEqual(new Set([1, 2]));
  const rounds = lanes.setups.filter(({ topology }) => topology === "all-to-all");
  expect(new Set(rounds.map(({ isAsynchronous }) => isAsynchronous === true))).toEqual(new Set([false, true]));
  expect(lanes.orders).toHaveLength(8);
});

function samplesOf(at: number, figures: Figures): Sample[] {
  return Array.from({ length: 6 }, (_, repeat): Sample => {
    const speed = Number(figures["speed-up"]) * (1 + repeat / 1_000);
    return { series: "row", at, repeat, attempt: 0, state: "valid", figures: { ...figures, "speed-up": speed } };
  });
}

test("claims are confirmed, refuted or not told, by intervals and exact bytes, and the page says which in words", () => {
  const { rows, sentence, tables } = seenOf({}, [
    ...samplesOf(1, { "speed-up": 1, saved: 0.6 }),
    ...samplesOf(2, { "speed-up": 1, saved: 0.17 }),
    ...samplesOf(4, { "speed-up": 1.2, saved: -2 }),
    ...samplesOf(7, { "speed-up": 1.9 }),
    ...samplesOf(10, { "speed-up": 1.5, saved: 0 }),
    // Its interval holds 1.
    ...samplesOf(9, { "speed-up": 0.998, saved: 0 }),
  ]);
  expect(judged(rows).map(({ optimisation: { at }, verdict }) => [at, verdict])).toEqual([
    [1, "confirmed"],
    [2, "refuted"],
    [4, "refuted"],
    [7, "confirmed"],
    [9, "cannot be told"],
    [10, "no claim"],
  ]);
  expect(sentence).toBe(
    "Most is gained by workers in place of one: 3 agents are 1.9 times as fast as without. Published claims that hold here: one model for all agents and workers in place of one. Refuted here: beliefs of 32 bits and a cache of results. Not told from noise: sparse transitions.",
  );
  expect(tables[0]?.rows[1]).toEqual([
    "beliefs of 32 bits",
    "refuted",
    "17% less memory",
    "belief state compression: 30 to 40% less memory",
  ]);
});

test("a plan takes the speed-ups that are certain, the largest gain first, and none where none is", () => {
  const { rows } = seenOf({}, [
    ...samplesOf(4, { "speed-up": 0.9 }),
    ...samplesOf(7, { "speed-up": 1.9 }),
    ...samplesOf(9, { "speed-up": 0.998 }),
    ...samplesOf(10, { "speed-up": 2.5 }),
  ]);
  const input = certainSpeedUps(rows);
  if (input?.kind !== "speed-ups") throw new Error("It has speed-ups for the planner.");
  expect(input.times.map(({ low }) => low)).toEqual([2.5, 1.9]);
  expect(certainSpeedUps(rows.slice(0, 1))).toBeNull();
});

test("too few trials tell nothing of a speed-up", () => {
  const { rows } = seenOf({}, samplesOf(7, { "speed-up": 1.9 }).slice(0, 5));
  expect(judged(rows).map(({ verdict }) => verdict)).toEqual(["cannot be told"]);
});

test("a page without shared memory leaves out rounds without waiting", () => {
  const configuration = configured({ optimisations: "cache,asynchronous" });
  expect(configuration.fixedOn({ canShareMemory: false })).toEqual({ optimisations: "cache" });
  expect(configuration.fixedOn({ canShareMemory: true })).toEqual({});
});
