// The change of a verdict is that of the two figures shown, and never goes against the verdict.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { CellFigures } from "./compared-cell.ts";
import { compareResults } from "./comparison.ts";
import { cell, result } from "./fixtures/cells.ts";
import { METRICS } from "./fixtures/metrics.ts";

const judge = (was: CellFigures, is: CellFigures) =>
  compareResults([result([cell(was, METRICS.throughput)])], result([cell(is, METRICS.throughput)])).cells[0]!.outcome;

const trials = (...values: number[]): CellFigures => ({ kind: "trials", values, yardstickDeviation: 0 });

test("the change is that of the two figures, and what the trials say by all their ratios has a name of its own", () => {
  const { verdict, figures } = judge(trials(21_000, 23_300, 23_400), trials(21_500, 21_600, 25_000));
  expect(verdict).toBe("inconclusive");
  expect(figures).toMatchObject({ baseline: 23_300, current: 21_600 });
  expect(figures.change).toBeCloseTo(21_600 / 23_300 - 1, 12);
  expect(figures.hodgesLehmann).toBeGreaterThan(-0.07);
  expect(judge({ kind: "exact", value: 4 }, { kind: "exact", value: 5 }).figures).toMatchObject({
    change: 0.25,
    hodgesLehmann: null,
  });
});

test("whatever was measured, the change has the sign of its figures, and no verdict goes the other way", () => {
  const values = fc.array(fc.integer({ min: 900, max: 1_200 }), { minLength: 5, maxLength: 12 });
  fc.assert(
    fc.property(values, values, (was, is) => {
      const { verdict, figures } = judge(trials(...was), trials(...is));
      const { baseline, current, change } = figures;
      expect(Math.sign(change ?? 0)).toBe(Math.sign((current ?? 0) - (baseline ?? 0)));
      if (verdict === "improved") expect(change).toBeGreaterThanOrEqual(0);
      if (verdict === "minor" || verdict === "warning") expect(change).toBeLessThanOrEqual(0);
    }),
    { numRuns: 200, seed: 5 },
  );
});
