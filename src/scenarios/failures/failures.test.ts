// The failures scenario from its settings to its sentence, on scripted lanes that really run the supervisor and its agents.
import { expect, test } from "vitest";
import { FakeLanes } from "../../measurement/fixtures/fake-lanes.ts";
import { runOnLanes } from "../../measurement/fixtures/scripted-run.ts";
import { type MeasuredOn, middleOf, sumOf } from "../contract/rows.ts";
import { experimentFrom } from "../experiments.ts";
import { failures } from "./failures.ts";
import type { FailureSettings } from "./fields.ts";

const on: MeasuredOn = {
  capacity: { cores: 2, low: 2, high: 2 },
  timerStepUs: 5,
  engineMemory: null,
  processMemory: null,
};

function configured(settings: Partial<FailureSettings>) {
  const reading = failures.configure({ ...failures.defaults, repeats: 2, ...settings });
  if (reading.state === "refused") throw new Error(reading.message);
  return reading.value;
}

async function measured(settings: Partial<FailureSettings>) {
  const experiment = experimentFrom(configured(settings));
  const lanes = new FakeLanes();
  const outcome = await runOnLanes(experiment, lanes);
  const samples = outcome.state === "broken" ? [] : outcome.samples;
  const rows = experiment.rowsOf(samples, on, false);
  const seen = { rows, samples, on, quality: "steady" } as const;
  return { lanes, samples, rows, sentence: experiment.sentenceOf(seen) ?? "", tables: experiment.tablesOf(seen) };
}

test("G8: at 20% crashes for 60 s nothing hangs and every second's accounts balance", async () => {
  const { rows, sentence } = await measured({ crashPercents: [20], lossPercent: 10, windowMs: 60_000, repeats: 1 });
  const [row] = rows;
  if (row === undefined) throw new Error("There is no row.");
  expect(middleOf(row, "seconds")).toBe(60);
  expect(middleOf(row, "unbalanced-seconds")).toBe(0);
  expect(sentence).toMatch(/^An agent that crashes is noticed within /);
  expect(sentence).toContain("In each of 60 seconds, done, failed and in flight were what was offered.");
});

test("ops fail as often as theory says, in each row", async () => {
  const { rows } = await measured({ crashPercents: [0, 10, 20], windowMs: 20_000 });
  for (const row of rows) {
    expect(middleOf(row, "failed-expected")).toBeCloseTo(row.at / 100, 12);
    expect(Math.abs((middleOf(row, "failed") ?? 1) - row.at / 100)).toBeLessThan(0.01);
  }
});

test("a crash is noticed about the deadline later, and without crashes there is nothing to notice", async () => {
  const { rows } = await measured({ crashPercents: [0, 20], deadlineMs: 40 });
  expect(rows[0]?.figures["noticed-p95"]).toEqual({ state: "missing", reason: "No agent crashed." });
  const noticedUs = rows[1] === undefined ? null : middleOf(rows[1], "noticed-p50");
  expect(Math.abs((noticedUs ?? 0) / 1_000 - 40)).toBeLessThan(3);
});

test.each([
  ["with-beliefs", "kept", "forgot", "with its beliefs"],
  ["without-beliefs", "forgot", "kept", "without its beliefs"],
] as const)("agents that come back %s say so", async (restart, said, not, words) => {
  const { rows, sentence } = await measured({ restart, crashPercents: [20] });
  const [row] = rows;
  expect(row === undefined ? 0 : middleOf(row, said)).toBeGreaterThan(0);
  expect(row === undefined ? 1 : middleOf(row, not)).toBe(0);
  expect(sentence).toContain(words);
});

test("a worker that dies is measured apart from agents that crash, and fresh lanes take over", async () => {
  const { lanes, samples, tables } = await measured({ workerDeaths: 2, crashPercents: [10] });
  const deaths = samples.filter(({ series }) => series === "worker");
  expect(deaths.map(({ state }) => state)).toEqual(["valid", "valid"]);
  expect(lanes.resets).toBe(2);
  const [table] = tables;
  expect(table?.rows.map(([who, count]) => [who, count])).toEqual([
    ["Agent", expect.stringMatching(/^\d+$/)],
    ["Worker", "2"],
  ]);
});

test("a deadline so long that crashes go unnoticed is refused, with the way out", () => {
  expect(configured({ deadlineMs: 5_000, opsPerSecond: 100 }).refusal).toMatch(
    /^Deadline: at 100 op\/s it must be 200 ms or less.*Shorten the deadline/,
  );
  expect(configured({}).refusal).toBeNull();
});

test("a share of crashes outside its range names the field and the range", () => {
  const reading = failures.withText(failures.defaults, "crashPercents", "5, 30");
  expect(reading).toMatchObject({ state: "refused" });
  expect(reading.state === "refused" ? reading.message : "").toMatch(
    /^Crashes, % must be 1 to 8 different percentages, each from 0 to 20/,
  );
});

test("a headline of a handful of crashes says on how few it rests", async () => {
  const { rows, sentence } = await measured({ crashPercents: [5], agents: 10, repeats: 1 });
  const crashes = sumOf(rows, "crashes");
  expect(sumOf(rows, "ended")).toBeGreaterThanOrEqual(30);
  expect(crashes).toBeLessThan(30);
  expect(sentence).toContain(` That rests on ${crashes} crashes, which is too few to rely on.`);
  expect(sentence).not.toMatch(/rests on \d+ ops?/);
});

test("agents that were brought back since a message was lost do not count as recovered", async () => {
  const { samples, rows, tables } = await measured({ crashPercents: [0], lossPercent: 20, workerDeaths: 0 });
  expect(samples.some((one) => one.state === "valid" && (one.figures["recovered-p95"] ?? 0) > 0)).toBe(true);
  expect(rows[0]?.figures["recovered-p95"]).toMatchObject({ state: "missing" });
  expect(tables[0]?.rows[0]?.slice(0, 4)).toEqual(["Agent", "0", "–", "–"]);
});
