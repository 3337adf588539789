// Rows of a hand-made run, whose every figure can be checked with a pencil.
import { expect, test } from "vitest";
import type { Figures, Sample } from "../../measurement/run/sample.ts";
import { type MeasuredOn, middleOf, type Row } from "../contract/rows.ts";
import { scalingWith } from "../fixtures/experiments.ts";
import { scalingDefaults, type ScalingSettings } from "./fields.ts";
import { scalingRows } from "./rows.ts";

interface Hand {
  readonly series: "row" | "control" | "solo";
  readonly at: number;
  readonly throughput: number;
  readonly p50?: number;
  readonly p99?: number | null;
  readonly more?: Figures;
}

let repeat = 0;

function sample({ series, at, throughput, p50 = 100, p99 = 400, more = {} }: Hand): Sample {
  repeat += 1;
  const figures = { throughput, p50, p95: p50 * 2, p99, ...more };
  return { series, at, repeat, attempt: 0, state: "valid", figures };
}

function samplesAt(at: number, rates: readonly number[]): Sample[] {
  return rates.map((throughput) => sample({ series: "row", at, throughput }));
}

const solos = [990, 1_000, 1_010].map((throughput) => sample({ series: "solo", at: 1, throughput }));
const on: MeasuredOn = {
  capacity: { cores: 2, low: 2, high: 2 },
  timerStepUs: 5,
  engineMemory: { perAgentBytes: 1_000, sharedPerWorkerBytes: 5_000 },
  processMemory: null,
};

function rowsOf(samples: readonly Sample[], settings: Partial<ScalingSettings> = {}, live = false): Row[] {
  return scalingRows({ ...scalingDefaults, ...settings }, samples, on, live);
}

function of(row: Row | undefined, id: string): number | null {
  return row === undefined ? null : middleOf(row, id);
}

function reasonOf(row: Row | undefined, id: string): string {
  const figure = row?.figures[id];
  return figure?.state === "missing" ? figure.reason : "";
}

function intervalOf(row: Row | undefined, id: string) {
  const figure = row?.figures[id];
  return figure?.state === "known" ? figure.estimate.interval : null;
}

test("saturated efficiency is X(N) over N·X(1), core-normalised over min(N, C)·X(1)", () => {
  const [one, ten] = rowsOf([...samplesAt(10, [1_700, 1_800, 1_900]), ...samplesAt(1, [950]), ...solos]);
  expect(one?.at).toBe(1);
  expect(of(one, "efficiency")).toBeCloseTo(0.95, 12);
  expect(of(one, "core-normalised")).toBeCloseTo(0.95, 12);
  expect(ten).toMatchObject({ at: 10, samples: 3 });
  expect(of(ten, "throughput")).toBe(1_800);
  expect(intervalOf(ten, "throughput")).toEqual({ kind: "range", low: 1_700, high: 1_900 });
  expect(of(ten, "efficiency")).toBeCloseTo(0.18, 12);
  expect(intervalOf(ten, "efficiency")?.low).toBeCloseTo(0.17, 12);
  expect(of(ten, "overhead")).toBeCloseTo(0.82, 12);
  expect(of(ten, "core-normalised")).toBeCloseTo(0.9, 12);
  expect(intervalOf(ten, "core-normalised")?.high).toBeCloseTo(0.95, 12);
});

test("of agents that step together X(1) is one worker with a full batch: per core the whole, per agent a part of it", () => {
  const batched = { placement: "batched", topology: "none" } as const;
  const full = [990, 1_000, 1_010].map((throughput) => sample({ series: "solo", at: 256, throughput }));
  const [few, many] = rowsOf([...samplesAt(4, [500]), ...samplesAt(1_024, [1_900]), ...full], batched);
  expect(of(few, "core-normalised")).toBeCloseTo(0.25, 12);
  expect(of(few, "batch-efficiency")).toBeCloseTo(32, 12);
  expect(of(many, "core-normalised")).toBeCloseTo(0.95, 12);
  expect(of(many, "batch-efficiency")).toBeCloseTo(0.475, 12);
  expect(of(many, "efficiency")).toBeNull();
  expect([few?.status?.word, many?.status?.word]).toEqual(["Practical limit", "Optimal"]);
});

