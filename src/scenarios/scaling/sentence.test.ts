// The sentence on top says what the rows say.
import { readFileSync } from "node:fs";
import * as v from "valibot";
import { expect, test } from "vitest";
import type { Figures, Sample } from "../../measurement/run/sample.ts";
import { scalingWith } from "../fixtures/experiments.ts";
import type { MeasuredOn } from "../contract/rows.ts";
import type { ScalingSettings } from "./fields.ts";
import { PUBLISHED_LAST } from "./published.ts";
import { realTimeCapacity } from "./sentence.ts";

function sample(series: string, at: number, throughput: number, more: Figures = {}): Sample {
  const figures = { throughput, p50: 100, p95: 200, p99: null, ...more };
  return { series, at, repeat: 0, attempt: 0, state: "valid", figures };
}

const on: MeasuredOn = {
  capacity: { cores: 2, low: 2, high: 2 },
  timerStepUs: 5,
  engineMemory: null,
  processMemory: null,
};

function sentenceOf(samples: readonly Sample[], settings: Partial<ScalingSettings> = {}): string | null {
  const experiment = scalingWith({ agents: [1, 10], repeats: 1, ...settings });
  return experiment.sentenceOf({ rows: experiment.rowsOf(samples, on, false), samples, on, quality: "steady" });
}

const solo = sample("solo", 1, 1_000);

test("saturated: throughput against what the cores can give", () => {
  const sentence = sentenceOf([solo, sample("row", 10, 1_800)]);
  expect(sentence).toBe("10 agents reach 1,800 op/s, 1.8 times what one does: 90% of what 2 cores can give.");
});

test("lock-step: what hearing each other costs, split", () => {
  const phases = { fuse: 0.03, transport: 0.01, wait: 0.05 };
  expect(sentenceOf([solo, sample("row", 10, 1_800, phases), sample("control", 10, 2_000)])).toContain(
    "10 agents reach 1,800 op/s, 1.8 times what one does: 90% of what 2 cores can give. Hearing each other costs them 10% of their throughput. The loss is fuse 3.0%, transport 1.0%, wait 5.0%, rest 1.0%.",
  );
});

test("lock-step: where messages seem to make agents faster, the cost is not measurable or cannot be told", () => {
  const phases = { fuse: 0.02, transport: 0.01, wait: 0.2 };
  expect(sentenceOf([solo, sample("row", 10, 1_800, phases), sample("control", 10, 1_790)])).toContain(
    "90% of what 2 cores can give. Hearing each other costs them nothing measurable.",
  );
  expect(sentenceOf([solo, sample("row", 10, 1_800, phases), sample("control", 10, 1_200)])).toContain(
    "90% of what 2 cores can give. What hearing each other costs them cannot be told: with messages they were 50% faster than without, which is noise.",
  );
});

test("lock-step: a cost that some repeats have and others have not is told as noise, with its ends and without parts", () => {
  const phases = { fuse: 0.02, transport: 0.01, wait: 0.05 };
  const rows = [1_700, 1_900, 2_200].map((throughput, repeat) => ({
    ...sample("row", 10, throughput, phases),
    repeat,
  }));
  const controls = [0, 1, 2].map((repeat) => ({ ...sample("control", 10, 2_000), repeat }));
  const sentence = sentenceOf([solo, ...rows, ...controls], { repeats: 3 });
  expect(sentence).toContain(
    "What hearing each other costs them cannot be told from noise: it was between −10% and 15% of their throughput.",
  );
  expect(sentence).not.toContain("The loss is");
});

test("lock-step: the parts add up to the loss, also where one of them is negative", () => {
  const phases = { fuse: 0.026, transport: 0.029, wait: 0.15 };
  expect(sentenceOf([solo, sample("row", 10, 1_640, phases), sample("control", 10, 2_000)])).toContain(
    "The loss is fuse 2.6%, transport 2.9%, wait 15%, rest −2.5%.",
  );
});

test("one worker for all: the interpreter lock is named, and what the cores could give without it", () => {
  const locked = { placement: "single-lane" } as const;
  expect(sentenceOf([solo, sample("row", 10, 975)], locked)).toBe(
    "Behind one interpreter lock 10 agents reach 975 op/s, 0.98 times the throughput of one: more agents bring nothing. Without the lock 2 cores could give up to 2.0 times.",
  );
  expect(sentenceOf([solo, sample("row", 10, 1_300)], locked)).toContain("1.3 times the throughput of one. Without");
  expect(sentenceOf([solo, sample("row", 1, 950)], locked)).toBe(
    "1 agent reaches 950 op/s: 95% of what one core can give.",
  );
  expect(sentenceOf([sample("row", 10, 975)], locked)).toBe("10 agents reach 975 op/s.");
});

