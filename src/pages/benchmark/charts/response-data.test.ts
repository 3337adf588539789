// What a response chart draws.
import { expect, test } from "vitest";
import { exact, missing, type Row } from "../../../scenarios/contract/rows.ts";
import { nearAnswer, responseData } from "./response-data.ts";

function row(at: number, p50Us: number, p99Us: number | null, late = false): Row {
  const figures = { p50: exact(p50Us), p99: p99Us === null ? missing("too few ops") : exact(p99Us) };
  return { at, samples: 1, figures, status: late ? { word: "Late", tone: "bad" } : { word: "Holds", tone: "good" } };
}

const measures = [
  { id: "p50", unit: "µs", said: "percent" },
  { id: "p99", unit: "µs", said: "percent" },
] as const;

test("latencies are drawn in ms, what is not known is left out, and the axis ends at powers of ten", () => {
  const data = responseData([row(5, 120, null), row(10, 150, 4_200)], measures, 10_000);
  expect(data.points).toEqual([
    { at: 5, values: { p50: 0.12 } },
    { at: 10, values: { p50: 0.15, p99: 4.2 } },
  ]);
  expect([data.least, data.most]).toEqual([0.1, 100]);
});

test("counts that failed are marked at their highest latency, and at the foot where none is known", () => {
  const unknown: Row = { ...row(20, 100, null, true), figures: {} };
  expect(responseData([row(5, 100, 200), row(10, 100, 300, true), unknown], measures, null).failed).toEqual([
    { at: 10, value: 0.3 },
    { at: 20, value: 0.1 },
  ]);
});

test("without rows there is an axis all the same, and a latency of 0 lies on it", () => {
  expect(responseData([], measures, null)).toEqual({
    points: [],
    failed: [],
    scale: "log",
    suffix: "",
    least: 0.1,
    most: 10,
  });
  expect(responseData([row(1, 0, 0)], measures, null).least).toBe(0.001);
});

test("counts are drawn as they are", () => {
  const rounds: Row = { at: 5, samples: 1, figures: { steps: exact(4.5) }, status: null };
  const data = responseData(
    [rounds, { ...rounds, at: 10, figures: { steps: exact(11) } }],
    [{ id: "steps", unit: "count", said: "percent" }],
    null,
  );
  expect(data.points[0]).toEqual({ at: 5, values: { steps: 4.5 } });
  expect([data.least, data.most]).toEqual([2, 20]);
});

test("shares are drawn in percent, and speed-ups as the table says them, in times", () => {
  const found: Row = { at: 4, samples: 1, figures: { "hit-rate": exact(0.46), "speed-up": exact(4.1) }, status: null };
  const percent = responseData([found], [{ id: "hit-rate", unit: "share", said: "percent" }], null);
  expect([percent.points[0]?.values, percent.suffix, percent.least, percent.most]).toEqual([
    { "hit-rate": 46 },
    "%",
    0,
    60,
  ]);
  const times = responseData([found], [{ id: "speed-up", unit: "share", said: "times" }], null);
  expect([times.points[0]?.values, times.suffix, times.most]).toEqual([{ "speed-up": 4.1 }, "×", 6]);
});

test("the chart begins at the last point far below the answer, and with all of them where there is none", () => {
  const rows = [5, 10, 20, 40, 80, 160, 320, 340].map((at) => row(at, 100, 200));
  const counts = (answerAt: number | null) => nearAnswer(rows, answerAt).map(({ at }) => at);
  expect(counts(330)).toEqual([160, 320, 340]);
  expect(counts(12)).toEqual(rows.map(({ at }) => at));
  expect(counts(null)).toHaveLength(8);
});
