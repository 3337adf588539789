// The patterns scenario from its settings to its sentence, on scripted lanes that really run the protocols.
import { expect, test } from "vitest";
import { FakeLanes } from "../../measurement/fixtures/fake-lanes.ts";
import { runOnLanes } from "../../measurement/fixtures/scripted-run.ts";
import type { Sample } from "../../measurement/run/sample.ts";
import type { Experiment } from "../contract/experiment.ts";
import { known, type MeasuredOn, middleOf, type Row, sumOf } from "../contract/rows.ts";
import { experimentFrom } from "../experiments.ts";
import { patternDefaults, type PatternSettings } from "./fields.ts";
import { PATTERNS } from "./pattern-kinds.ts";
import { patterns } from "./patterns.ts";
import { patternSentence } from "./sentence.ts";

const on: MeasuredOn = {
  capacity: { cores: 2, low: 2, high: 2 },
  timerStepUs: 5,
  engineMemory: null,
  processMemory: null,
};

function configured(settings: Partial<PatternSettings>) {
  const reading = patterns.configure({ ...patterns.defaults, repeats: 3, ...settings });
  if (reading.state === "refused") throw new Error(reading.message);
  return reading.value;
}

interface Measured {
  readonly experiment: Experiment;
  readonly lanes: FakeLanes;
  readonly samples: readonly Sample[];
  readonly rows: readonly Row[];
  readonly sentence: string;
}

async function measured(settings: Partial<PatternSettings>): Promise<Measured> {
  const experiment = experimentFrom(configured(settings));
  const lanes = new FakeLanes();
  const outcome = await runOnLanes(experiment, lanes);
  const samples = outcome.state === "broken" ? [] : outcome.samples;
  const rows = experiment.rowsOf(samples, on, false);
  const sentence = experiment.sentenceOf({ rows, samples, on, quality: "steady" }) ?? "";
  return { experiment, lanes, samples, rows, sentence };
}

test("G3: votes on lanes pass as often as theory says, at every published agent count", async () => {
  const { rows, sentence } = await measured({ pattern: "consensus", agents: [1, 5, 10, 20, 50], repeats: 10 });
  const published = [0.7, 0.837, 0.85, 0.952, 0.998];
  expect(rows.map((row) => middleOf(row, "passed-expected")?.toFixed(3))).toEqual(
    published.map((one) => one.toFixed(3)),
  );
  for (const row of rows) {
    const figure = row.figures["passed"];
    const interval = figure?.state === "known" ? figure.estimate.interval : null;
    const expected = middleOf(row, "passed-expected") ?? 0;
    // Half again as wide as 95 %, since five of them are looked at.
    const reach = ((interval?.high ?? 0) - (interval?.low ?? 0)) * 0.75;
    expect(Math.abs((middleOf(row, "passed") ?? 0) - expected)).toBeLessThan(reach);
  }
  expect(sentence).toMatch(/^Votes of 50 agents pass in 9\d(\.\d)?%|^Votes of 50 agents pass in 100%/);
  expect(sentence).toContain("by theory 99.8%");
});

test("G5: resources on lanes are in use as the closed form says, at three loads", async () => {
  for (const { thinkMs, holdMs } of [
    { thinkMs: 40, holdMs: 5 },
    { thinkMs: 20, holdMs: 5 },
    { thinkMs: 5, holdMs: 5 },
  ]) {
    const { rows } = await measured({ pattern: "contention", agents: [10], thinkMs, holdMs, windowMs: 5_000 });
    const [row] = rows;
    const [held = 0, expected = 1] = ["held", "held-expected"].map((id) => (row && middleOf(row, id)) ?? undefined);
    expect(Math.abs(held / expected - 1)).toBeLessThan(0.1);
  }
});

test("with lost messages and crashes the handoffs are still accounted for, and the sentence says so", async () => {
  const { rows, sentence, lanes } = await measured({
    pattern: "handoff",
    agents: [5, 10],
    lossPercent: 10,
    crashPercent: 20,
  });
  expect(lanes.protocolOrders[0]?.faults).toEqual({ loss: 0.1, crash: 0.2, downMs: 10 });
  for (const row of rows) for (const id of ["astray", "unbalanced"]) expect(middleOf(row, id)).toBe(0);
  expect(sentence).toMatch(/^With 10% of the messages lost and agents that crash in 20% of their tasks, 10 agents/);
  expect(sentence).toContain("No thing was lost or held twice");
  expect(rows[0]?.figures["timed-out-expected"]).toEqual({ state: "missing", reason: "Theory here has no crashes." });
});

test("every trial has faults and draws of its own, the same for the same seed", async () => {
  const seedsOf = ({ lanes }: Measured) => lanes.protocolOrders.map(({ seed }) => seed);
  const first = seedsOf(await measured({ agents: [2, 5] }));
  expect(new Set(first).size).toBe(first.length);
  expect(seedsOf(await measured({ agents: [2, 5] }))).toEqual(first);
  expect(seedsOf(await measured({ agents: [2, 5], seed: 8 }))).not.toEqual(first);
});

test("one agent is left out where it has nobody to deal with, and the page says so", async () => {
  const { experiment, rows, samples } = await measured({ pattern: "broadcast", agents: [1, 2] });
  expect(rows.map(({ at }) => at)).toEqual([2]);
  expect(experiment.notesOf({ rows, samples, on, quality: "steady" })).toEqual([
    { term: "Left out", text: "One agent has nobody for broadcasts." },
  ]);
  expect(experiment.fieldNotes).toEqual({ agents: "One agent has nobody for broadcasts. 1 is left out." });
  expect(configured({ pattern: "consensus", agents: [1, 2] }).fieldNotes).toEqual({});
  expect(configured({ pattern: "broadcast", agents: [1] }).refusal).toBe(
    "Agents: broadcasts take 2 agents at least. Add 2.",
  );
  expect(configured({ pattern: "consensus", agents: [1] }).refusal).toBeNull();
});

test.each(PATTERNS)(
  "%s stands beside what the published test does, and shows the fields that matter to it",
  async (pattern) => {
    const { experiment, rows, samples } = await measured({ pattern, agents: [5] });
    const [table] = experiment.tablesOf({ rows, samples, on, quality: "steady" });
    expect(table?.rows.length).toBeGreaterThanOrEqual(3);
    const isContention = pattern === "contention";
    expect(experiment.shownFields.includes("thinkMs")).toBe(isContention);
    expect(experiment.shownFields.includes("lossPercent")).toBe(!isContention);
  },
);

test("a page that cannot share memory carries by messages", () => {
  expect(configured({}).fixedOn({ canShareMemory: false })).toEqual({ transport: "message" });
});

test("a headline of a handful of votes says on how few it rests, and one of many does not", async () => {
  const { rows, sentence } = await measured({ pattern: "consensus", agents: [5], repeats: 1 });
  expect(sumOf(rows, "ended")).toBeGreaterThanOrEqual(30);
  expect(sentence).not.toContain("rests on");
  const settings: PatternSettings = { ...patternDefaults, pattern: "consensus" };
  const ended = (counts: number[]) => known(counts, { median: 1, interval: null });
  const of = (counts: number[]) =>
    patternSentence(
      settings,
      rows.map((row) => ({ ...row, figures: { ...row.figures, ended: ended(counts) } })),
      5,
    );
  expect(of([7, 5])).toContain(" That rests on 12 votes, which is too few to rely on.");
  expect(of([20, 10])).not.toContain("rests on");
});
