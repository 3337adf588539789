// What a search is said to have found: no more than it knows, in numbers that never contradict its bracket.
import { expect, test } from "vitest";
import type { QualityState } from "../../scaling/quality.ts";
import type { MeasuredOn } from "../contract/rows.ts";
import { stateOf } from "./course.ts";
import { type RealTimeSettings, realTimeDefaults } from "./fields.ts";
import { samplesOn } from "./fixtures/searched.ts";
import { realTimeExperiment } from "./experiment.ts";
import { realTime } from "./real-time.ts";
import { realTimeSentence } from "./sentence.ts";

const settings: RealTimeSettings = realTimeDefaults;
const on: MeasuredOn = {
  capacity: { cores: 2, low: 2, high: 2 },
  timerStepUs: 5,
  engineMemory: null,
  processMemory: null,
};

function sentenceOn(
  holds: (agents: number, isLong: boolean) => boolean,
  quality: QualityState = "steady",
): string | null {
  return realTimeSentence(settings, { samples: samplesOn(settings, holds), on, quality });
}

function numberIn(text: string | null, pattern: RegExp): number {
  return Number(pattern.exec(text ?? "")?.[1]?.replaceAll(",", "") ?? Number.NaN);
}

test("certainty is claimed of a steady machine alone, and of an unsteady one it is said to measure again", () => {
  const certain = "99% certainty";
  expect(sentenceOn((agents) => agents <= 343, "steady")).toContain(`held it, each with ${certain}`);
  expect(sentenceOn((agents) => agents <= 343, "unknown")).not.toContain("certain");
  const unsteady = sentenceOn((agents) => agents <= 343, "unsteady");
  expect(unsteady).not.toContain("certain");
  expect(unsteady).toMatch(/^This machine holds at least 340 agents /);
  expect(unsteady).toMatch(/5 of 5 trials of 12 s held it: .* Other programs disturbed the machine: measure again\.$/);
});

test("read anywhere, it is the machine that measured", () => {
  const samples = samplesOn(settings, (agents) => agents <= 343);
  const seen = { samples, on, quality: "steady" } as const;
  expect(realTimeSentence(settings, { ...seen, isElsewhere: true })).toMatch(/^The machine holds about 340 agents /);
  expect(realTimeSentence(settings, seen)).toMatch(/^This machine holds about 340 agents /);
});

test.each([3, 42, 99, 100, 343, 999, 1_171, 7_305, 9_994, 12_344, 19_000])(
  "with room for %i agents, what is said lies around the bracket: none above what held, none below what was late",
  (most) => {
    const samples = samplesOn(settings, (agents) => agents <= most);
    const state = stateOf(settings, samples, null);
    if (state.state !== "ended" || state.outcome.state !== "confirmed") throw new Error(state.state);
    const { holds, fails } = state.outcome;
    const sentence = realTimeSentence(settings, { samples, on, quality: "steady" });
    const held = numberIn(sentence, /holds (?:about )?([\d,]+) agents/);
    const late = numberIn(sentence, /At (?:about )?([\d,]+) they begin to be late/);
    expect(held).toBeLessThanOrEqual(holds);
    expect(fails).toBeGreaterThan(holds);
    expect(late).toBeGreaterThanOrEqual(fails ?? Number.NaN);
    // Three digits: no further off than one in a hundred.
    expect(late / (fails ?? Number.NaN)).toBeLessThan(1.01);
  },
);

test("a late count that is rounded is said to be about so many, and one in full is not", () => {
  const sentence = sentenceOn((agents) => agents <= 12_344);
  const late = numberIn(sentence, /At about ([\d,]+) they/);
  expect(late % 100).toBe(0);
  expect(sentenceOn((agents) => agents <= 343)).toMatch(/At \d{3} they begin to be late/);
});

test("no row at or below the claim is late: short trials that were are measured again, and the ladder agrees", () => {
  const samples = samplesOn(settings, (agents, isLong) => agents <= (isLong ? 42 : 32));
  const state = stateOf(settings, samples, null);
  if (state.state !== "ended" || state.outcome.state !== "confirmed") throw new Error(state.state);
  const { holds, fails, gap } = state.outcome;
  expect(holds).toBeGreaterThan(38);
  expect(gap).toBeNull();
  const reading = realTime.configure(settings);
  if (reading.state === "refused") throw new Error(reading.message);
  const rows = realTimeExperiment(reading.value).rowsOf(samples, on, false);
  expect(rows.filter(({ at }) => at <= holds).map(({ status }) => status?.word)).not.toContain("Late");
  const [ladder] = realTimeExperiment(reading.value).tablesOf({ samples, rows, on, quality: "steady" });
  expect(ladder?.rows.find(([limit]) => limit === "10")).toEqual(["10", String(holds), String(fails)]);
});

test("a count that is late when it is measured again is told, and nothing above it is claimed", () => {
  const sentence = sentenceOn((agents, isLong) => (isLong ? agents <= 42 && agents !== 35 : agents <= 32));
  expect(sentence).toContain("This machine holds 34 agents");
  expect(sentence).toContain("At 35 they begin to be late.");
  expect(sentence).toContain("The machine is not monotone: 35 were late though 36 held");
});

test("a search that runs out of trials on the way up says that it is at least so many", () => {
  const sentence = sentenceOn((agents, isLong) => isLong || agents <= 40);
  expect(sentence).toMatch(/^This machine holds at least \d+ agents? at 20 op\/s each/);
  expect(sentence).not.toContain("begin to be late");
});

test("a search whose confirmations keep failing says that it was not confirmed, and in what steps it looked", () => {
  let long = 0;
  const sentence = sentenceOn((agents, isLong) => {
    if (isLong) long += 1;
    return agents <= 500 && !(isLong && long % 3 === 0);
  });
  expect(sentence).toMatch(
    /^This machine may hold about \d+ agents [^.]*\. That is not confirmed: of \d+ trials, some near it held and some did not\. At \d+ they begin to be late\. Let the machine rest, and measure again\.$/,
  );
});
