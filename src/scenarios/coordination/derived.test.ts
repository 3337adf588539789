// What is made of the samples of a machine whose costs are known: costs, growth, the lines of messages, what they predict, and the words.
import fc from "fast-check";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { expect, test } from "vitest";
import { type MeasuredOn, middleOf } from "../contract/rows.ts";
import { cellOf, isControl, pointOf } from "./cells.ts";
import { coordinationDefaults, type CoordinationSettings } from "./fields.ts";
import { MACHINE, samplesOn } from "./fixtures/machine.ts";
import { growthOf } from "./growth.ts";
import { messageLines } from "./message-lines.ts";
import { predictedShares, sentMessages } from "./predicted.ts";
import { coordinationRows } from "./rows.ts";
import { coordinationSentence } from "./sentence.ts";
import { coordinationTables } from "./tables.ts";

const on: MeasuredOn = {
  capacity: { cores: 2, low: 2, high: 2 },
  timerStepUs: 5,
  engineMemory: null,
  processMemory: null,
};
const settings: CoordinationSettings = { ...coordinationDefaults, agents: [5, 10, 20] };
const both = ["shared-memory", "message"] as const;

/** Noise within so much, the same for the same seed. */
function noiseOf(seed: number, most: number): () => number {
  const generator = xoroshiro128plus(seed);
  return () => most * (2 * uniformFloat64(generator) - 1);
}

test("a cost is what the same agents do more in silence, and silence has none", () => {
  const rows = coordinationRows(samplesOn(settings), on, false);
  expect(rows).toHaveLength(3 * 7);
  for (const row of rows) {
    const cell = cellOf(row.at);
    const control = rows.find(({ at }) => {
      const other = cellOf(at);
      return other !== null && isControl(other) && other.agents === cell?.agents;
    });
    if (cell === null || control === undefined) throw new Error("no cell");
    const loss = row.figures["loss"];
    if (isControl(cell)) expect(loss).toMatchObject({ state: "missing" });
    else {
      const free = middleOf(control, "throughput") ?? 0;
      expect(middleOf(row, "loss")).toBeCloseTo(1 - (middleOf(row, "throughput") ?? 0) / free, 9);
      expect(loss).toMatchObject({ estimate: { interval: { kind: "confidence" } } });
    }
    expect(middleOf(row, "core-normalised")).toBeGreaterThan(0);
  }
});

test("a row without its control says so, and has no cost", () => {
  const talking = samplesOn(settings).filter(({ series, at }) => series !== "row" || at >= 1_000_000);
  for (const row of coordinationRows(talking, on, false)) {
    expect(row.figures["loss"]).toMatchObject({ state: "missing", reason: "No control without messages counts yet." });
  }
});

test("G6: lines through messages give back what each message and each byte costs here", () => {
  const { round, carrying } = messageLines(samplesOn(settings), "message");
  expect(round?.intercept.value).toBeCloseTo(MACHINE.round.message[0], 6);
  expect(round?.slope.value).toBeCloseTo(MACHINE.round.message[1], 9);
  expect(carrying?.intercept.value).toBeCloseTo(MACHINE.publish[0] + MACHINE.send[0], 6);
  expect(carrying?.slope.value).toBeCloseTo(MACHINE.publish[1] + MACHINE.send[1], 9);
});

test("G6: messages alone predict the transport share of every cell within 25%, also where times are noisy", () => {
  for (const { predicted, measured } of predictedShares(samplesOn(settings)))
    expect(predicted).toBeCloseTo(measured, 9);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
      const cells = predictedShares(samplesOn(settings, noiseOf(seed, 0.1)));
      expect(cells).toHaveLength(3 * 6);
      for (const { predicted, measured } of cells) expect(Math.abs(predicted / measured - 1)).toBeLessThan(0.25);
    }),
    { numRuns: 30 },
  );
});