test("one agent alone through the engine is no yardstick for agents that step together, nor a batch for others", () => {
  const [row] = rowsOf([...samplesAt(10, [1_800]), ...solos], { placement: "batched" });
  expect(reasonOf(row, "core-normalised")).toContain("X(1)");
  const full = sample({ series: "solo", at: 256, throughput: 1_000 });
  expect(reasonOf(rowsOf([...samplesAt(10, [1_800]), full])[0], "efficiency")).toContain("X(1)");
});

test("a single agent of those that step together is a row as others, since it is not what they are held against", () => {
  const full = sample({ series: "solo", at: 256, throughput: 1_000 });
  const [one] = rowsOf([...samplesAt(1, [125]), full], { placement: "batched" });
  expect(one?.status?.word).toBe("Practical limit");
});

test("the interval of C widens that of core-normalised efficiency, where there are more agents than cores", () => {
  const samples = [...samplesAt(10, [1_700, 1_800, 1_900]), ...samplesAt(1, [940, 950, 960]), ...solos];
  const rows = scalingRows(scalingDefaults, samples, { ...on, capacity: { cores: 2, low: 1.8, high: 2.2 } }, false);
  const [one, ten] = rows;
  const interval = intervalOf(ten, "core-normalised");
  expect(of(ten, "core-normalised")).toBeCloseTo(0.9, 12);
  expect(interval?.low).toBeCloseTo(0.9 * Math.exp(-Math.hypot(Math.log(18 / 17), Math.log(1.1))), 12);
  expect(interval?.high).toBeCloseTo(0.9 * Math.exp(Math.hypot(Math.log(19 / 18), Math.log(2 / 1.8))), 12);
  expect(intervalOf(ten, "efficiency")?.low).toBeCloseTo(0.17, 12);
  expect(intervalOf(one, "core-normalised")?.low).toBeCloseTo(0.94, 12);
});

test("the values behind an efficiency are those of its trials, and their yardstick deviates as X(1) does", () => {
  const [ten] = rowsOf([...samplesAt(10, [1_700, 1_800, 1_900]), ...solos]);
  const figure = ten?.figures["efficiency"];
  expect(figure?.state === "known" ? figure.values : []).toEqual([0.17, 0.18, 0.19]);
  expect(figure?.state === "known" ? figure.yardstickDeviation : 0).toBeGreaterThan(0);
});

test("on one worker the status is that of its efficiency: no core makes up for an interpreter lock", () => {
  const oneCore = { ...on, capacity: { cores: 1, low: 1, high: 1 } };
  const samples = [...solos, ...samplesAt(10, [990, 1_000, 1_010])];
  for (const machine of [on, oneCore]) {
    const [row] = scalingRows({ ...scalingDefaults, placement: "single-lane" }, samples, machine, false);
    expect(row?.status).toEqual({ word: "Practical limit", tone: "bad" });
  }
  expect(scalingWith({ placement: "single-lane" }).statusHelp).toMatch(
    /^Bands of efficiency, as in the published table/,
  );
  expect(scalingWith({ placement: "pool" }).statusHelp).toMatch(/^Bands of core-normalised efficiency/);
});

test("the status of a saturated row is that of its core-normalised efficiency", () => {
  const [row] = rowsOf([...samplesAt(10, [1_800]), ...solos]);
  expect(row?.status).toEqual({ word: "Good", tone: "good" });
  const [one] = rowsOf([...samplesAt(1, [100]), ...solos]);
  expect(one?.status).toBeNull();
});

test("efficiency above 100 % is shown as it is", () => {
  const [row] = rowsOf([...samplesAt(4, [5_000]), ...solos]);
  expect(of(row, "efficiency")).toBeCloseTo(1.25, 12);
  expect(of(row, "core-normalised")).toBeCloseTo(2.5, 12);
  expect(of(row, "overhead")).toBeCloseTo(-0.25, 12);
});

test("without one agent alone there is throughput but no efficiency, and nothing is made up", () => {
  const [row] = rowsOf(samplesAt(5, [400]));
  expect(of(row, "throughput")).toBe(400);
  for (const id of ["efficiency", "core-normalised", "overhead"]) {
    expect(reasonOf(row, id)).toContain("X(1)");
  }
  expect(row?.status).toBeNull();
});

test("a paced row is measured against its offered rate, without the cores, and judged by that", () => {
  const paced = { pacing: "paced", opsPerSecondPerAgent: 20 } as const;
  const [row] = rowsOf([...samplesAt(10, [190, 180, 170]), ...solos], paced);
  expect(of(row, "efficiency")).toBeCloseTo(0.9, 12);
  expect(intervalOf(row, "efficiency")?.low).toBeCloseTo(0.85, 12);
  expect(row?.figures).not.toHaveProperty("core-normalised");
  expect(row?.status).toEqual({ word: "Late", tone: "bad" });
  const [held] = rowsOf([...samplesAt(10, [200, 200, 199]), ...solos], paced);
  expect(held?.status).toEqual({ word: "Holds", tone: "good" });
});

