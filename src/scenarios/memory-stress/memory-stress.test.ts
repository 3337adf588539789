// The memory-stress scenario from its settings to its sentence, on scripted lanes.
import { expect, test } from "vitest";
import { FakeLanes } from "../../measurement/fixtures/fake-lanes.ts";
import { runOnLanes } from "../../measurement/fixtures/scripted-run.ts";
import type { Sample } from "../../measurement/run/sample.ts";
import type { MeasuredOn } from "../contract/rows.ts";
import { experimentFrom } from "../experiments.ts";
import { intervalOf, pointsOf, stressDefaults, type StressSettings } from "./fields.ts";
import { memoryStress } from "./memory-stress.ts";

const on: MeasuredOn = {
  capacity: { cores: 2, low: 2, high: 2 },
  timerStepUs: 5,
  engineMemory: null,
  processMemory: null,
};

function experimentWith(settings: Partial<StressSettings>) {
  const reading = memoryStress.configure({ ...stressDefaults, ...settings });
  if (reading.state === "refused") throw new Error(reading.message);
  return experimentFrom(reading.value);
}

function seenOf(settings: Partial<StressSettings>, samples: readonly Sample[]) {
  const experiment = experimentWith(settings);
  const rows = experiment.rowsOf(samples, on, false);
  const seen = { rows, samples, on, quality: "steady" } as const;
  return {
    rows,
    sentence: experiment.sentenceOf(seen),
    tables: experiment.tablesOf(seen),
    notes: experiment.notesOf(seen).map(({ text }) => text),
  };
}

test("a run is read every 5 s, a day no more than 120 times, and a short one often enough for a course", () => {
  expect(pointsOf({ seconds: 300 })).toHaveLength(60);
  expect(pointsOf({ seconds: 300 }).slice(0, 2)).toEqual([5, 10]);
  expect(intervalOf({ seconds: 86_400 })).toBe(720);
  expect(pointsOf({ seconds: 86_400 })).toHaveLength(120);
  expect(pointsOf({ seconds: 30 })).toHaveLength(15);
  expect(pointsOf({ seconds: 10 })).toHaveLength(10);
});

test("the published run holds 20 agents for 300 s on the same lanes, and reads them 60 times", async () => {
  const lanes = new FakeLanes();
  const outcome = await runOnLanes(experimentWith({}), lanes);
  const samples = outcome.state === "broken" ? [] : outcome.samples;
  expect(samples.filter(({ state }) => state === "valid")).toHaveLength(60);
  expect(lanes.orders.reduce((sum, { durationMs }) => sum + durationMs, 0)).toBe(300_000);
  expect(new Set(lanes.setups.map(({ totalAgents }) => totalAgents))).toEqual(new Set([20]));
  expect(seenOf({}, samples).sentence).toMatch(/^While 20 agents act for 5 min/);
});

test("a reading in which no op completed does not count: a rate of 0 could not be kept", async () => {
  class SleepingLanes extends FakeLanes {
    #windows = 0;
    override async window(order: Parameters<FakeLanes["window"]>[0]): ReturnType<FakeLanes["window"]> {
      this.#windows += 1;
      return super.window(this.#windows === 5 ? { ...order, durationMs: 0.001 } : order);
    }
  }
  const outcome = await runOnLanes(experimentWith({ seconds: 30 }), new SleepingLanes());
  const samples = outcome.state === "broken" ? [] : outcome.samples;
  expect(samples.find(({ state }) => state !== "valid")).toMatchObject({
    state: "invalid",
    reason: "No op completed inside the window. Choose a longer window.",
  });
  expect(samples.filter(({ state }) => state === "valid")).toHaveLength(15);
});

function samplesOf(
  memory: ((seconds: number) => number) | null,
  until = 300,
  page: (seconds: number) => number = () => 0,
): Sample[] {
  return pointsOf({ seconds: 300 }).flatMap((at): Sample[] => {
    if (at > until) return [];
    // A pattern that no slope and no step explains.
    const noise = ((at / 5) % 3) * 1_000;
    const read = memory === null ? null : memory(at) + noise;
    const all = read === null ? null : read + page(at);
    const figures = { memory: all, "worker-memory": read, throughput: 70_000 + noise / 10, p50: 10, p95: 20, p99: 30 };
    return [{ series: "row", at, repeat: 0, attempt: 0, state: "valid", figures }];
  });
}

test("D7: level, growth and a single step are told in words", () => {
  expect(
    seenOf(
      {},
      samplesOf(() => 4e7),
    ).sentence,
  ).toMatch(
    /^While 20 agents act for 5 min, the memory of their workers keeps its level of 40 MB: growth of more than .* a minute would have been seen\. Throughput keeps its level of 70,\d00 op\/s\.$/,
  );
  expect(
    seenOf(
      {},
      samplesOf((seconds) => 4e7 + seconds * 1_000),
    ).sentence,
  ).toMatch(/the memory of their workers grows by (?:59|60|61)[.\d]* kB a minute \(95%: .* to .*\)/);
  expect(
    seenOf(
      {},
      samplesOf((seconds) => (seconds < 180 ? 4e7 : 4.4e7)),
    ).sentence,
  ).toMatch(
    /the memory of their workers steps up once, by 4 MB \(10%\) after 3 min, and keeps its level before and after/,
  );
});

test("a step of under 1% is a level that holds within 1%", () => {
  const { sentence, tables } = seenOf(
    {},
    samplesOf((seconds) => (seconds < 180 ? 4e7 : 3.98e7)),
  );
  expect(sentence).toMatch(/the memory of their workers keeps its level of 39\.8 MB within 1\.0%\./);
  expect(tables[0]?.rows[1]?.[1]).toBe("steps down once, after 3 min");
});

test("a page that grows by what it draws is told apart from agents that keep their level", () => {
  const { sentence } = seenOf(
    {},
    samplesOf(
      () => 4e6,
      300,
      (seconds) => 8e6 + seconds * 6_000,
    ),
  );
  expect(sentence).toMatch(/the memory of their workers keeps its level of 4 MB/);
  expect(sentence).toMatch(
    /With the page, its code and the rows and points that it adds for each reading, memory grows by 36\d kB a minute/,
  );
});

test("what grows only in the first fifth is left out", () => {
  expect(
    seenOf(
      {},
      samplesOf((seconds) => 4e7 + Math.min(60, seconds) * 1e5),
    ).sentence,
  ).toContain("keeps its level");
});

test("a run that was cut says so, with what it measured, and one without memory says why", () => {
  expect(
    seenOf(
      {},
      samplesOf(() => 4e7, 100),
    ).notes[0],
  ).toContain("The run was cut after 100 of 300 s");
  expect(
    seenOf(
      {},
      samplesOf(() => 4e7),
    ).notes[0],
  ).not.toContain("cut");
  expect(seenOf({}, samplesOf(null)).sentence).toContain("this browser does not tell what memory the page takes");
  expect(seenOf({}, []).sentence).toBeNull();
});