test("one worker for all, with hearing: what that costs, and all its parts, are told as well", () => {
  const phases = { fuse: 0.03, transport: 0.01, wait: 0.05 };
  const samples = [solo, sample("row", 10, 900, phases), sample("control", 10, 1_000)];
  expect(sentenceOf(samples, { placement: "single-lane", topology: "all-to-all" })).toContain(
    "more agents bring nothing. Hearing each other costs them 10% of that. The loss is fuse 3.0%, transport 1.0%, wait 5.0%, rest 1.0%. Without the lock",
  );
});

test("a single agent reaches, of one core", () => {
  const sentence = sentenceOf([solo, sample("row", 1, 950)]);
  expect(sentence).toBe("1 agent reaches 950 op/s: 95% of what one core can give.");
});

test("clearly above 100% it is said that C was measured too low, within its interval nothing is", () => {
  const samples = [solo, sample("row", 10, 2_300), sample("row", 10, 2_400)];
  expect(sentenceOf(samples)).toBe(
    "10 agents reach 2,350 op/s, 2.4 times what one does: 118% of what 2 cores can give. More than 100% means that C, 2 cores, was measured too low.",
  );
  const experiment = scalingWith({ agents: [1, 10], repeats: 1 });
  const unsure = { ...on, capacity: { cores: 2, low: 1.8, high: 2.5 } };
  expect(
    experiment.sentenceOf({ rows: experiment.rowsOf(samples, unsure, false), samples, on: unsure, quality: "steady" }),
  ).toBe("10 agents reach 2,350 op/s, 2.4 times what one does: 118% of what 2 cores can give.");
});

test("where nobody could tell how many cores there were, no share of them is told", () => {
  const samples = [solo, sample("row", 10, 1_400)];
  const experiment = scalingWith({ agents: [1, 10], repeats: 1 });
  const unsure = { ...on, capacity: { cores: 1.4, low: 0.1, high: 2.6 } };
  expect(
    experiment.sentenceOf({
      rows: experiment.rowsOf(samples, unsure, false),
      samples,
      on: unsure,
      quality: "unsteady",
    }),
  ).toBe("10 agents reach 1,400 op/s, 1.4 times what one does. How many cores they had cannot be told.");
});

test("without X(1) nothing is said of cores, without rows nothing at all", () => {
  expect(sentenceOf([sample("row", 10, 1_800)])).toBe("10 agents reach 1,800 op/s.");
  expect(sentenceOf([])).toBeNull();
});

const paced = { pacing: "paced", opsPerSecondPerAgent: 20 } as const;

test("paced: what fifty agents achieve stands beside what the published document has there", () => {
  expect(sentenceOf([sample("row", 1, 20), sample("row", 50, 990, { p95: 20_000 })], paced)).toBe(
    "1 agent holds 20 op/s with p95 latency of at most 10 ms: 20 op/s in all. 50 agents achieve 99% of what they are offered; the published document has 28.4%.",
  );
  const published = v.parse(
    v.object({ scaling: v.array(v.object({ agents: v.number(), efficiency: v.number() })) }),
    JSON.parse(readFileSync("public/reference/published-reference.json", "utf8")),
  );
  expect(published.scaling.at(-1)).toMatchObject(PUBLISHED_LAST);
});

test("paced: the most agents that hold their rate in time", () => {
  const samples = [
    sample("row", 1, 20),
    sample("row", 10, 198),
    sample("row", 15, 300, { p50: 9_000, p95: 10_001 }),
    sample("row", 20, 390),
  ];
  expect(realTimeCapacity(scalingWith(paced).rowsOf(samples, on, false))).toBe(10);
  expect(sentenceOf(samples, paced)).toBe(
    "10 agents hold 20 op/s each with p95 latency of at most 10 ms: 200 op/s in all.",
  );
});

test("paced: it is said where no count holds, and where the most tried do", () => {
  expect(sentenceOf([sample("row", 10, 100)], paced)).toContain("No measured count of agents holds 20 op/s each");
  expect(sentenceOf([sample("row", 10, 200)], paced)).toContain("10 agents, the most that were tried, hold");
  expect(sentenceOf([sample("row", 1, 20)], paced)).toBe(
    "1 agent, the most that was tried, holds 20 op/s with p95 latency of at most 10 ms: 20 op/s in all.",
  );
});
