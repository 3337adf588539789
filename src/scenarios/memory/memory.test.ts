// The memory scenario from its settings to its sentence, on scripted lanes and on readings with a known slope.
import { expect, test } from "vitest";
import { FakeLanes } from "../../measurement/fixtures/fake-lanes.ts";
import { runOnLanes } from "../../measurement/fixtures/scripted-run.ts";
import type { Sample } from "../../measurement/run/sample.ts";
import { type MeasuredOn, middleOf } from "../contract/rows.ts";
import { experimentFrom } from "../experiments.ts";
import { memoryDefaults, type MemorySettings } from "./fields.ts";
import { marginalOf } from "./marginal.ts";
import { memory } from "./memory.ts";

const on: MeasuredOn = {
  capacity: { cores: 2, low: 2, high: 2 },
  timerStepUs: 5,
  engineMemory: { perAgentBytes: 2_400, sharedPerWorkerBytes: 9_000 },
  processMemory: null,
};

function experimentWith(settings: Partial<MemorySettings>) {
  const reading = memory.configure({ ...memoryDefaults, ...settings });
  if (reading.state === "refused") throw new Error(reading.message);
  return experimentFrom(reading.value);
}

function seenOf(samples: readonly Sample[]) {
  const experiment = experimentWith({});
  const rows = experiment.rowsOf(samples, on, false);
  const seen = { rows, samples, on, quality: "steady" } as const;
  return {
    rows,
    sentence: experiment.sentenceOf(seen) ?? "",
    tables: experiment.tablesOf(seen),
    input: experiment.planInputOf?.(seen) ?? null,
  };
}

/** Readings of so much without agents and for each of them, a little off either way. */
function samplesOf(base: number, each: number, off: number): Sample[] {
  return [10, 100, 500, 1_000].flatMap((at) =>
    [-1, 0, 1, 0].map((sign, repeat): Sample => {
      const read = base + each * at + sign * off;
      const figures = { memory: read, "worker-memory": read / 2, "own-arrays": 1_600, "published-row": 800 };
      return { series: "row", at, repeat, attempt: 0, state: "valid", figures };
    }),
  );
}

test("one more agent is the slope over all readings, with an interval that holds it, and what is left is the base", () => {
  const line = marginalOf(samplesOf(5e6, 6_000, 20_000));
  expect(line?.each.value).toBeCloseTo(6_000, 6);
  expect(line?.base.value).toBeCloseTo(5e6, 0);
  expect(line?.each.low).toBeLessThan(6_000);
  expect(line?.each.high).toBeGreaterThan(6_000);
});

test("the sentence has the slope, the base, the published figure and the exact bytes", () => {
  const { sentence, input, tables } = seenOf(samplesOf(5e6, 6_000, 20_000));
  expect(sentence).toMatch(
    /^One more agent takes 6 kB \([\d.]+ kB to [\d.]+ kB\), over 5 MB that page and workers take without any: the published 34\.5 MB is 5,800 times as much\. The engine's own arrays of an agent are exactly 2\.4 kB\. About 167,000 agents fit into a gigabyte\.$/,
  );
  if (input?.kind !== "memory") throw new Error("It has constants for the calculator.");
  expect(input.constants.perAgentMB).toBeCloseTo(0.006, 9);
  expect(input.constants.baseMB).toBeCloseTo(5, 6);
  expect(tables[0]?.rows.find(([owner]) => owner?.startsWith("Objects"))?.[1]).toBe("3.6 kB");
});

test("a slope that noise could make is said to be unknown, and nothing is planned with it", () => {
  const { sentence, input } = seenOf(samplesOf(5e6, 10, 500_000));
  expect(sentence).toMatch(/^What one more agent takes cannot be told from noise: .* at most\. Measure more agents/);
  expect(input).toBeNull();
});

test("lanes are read with each number of agents, and rows have exact and measured bytes", async () => {
  const lanes = new FakeLanes();
  const outcome = await runOnLanes(experimentWith({ agents: [1, 20], repeats: 2 }), lanes);
  const { rows } = seenOf(outcome.state === "broken" ? [] : outcome.samples);
  expect(rows.map(({ at, samples }) => [at, samples])).toEqual([
    [1, 2],
    [20, 2],
  ]);
  expect(rows[1] === undefined ? 0 : middleOf(rows[1], "exact")).toBe(20 * 2_400);
  expect(rows[1] === undefined ? 0 : middleOf(rows[1], "own-arrays")).toBe(800);
});
