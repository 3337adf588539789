// Marks say what the table says, and what the table withholds is not marked.
import { expect, test } from "vitest";
import { exact, missing, type Row } from "../../../scenarios/contract/rows.ts";
import { singleAgentMeasures } from "../../../scenarios/single-agent/measures.ts";
import { percentileMarks } from "./percentile-marks.ts";

const row = (at: number, figures: Row["figures"]): Row => ({ at, samples: 6, figures, status: null });

test("each row has a mark for each measure, with its unit", () => {
  const rows = [row(0, { p50: exact(52), p95: exact(1_240) }), row(20, { p50: exact(61.23), p95: exact(80) })];
  expect(percentileMarks(rows, singleAgentMeasures, ["p50", "p95"], 0.1)).toEqual([
    { at: 0, value: 52, text: "p50 52.0 µs" },
    { at: 0, value: 1_240, text: "p95 1.24 ms" },
    { at: 20, value: 61.23, text: "p50 61.2 µs" },
    { at: 20, value: 80, text: "p95 80.0 µs" },
  ]);
});

test("a bound of the clock is marked as one, and what is missing or not declared is not", () => {
  const rows = [row(0, { p50: exact(3), p95: missing("Too few ops.") })];
  expect(percentileMarks(rows, singleAgentMeasures, ["p50", "p95", "p12"], 5)).toEqual([
    { at: 0, value: 3, text: "p50 < 50 µs" },
  ]);
});
