// Bars reach from 1 on an axis that holds every interval and has 1 among its ticks.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Row } from "../../../scenarios/contract/rows.ts";
import { barsData } from "./bars-data.ts";

function row(at: number, ratio: number, low: number, high: number): Row {
  const interval = { kind: "confidence", low, high } as const;
  const figure = { state: "known", estimate: { median: ratio, interval }, values: [], yardstickDeviation: 0 } as const;
  return { at, samples: 6, figures: { ratio: figure }, status: null };
}

test("rows without a figure have no bar", () => {
  const gone: Row = { at: 2, samples: 0, figures: { ratio: { state: "missing", reason: "None." } }, status: null };
  expect(barsData([row(1, 2, 1.9, 2.1), gone], "ratio").bars.map(({ at }) => at)).toEqual([1]);
});

test("ratios near 1 get ticks near 1, others 1, 2 and 5 times powers of ten", () => {
  expect(barsData([row(1, 1.05, 1, 1.08)], "ratio").ticks).toEqual([0.9, 1, 1.1]);
  expect(barsData([row(1, 3, 2.9, 3.1), row(2, 0.4, 0.3, 0.5)], "ratio").ticks).toEqual([0.2, 0.5, 1, 2, 5]);
});

test("the axis holds every bar and its interval, and 1 lies inside it", () => {
  const ratio = fc.double({ min: 0.01, max: 100, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(ratio, ratio, ratio), { minLength: 1, maxLength: 8 }), (all) => {
      const rows = all.map(([a, b, c], at) => {
        const [low = 1, middle = 1, high = 1] = [a, b, c].toSorted((one, other) => one - other);
        return row(at, middle, low, high);
      });
      const { bars, least, most, ticks } = barsData(rows, "ratio");
      for (const { interval } of bars) {
        expect(interval?.low).toBeGreaterThanOrEqual(least);
        expect(interval?.high).toBeLessThanOrEqual(most);
      }
      expect(least).toBeLessThan(1);
      expect(most).toBeGreaterThan(1);
      expect(ticks).toContain(1);
    }),
  );
});