test("G2: messages from worker to worker follow from who hears whom and who sits where", () => {
  expect(sentMessages({ agents: 20, topology: "all-to-all" }, 2)).toBe(2);
  expect(sentMessages({ agents: 8, topology: "all-to-all" }, 8)).toBe(8 * 7);
  expect(sentMessages({ agents: 8, topology: "ring" }, 8)).toBe(16);
  expect(sentMessages({ agents: 8, topology: "star" }, 8)).toBe(14);
  expect(sentMessages({ agents: 8, topology: "none" }, 8)).toBe(0);
  expect(sentMessages({ agents: 8, topology: "ring" }, 1)).toBe(0);
});

test("talking grows with the bytes that are read, for each combination by itself", () => {
  const growths = growthOf(samplesOn(settings));
  expect(growths).toHaveLength(6);
  const shared = growths.find(
    ({ combination }) => combination.topology === "all-to-all" && combination.transport === "shared-memory",
  );
  // A nanosecond a byte that is read, by two lanes; publishing grows with the agents, and so bends the line a little.
  expect(shared?.line?.slope.value).toBeCloseTo(0.001 / 2, 4);
  expect(shared?.agents).toEqual([5, 10, 20]);
  const one = growthOf(samplesOn({ ...settings, agents: [5] }));
  for (const { line } of one) expect(line).toBeNull();
});

test("figures of a stranger's file that make no sense predict nothing", () => {
  const samples = samplesOn(settings).map((sample) =>
    sample.series === "row" ? { ...sample, figures: { ...sample.figures, lanes: 1e9 } } : sample,
  );
  expect(predictedShares(samples)).toEqual([]);
  const unknown = samplesOn(settings)
    .slice(0, 1)
    .map((sample) => ({ ...sample, series: "row", at: 9_990_005 }));
  expect(coordinationRows(unknown, on, false)).toHaveLength(1);
});

test("the sentence tells what the largest and the smallest team pay, the cheapest and the dearest way, and what a message takes", () => {
  const samples = samplesOn(settings);
  const rows = coordinationRows(samples, on, false);
  expect(coordinationSentence(rows, samples, both)).toBe(
    "Talking costs 20 agents 5.0% to 17% of their throughput, 5 agents 12% to 18%. With 20 agents the least is 5.0% (5.0% to 5.0%) in a star through shared memory, the most 17% (17% to 17%) all-to-all by messages. Two workers exchange and confirm 1 kB in 5.51 µs through shared memory and 62 µs by messages.",
  );
});

test("what noise could explain is told with its figure, as the table has it, and as perhaps nothing", () => {
  const at = pointOf({ agents: 20, topology: "ring", transport: "message", placement: "pool" });
  const row = coordinationRows(samplesOn(settings), on, false).find((one) => one.at === at);
  if (row === undefined) throw new Error("no row");
  const estimate = { median: 0.46, interval: { kind: "confidence", low: -0.1, high: 0.8 } } as const;
  const loss = { state: "known", estimate, values: [0.46], yardstickDeviation: 0 } as const;
  expect(coordinationSentence([{ ...row, figures: { ...row.figures, loss } }], [], [])).toBe(
    "Talking costs 20 agents 46% (−10% to 80%, so perhaps nothing) of their throughput in a ring by messages.",
  );
});

test("nothing is said without a row, and that a control is missing is said", () => {
  expect(coordinationSentence([], [], both)).toBeNull();
  const samples = samplesOn(settings).filter(({ at }) => at >= 1_000_000);
  expect(coordinationSentence(coordinationRows(samples, on, false), samples, both)).toContain("in silence yet");
});

test("tables have as many cells as heads, and only what was measured", () => {
  const tables = coordinationTables(samplesOn(settings), both);
  expect(tables.map(({ title }) => title)).toEqual([
    "How talking grows with what is said",
    "What a message costs here",
    "The same as a line",
    "What meeting costs here",
    "Transport as messages alone predict it",
  ]);
  for (const { head, rows, isTimed } of tables) {
    expect(isTimed).toBe(true);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toHaveLength(head.length);
  }
  expect(coordinationTables([], both)).toEqual([]);
});
