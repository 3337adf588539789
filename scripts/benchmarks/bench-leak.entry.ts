// How often the verdict on memory errs: on runs drawn from recorded clean ones, with leaks of known size, and on real runs.
import { readFileSync } from "node:fs";
import * as v from "valibot";
import { drawnVerdict, type RecordedRun } from "../../src/leaks/drawn-run.ts";
import type { LeakVerdict } from "../../src/leaks/verdict.ts";
import type { Result } from "../../src/results/format/result.ts";
import { readingsOf, verdictOf } from "../../src/scenarios/memory-lifecycle/evidence.ts";
import {
  lifecycleDefaults,
  lifecycleFields,
  type LifecycleSettings,
} from "../../src/scenarios/memory-lifecycle/fields.ts";
import { PROMISED_BYTES } from "../../src/scenarios/memory-lifecycle/published.ts";
import { blockSizes, IDLE, ROW } from "../../src/scenarios/memory-lifecycle/series.ts";
import { readValues } from "../../src/fields/settings.ts";
import { median } from "../../src/statistics/summary.ts";
import { formatBytesWithUnit, formatPercent } from "../../src/words/format.ts";
import { seededRandom } from "../../src/workloads/chance.ts";

const RUNS = 2_000;
const LEAKS = [0, 4_000, 64_000, PROMISED_BYTES];
const ALARMS_MOST = 0.02;
const FOUND_LEAST = 0.95;
const SEED = 17;

const seriesSchema = v.object({ lifecycles: v.number(), bytes: v.array(v.number()) });
const recordedSchema = v.array(v.object({ blocks: v.array(seriesSchema), idle: seriesSchema }));

function recordedRuns(file: string): readonly RecordedRun[] {
  return v.parse(recordedSchema, JSON.parse(readFileSync(file, "utf8")));
}

function smallestOf(verdict: LeakVerdict): number[] {
  return "smallestBytes" in verdict && verdict.smallestBytes !== null ? [verdict.smallestBytes] : [];
}

function shareText(verdicts: readonly LeakVerdict[], state: LeakVerdict["state"]): string {
  const share = verdicts.filter((verdict) => verdict.state === state).length / verdicts.length;
  return `${state} ${formatPercent(share)}`;
}

/** @returns 0 where alarms and what is found are within what is aimed at */
export function reportDrawn(file: string): 0 | 1 {
  const recorded = recordedRuns(file);
  const { repeats } = lifecycleDefaults;
  console.log(
    `${RUNS} runs each, drawn from ${recorded.length} recorded clean ones in blocks of neighbours: ${repeats} readings of each kind of block.\n`,
  );
  let holds = true;
  for (const leakBytes of LEAKS) {
    const random = seededRandom(SEED + leakBytes);
    const drawing = { readings: repeats, leakBytes, claimBytes: PROMISED_BYTES };
    const verdicts = Array.from({ length: RUNS }, () => drawnVerdict(recorded, drawing, random));
    const leaks = verdicts.filter(({ state }) => state === "leak").length / RUNS;
    if (leakBytes === 0 && leaks > ALARMS_MOST) holds = false;
    if (leakBytes > 0 && leaks < FOUND_LEAST) holds = false;
    const what = leakBytes === 0 ? "no leak" : `${formatBytesWithUnit(leakBytes)} a lifecycle`;
    const smallest = formatBytesWithUnit(median(verdicts.flatMap(smallestOf)) ?? 0);
    const states = (["leak", "clean", "inconclusive"] as const).map((state) => shareText(verdicts, state));
    console.log(`${what.padEnd(20)} ${states.join(", ")}; smallest growth seen ${smallest}`);
  }
  const aims = `at most ${formatPercent(ALARMS_MOST)} alarms without a leak, ${formatPercent(FOUND_LEAST)} and more found of each leak`;
  console.log(holds ? `\nBoth targets hold: ${aims}.` : `\nA target does not hold: ${aims}.`);
  return holds ? 0 : 1;
}

function settingsOf({ settings }: Result): LifecycleSettings {
  const reading = readValues(lifecycleFields, settings);
  if (reading.state === "refused") throw new Error(reading.message);
  return reading.value;
}

/** A real run as it is kept to be drawn from. */
export function recordedOf(result: Result): RecordedRun {
  const settings = settingsOf(result);
  const kept = (series: string, at: number) => ({
    lifecycles: at,
    bytes: readingsOf(result.samples, series, at).readings.map(({ bytes }) => bytes),
  });
  const sizes = blockSizes(settings);
  return { blocks: sizes.map((at) => kept(ROW, at)), idle: kept(IDLE, sizes[2]) };
}

/** @returns what a real run of clean lifecycles said, and whether it was an alarm */
export function realVerdict(result: Result): { readonly text: string; readonly isAlarm: boolean } {
  const verdict = verdictOf(settingsOf(result), result.samples);
  if (verdict === null) return { text: "nothing was measured", isAlarm: true };
  const growth = "growth" in verdict ? verdict.growth : null;
  const interval =
    growth === null ? "" : `, growth ${[growth.bytes, growth.low, growth.high].map(Math.round).join(" / ")} B`;
  const smallest = smallestOf(verdict).map((bytes) => `, smallest seen ${formatBytesWithUnit(bytes)}`);
  return { text: `${verdict.state}${interval}${smallest.join("")}`, isAlarm: verdict.state === "leak" };
}
