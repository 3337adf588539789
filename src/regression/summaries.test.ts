// Summaries: certain where all rounds lie apart, tight where there are many, and not moved by a long tail.
import { expect, test } from "vitest";
import type { CellFigures, StatedSpread } from "./compared-cell.ts";
import { compareResults } from "./comparison.ts";
import { cell, result } from "./fixtures/cells.ts";
import type { Metric } from "./metric.ts";

const time: Metric = { id: "time-per-round", label: "time per round", unit: "s", better: "lower" };
const judge = (was: CellFigures, is: CellFigures) =>
  compareResults([result([cell(was, time)])], result([cell(is, time)])).cells[0]!.outcome;
const summary = (mean: number, deviation: number, count: number, spread: StatedSpread = {}): CellFigures => ({
  kind: "summary",
  mean,
  deviation,
  count,
  spread,
});

test("no round differs from another on either side: different values are critical, equal ones no change", () => {
  expect(judge(summary(0.015_625, 0, 20), summary(0.031_25, 0, 20))).toMatchObject({
    verdict: "critical",
    figures: { change: 1, remark: "no round differs from another" },
  });
  expect(judge(summary(0.015_625, 0, 20), summary(0.015_625, 0, 20)).verdict).toBe("no-change");
  // Three rounds each could all be alike by chance of the clock.
  expect(judge(summary(0.015_625, 0, 3), summary(0.031_25, 0, 3)).verdict).toBe("inconclusive");
});

test("five rounds whose slowest was faster than every new one", () => {
  const was = summary(0.11, 0.013, 5, { min: 0.089, q1: 0.107, median: 0.114, q3: 0.12, max: 0.121 });
  const is = summary(0.22, 0.008, 5, { min: 0.213, q1: 0.218, median: 0.225, q3: 0.231, max: 0.234 });
  expect(judge(was, is).verdict).toBe("critical");
});

test("the interval of fifty thousand rounds is tight, and the floor is of their quartiles", () => {
  const spread = (by: number) => ({ q1: by * 0.000_146, median: by * 0.000_152_4, q3: by * 0.000_159_8 });
  const { verdict, figures } = judge(
    summary(0.000_151_3, 1.28e-5, 49_234, spread(1)),
    summary(0.000_196_7, 1.66e-5, 49_234, spread(1.3)),
  );
  expect(verdict).toBe("critical");
  expect(figures.interval!.low).toBeCloseTo(0.299, 3);
  expect(figures.interval!.high).toBeCloseTo(0.301, 3);
  expect(figures.noiseFloor).toBeLessThan(0.15);
});

test("a long tail does not raise the floor", () => {
  const spread = { q1: 0.98, median: 1, q3: 1.02 };
  const short = judge(summary(1, 0.03, 10_000, spread), summary(1.2, 0.03, 10_000, spread)).figures.noiseFloor!;
  const long = judge(summary(1, 0.8, 10_000, spread), summary(1.2, 0.8, 10_000, spread)).figures.noiseFloor!;
  expect(long).toBe(short);
});

test("the interval of a positive figure never passes −100 %", () => {
  const { figures } = judge(summary(1, 3, 3), summary(0.5, 2, 3));
  expect(figures.interval!.low).toBeGreaterThan(-1);
});

test("what is printed does not contradict itself: where no change is said, its interval leaves no room for a band", () => {
  for (const deviation of [0.01, 0.05, 0.2, 1]) {
    for (const by of [0.9, 0.97, 1, 1.02, 1.06, 1.3]) {
      const { verdict, figures } = judge(summary(1, deviation, 200), summary(by, deviation, 200));
      if (verdict !== "no-change") continue;
      expect(figures.interval!.low).toBeGreaterThanOrEqual(-0.05);
      expect(figures.interval!.high).toBeLessThanOrEqual(0.05);
    }
  }
});
