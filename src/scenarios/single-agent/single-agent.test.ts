// The single-agent scenario: two kinds of window in turn, and published targets that are met, missed or not measurable.
import { expect, test } from "vitest";
import type { Figures, Sample } from "../../measurement/run/sample.ts";
import { singleAgentWith } from "../fixtures/experiments.ts";
import type { MeasuredOn } from "../contract/rows.ts";
import { outcomeOf } from "../contract/target.ts";
import { singleAgentTargets } from "./targets.ts";

const on: MeasuredOn = {
  capacity: { cores: 2, low: 2, high: 2 },
  timerStepUs: 5,
  engineMemory: { perAgentBytes: 7_000, sharedPerWorkerBytes: 90_000 },
  processMemory: { state: "measured", agents: 1, workers: 1, totalBytes: 9e6, workersBytes: 2.5e6 },
};

function sample(at: number, figures: Figures, repeat = 0): Sample {
  return { series: "row", at, repeat, attempt: 0, state: "valid", figures };
}

const quick: Figures = { throughput: 20_000, mean: 50, p50: 45, p95: 80, p99: 120, "p99.9": 400, "warmup-blocks": 2 };

function outcomes(samples: readonly Sample[], machine = on) {
  const rows = singleAgentWith().rowsOf(samples, machine, false);
  return singleAgentTargets.map((target) => outcomeOf(target, rows).verdict);
}

test("both kinds of window are measured as often, and who goes first alternates", () => {
  const plan = singleAgentWith({ repeats: 2, opsPerSecond: 20 }).plan;
  expect(plan.map(({ at, repeat }) => [at, repeat])).toEqual([
    [0, 0],
    [20, 0],
    [20, 1],
    [0, 1],
  ]);
});

test("a quick machine meets every published target", () => {
  expect(outcomes([sample(0, quick)]).map(({ state }) => state)).toEqual(["met", "met", "met", "met", "met"]);
});

test("a slow one misses those that it misses, with its figure", () => {
  const slow = { ...quick, throughput: 20, mean: 50_001, p95: 99_999, p99: 200_001 };
  const verdicts = outcomes([sample(0, slow)]);
  expect(verdicts.map(({ state }) => state)).toEqual(["missed", "met", "missed", "missed", "met"]);
  expect(verdicts[3]).toEqual({ state: "missed", value: 20 });
});

test("what cannot be measured here is neither met nor missed, and says why", () => {
  const blind = { ...on, processMemory: { state: "unavailable", reason: "This browser does not tell." } } as const;
  const verdicts = outcomes([sample(0, { ...quick, p99: null })], blind);
  expect(verdicts[2]?.state === "not measurable" ? verdicts[2].reason : "").toContain("1,000 ops");
  expect(verdicts[4]).toEqual({ state: "not measurable", reason: "This browser does not tell." });
});

test("the sentence counts the targets", () => {
  const experiment = singleAgentWith();
  const samples = [sample(0, quick)];
  const sentence = experiment.sentenceOf({
    rows: experiment.rowsOf(samples, on, false),
    samples,
    on,
    quality: "steady",
  });
  expect(sentence).toBe(
    "One agent does 20,000 op/s on one worker, 1,000 times the published 20 op/s. It meets 5 of 5 published targets: mean under 50 ms, p95 under 100 ms, p99 under 200 ms, 25 op/s or more and memory under 30 MB.",
  );
});

test("paced windows have service time and late ops, saturated ones say that they do not", () => {
  const paced = { ...quick, throughput: 20, "service-p95": 60, "late-ops": 1 };
  const [saturated, offered] = singleAgentWith().rowsOf([sample(0, quick), sample(20, paced)], on, false);
  expect(saturated?.figures["late-ops"]).toMatchObject({ state: "missing" });
  expect(offered?.figures["late-ops"]).toMatchObject({ state: "known" });
});

test("the pace is that of the saturated windows, by the third of the run in which they lay", () => {
  const samples = [0, 1, 2, 3, 4, 5].map((repeat) => sample(0, { ...quick, throughput: 100 + repeat }, repeat));
  expect(singleAgentWith({ repeats: 6 }).paceOf([...samples, sample(20, quick, 0)])).toEqual([
    { place: 0, opsPerSecond: 100 },
    { place: 0, opsPerSecond: 101 },
    { place: 1, opsPerSecond: 102 },
    { place: 1, opsPerSecond: 103 },
    { place: 2, opsPerSecond: 104 },
    { place: 2, opsPerSecond: 105 },
  ]);
});
