// Figures of 0: nothing that stays nothing is no change, and nothing that becomes something is judged.
import { expect, test } from "vitest";
import type { CellFigures } from "./compared-cell.ts";
import { compareResults } from "./comparison.ts";
import { cell, result, wobble } from "./fixtures/cells.ts";
import { METRICS } from "./fixtures/metrics.ts";
import type { Metric } from "./metric.ts";

const failed: Metric = { id: "failed", label: "failed requests", unit: null, better: "lower" };
const judge = (was: CellFigures, is: CellFigures, metric: Metric) =>
  compareResults([result([cell(was, metric)])], result([cell(is, metric)])).cells[0]!.outcome;
const single = (value: number): CellFigures => ({ kind: "single", value });
const counted = (hits: number, total = 3_000): CellFigures => ({
  kind: "single",
  value: hits / total,
  counts: { hits, total },
});
const trials = (values: readonly number[]): CellFigures => ({ kind: "trials", values, yardstickDeviation: 0 });

test.each([
  ["single figures", single(0)],
  ["counts", counted(0)],
  ["exact figures", { kind: "exact", value: 0 } as const],
  ["trials", trials([0, 0, 0, 0, 0])],
])("0 and 0 are no change: %s", (_, figures) => {
  expect(judge(figures, figures, failed)).toMatchObject({ verdict: "no-change", figures: { change: 0 } });
});

test("0 to more is a regression where lower is better, an improvement where higher is", () => {
  expect(judge(single(0), single(0.5), failed)).toMatchObject({
    verdict: "critical",
    figures: { change: Number.POSITIVE_INFINITY, interval: null },
  });
  expect(judge(counted(0), counted(1_500), failed).verdict).toBe("critical");
  expect(judge(trials([0, 0, 0, 0, 0]), trials([1, 2, 3, 4, 5]), failed).verdict).toBe("critical");
  expect(judge(single(0), single(0.5), { ...failed, better: "higher" }).verdict).toBe("improved");
});

test("failures that chance explains raise nothing", () => {
  expect(judge(counted(0), counted(1), failed).verdict).toBe("inconclusive");
  expect(judge(counted(6), counted(9), failed).verdict).toBe("inconclusive");
  expect(judge(counted(6), counted(60), failed).verdict).toBe("critical");
});

test("a time of 0 says that the clock is too coarse", () => {
  expect(judge(single(0), single(3), METRICS.p50)).toMatchObject({
    verdict: "critical",
    figures: { remark: "the clock read 0 in the baseline" },
  });
  expect(judge(single(3), single(0), METRICS.p50)).toMatchObject({
    verdict: "inconclusive",
    reason: "the clock read 0, which is no time",
  });
  const some = trials([0, ...wobble.slice(1)]);
  expect(judge(some, trials(wobble), METRICS.p50)).toMatchObject({
    verdict: "no-change",
    figures: { remark: "1 of 20 trials read 0 and was left out: the clock is too coarse" },
  });
});

test("a throughput that falls to 0 is critical", () => {
  expect(judge(single(100), single(0), METRICS.throughput)).toMatchObject({
    verdict: "critical",
    figures: { change: -1 },
  });
  expect(judge(trials(wobble), trials(wobble.map(() => 0)), METRICS.throughput).verdict).toBe("critical");
});

test("figures below 0 are shown and not judged", () => {
  expect(judge(single(-1), single(0), failed)).toMatchObject({ verdict: "inconclusive" });
  expect(judge(trials([-1, 1, 2]), trials([1, 2, 3]), failed)).toMatchObject({
    verdict: "inconclusive",
    reason: "a trial is below 0, and changes are ratios",
  });
});
