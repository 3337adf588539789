// Memory over lifecycles on scripted lanes: clean, leaking by bytes or by count, without readings, gone on with in another page.
import { expect, test } from "vitest";
import { FakeLanes, type Script } from "../../measurement/fixtures/fake-lanes.ts";
import { FakeMemory, NOTHING_KEPT } from "../../measurement/fixtures/fake-memory.ts";
import { runOnLanes } from "../../measurement/fixtures/scripted-run.ts";
import type { Sample } from "../../measurement/run/sample.ts";
import type { RowFigure } from "../contract/rows.ts";
import { outcomeOf } from "../contract/target.ts";
import { experimentFrom } from "../experiments.ts";
import { placeOfGrowth, readingsOf, verdictOf } from "./evidence.ts";
import { lifecycleDefaults, type LifecycleSettings } from "./fields.ts";
import { memoryLifecycle } from "./memory-lifecycle.ts";
import { lifecycleTargets } from "./published.ts";
import { lifecyclePlan } from "./series.ts";

const on = {
  capacity: { cores: 2, low: 2, high: 2 },
  timerStepUs: 5,
  engineMemory: null,
  processMemory: null,
};

function experimentWith(settings: Partial<LifecycleSettings> = {}) {
  const reading = memoryLifecycle.configure({ ...lifecycleDefaults, ...settings });
  if (reading.state === "refused") throw new Error(reading.message);
  return experimentFrom(reading.value);
}

/** @param leakBytes what each lifecycle leaves behind */
async function measured(leakBytes: number, parts: Partial<FakeMemory> = {}, settings: Partial<LifecycleSettings> = {}) {
  const experiment = experimentWith(settings);
  const memory = Object.assign(new FakeMemory(), parts);
  const script: Script = {
    prepare: () => {
      if (memory.bytes !== null) memory.bytes += leakBytes;
      return null;
    },
  };
  const outcome = await runOnLanes(experiment, new FakeLanes(script), memory);
  if (outcome.state === "broken") throw new Error(outcome.reason);
  const { samples } = outcome;
  const rows = experiment.rowsOf(samples, on, false);
  const sentence = experiment.sentenceOf({ rows, samples, on, quality: "steady" });
  return { experiment, samples, rows, sentence };
}

function reasonOf(figure: RowFigure | undefined): string {
  return figure?.state === "missing" ? figure.reason : "";
}

test("blocks are measured in order: a warm-up, n, 2n, idle ones of 4n, and 4n", () => {
  const plan = lifecyclePlan({ lifecycles: 3, repeats: 2 });
  expect(plan.map(({ series, at, repeat }) => `${series} ${at} ${repeat}`)).toEqual([
    "warm 24 0",
    "warm 24 1",
    "warm 24 2",
    "warm 24 3",
    "row 3 0",
    "row 3 1",
    "row 6 0",
    "row 6 1",
    "idle 12 0",
    "idle 12 1",
    "row 12 0",
    "row 12 1",
  ]);
});

test("lifecycles that leave nothing behind are clean, and the published promise is kept", async () => {
  const { rows, sentence } = await measured(0);
  expect(rows.map(({ at }) => at)).toEqual([4, 8, 16]);
  for (const { figures } of rows) expect(figures["growth"]).toMatchObject({ state: "known", estimate: { median: 0 } });
  expect(sentence).toMatch(/^No leak is seen\. .*growth of 1 kB would have been found\.$/);
  const [target] = lifecycleTargets;
  if (target === undefined) throw new Error("There is no target.");
  expect(outcomeOf(target, rows).verdict).toEqual({ state: "met", value: 0 });
});

test("a leak of 2 MB is one at every size of block, and breaks the promise", async () => {
  const { rows, sentence } = await measured(2_000_000);
  for (const { figures } of rows) {
    expect(figures["growth"]).toMatchObject({ state: "known", estimate: { median: 2_000_000 } });
  }
  expect(sentence).toContain("leaves about 2 MB behind in the page");
  expect(sentence).toContain("over the promised 1 MB");
  const [target] = lifecycleTargets;
  if (target === undefined) throw new Error("There is no target.");
  expect(outcomeOf(target, rows).verdict.state).toBe("missed");
});

test("growth of workers that were ended is told from that of the page", () => {
  const settings = { ...lifecycleDefaults, repeats: 5 };
  const samples = lifecyclePlan(settings).map((planned, at): Sample => {
    const grown = (planned.series === "row" ? at : 0) * 100_000;
    const figures = { begun: (at + 1) * 16, page: 1, memory: 1e6 + grown, "lane-memory": grown };
    return { ...planned, attempt: 0, state: "valid", figures };
  });
  expect(placeOfGrowth(settings, samples)).toBe("workers");
});

test("D5: what is counted fails at once, with its name, in the sentence and in the table", async () => {
  const counts = { ...NOTHING_KEPT, workers: 1, shared: 65_536 };
  const { experiment, rows, samples, sentence } = await measured(0, { counts }, { repeats: 1 });
  expect(sentence).toBe("Memory leaks. Lifecycles leave something behind: workers not ended and shared buffers held.");
  const [table] = experiment.tablesOf({ rows, samples, on, quality: "steady" });
  expect(table?.rows.find(([what]) => what === "workers not ended")).toEqual(["workers not ended", "1", "1", "1", "1"]);
  expect(rows[0]?.figures["left"]).toMatchObject({ estimate: { median: 1 } });
});

test("D6: without readings counts carry the verdict, the page says so, and no figure is made up", async () => {
  const { experiment, rows, samples, sentence } = await measured(0, { bytes: null }, { repeats: 1 });
  expect(sentence).toMatch(/^No leak is seen in what can be counted: .* growth in bytes was not seen\.$/);
  for (const { figures } of rows) {
    for (const id of ["memory", "growth", "smallest", "lane-memory"]) expect(figures[id]?.state).toBe("missing");
    expect(reasonOf(figures["growth"])).toContain("Only what is counted exactly");
  }
  const [table] = experiment.tablesOf({ rows, samples, on, quality: "steady" });
  expect(table?.rows.find(([what]) => what === "WebAssembly memory held")?.slice(1)).toEqual(["–", "–", "–", "–"]);
});

test("with too few readings the sentence says how many are needed", async () => {
  const { rows, sentence } = await measured(0, {}, { repeats: 4 });
  expect(sentence).toContain("five readings of each kind of block are needed");
  expect(reasonOf(rows[2]?.figures["growth"])).toContain("Five readings");
});

test("readings of two pages are not put into one series: the page with the most counts", () => {
  const sample = (repeat: number, page: number, memory: number): Sample => ({
    series: "row",
    at: 16,
    repeat,
    attempt: 0,
    state: "valid",
    figures: { memory, page, begun: repeat + 1 },
  });
  const samples = [sample(0, 1, 5e6), sample(1, 1, 5e6), sample(2, 2, 1e6), sample(3, 2, 1e6), sample(4, 2, 1e6)];
  expect(readingsOf(samples, "row", 16).readings.map(({ bytes }) => bytes)).toEqual([1e6, 1e6, 1e6]);
});

test("nothing is concluded before a block was measured", () => {
  expect(verdictOf(lifecycleDefaults, [])).toBeNull();
  const warm: Sample = { series: "warm", at: 64, repeat: 0, attempt: 0, state: "valid", figures: { memory: 1 } };
  expect(verdictOf(lifecycleDefaults, [warm])).toBeNull();
});