test("p99 is missing as soon as one trial had too few ops for it", () => {
  const enough = { series: "row", at: 5, throughput: 400 } as const;
  const [whole] = rowsOf([sample({ ...enough, p99: 300 }), sample({ ...enough, p99: 500 })]);
  expect(of(whole, "p99")).toBe(400);
  const [partly] = rowsOf([sample({ ...enough, p99: 300 }), sample({ ...enough, p99: null })]);
  expect(reasonOf(partly, "p99")).toContain("1,000 ops");
});

test("latencies are medians over trials of each trial's percentile", () => {
  const at = (p50: number) => sample({ series: "row", at: 5, throughput: 400, p50 });
  const [row] = rowsOf([at(100), at(900), at(200)]);
  expect([of(row, "p50"), of(row, "p95")]).toEqual([200, 400]);
});

const phases = { fuse: 0.05, transport: 0.02, wait: 0.1 };

test("the loss against the control is split, and what no phase explains is the rest", () => {
  const [row] = rowsOf([
    sample({ series: "row", at: 10, throughput: 1_500, more: phases }),
    sample({ series: "control", at: 10, throughput: 2_000 }),
    sample({ series: "control", at: 5, throughput: 9 }),
  ]);
  for (const [id, share] of Object.entries(phases)) expect(of(row, id)).toBe(share);
  expect(of(row, "loss")).toBeCloseTo(0.25, 12);
  expect(of(row, "rest")).toBeCloseTo(0.08, 12);
});

test("a lock-step row that beats its control shows a negative loss", () => {
  const more = { fuse: 0.01, transport: 0, wait: 0 };
  const [row] = rowsOf([
    sample({ series: "row", at: 2, throughput: 2_200, more }),
    sample({ series: "control", at: 2, throughput: 2_000 }),
  ]);
  expect(of(row, "loss")).toBeCloseTo(-0.1, 12);
  expect(of(row, "rest")).toBeCloseTo(-0.11, 12);
});

test("there is no loss without a control, nor where agents do not speak", () => {
  const [alone] = rowsOf([sample({ series: "row", at: 10, throughput: 1, more: phases })]);
  for (const id of ["loss", "fuse", "transport", "wait", "rest"]) expect(of(alone, id)).toBeNull();
  const [free] = rowsOf(samplesAt(10, [1]), { topology: "none" });
  expect(free?.figures).not.toHaveProperty("loss");
});

test("counts with a control alone have no row, and no samples give no rows", () => {
  expect(rowsOf([sample({ series: "control", at: 10, throughput: 1 }), ...solos])).toEqual([]);
  expect(rowsOf([])).toEqual([]);
});

test("a live table carries ranges where the finished one carries confidence intervals", () => {
  const many = [
    ...samplesAt(2, [1_900, 1_950, 2_000, 1_980, 1_960, 1_940]),
    ...[1_000, 990, 1_010, 1_005, 995, 1_000].map((x) => sample({ series: "solo", at: 1, throughput: x })),
  ];
  expect(intervalOf(rowsOf(many, {}, true)[0], "efficiency")?.kind).toBe("range");
  expect(intervalOf(rowsOf(many)[0], "efficiency")?.kind).toBe("confidence");
});

test("paced rows keep service time and late ops apart from latency; saturated rows have neither", () => {
  const paced = [30, 50, 70].map((p95) =>
    sample({ series: "row", at: 4, throughput: 80, more: { "service-p95": p95, "late-ops": p95 / 10 } }),
  );
  const [row] = rowsOf(paced, { pacing: "paced", opsPerSecondPerAgent: 20 });
  expect([of(row, "service-p95"), of(row, "late-ops")]).toEqual([50, 5]);
  const [saturated] = rowsOf([...samplesAt(4, [10]), ...solos]);
  expect(saturated?.figures).not.toHaveProperty("service-p95");
});

test("memory is exact, and the same in every row", () => {
  const rows = rowsOf([...samplesAt(1, [5]), ...samplesAt(4, [10])]);
  expect(rows.map((row) => of(row, "memory"))).toEqual([1_000, 1_000]);
});
