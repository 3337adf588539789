// A robust slope: the published example, what scipy says, ties and outliers, hanging together, and how often its interval holds the truth.
import fc from "fast-check";
import { expect, test } from "vitest";
import { seededRandom } from "../workloads/chance.ts";
import { FEWEST_FOR_SLOPE, lagInflation, theilSen } from "./theil-sen.ts";

const steps = (n: number) => Array.from({ length: n }, (_, at) => at);

test("Sen's example of 1968 has slope 4 and the interval that scipy.stats.theilslopes gives it", () => {
  const line = theilSen([1, 2, 3, 4, 10, 12, 18], [9, 15, 19, 20, 45, 55, 78]);
  expect(line).toMatchObject({ slope: 4, intercept: 4 });
  expect(line?.interval?.low).toBeCloseTo(3.7142857142857144, 12);
  expect(line?.interval?.high).toBeCloseTo(4.375, 12);
});

test("with ties the interval is scipy's too, where neighbours do not hang together", () => {
  const line = theilSen(steps(10), [3, 1, 4, 1, 5, 9, 2, 6, 5, 3]);
  expect(line?.slope).toBeCloseTo(1 / 3, 12);
  expect(line?.lag1).toBeLessThan(0);
  expect(line?.interval?.low).toBeCloseTo(-0.5, 12);
  expect(line?.interval?.high).toBeCloseTo(5 / 6, 12);
});

test("D1: a level that is the same 95 times of 100 has a slope of 0 and an interval of nothing else", () => {
  const y = steps(100).map((at) => (at % 20 === 7 ? 1_000 : 0));
  expect(theilSen(steps(100), y)).toMatchObject({ slope: 0, interval: { low: 0, high: 0 } });
});

test("one reading far off moves the slope hardly, as it would a line of least squares", () => {
  const y = steps(9).map((at) => 10 * at + (at === 8 ? 1_000_000 : 0));
  expect(theilSen(steps(9), y)?.slope).toBe(10);
});

test("under five points there is a slope and no interval; without two places there is nothing", () => {
  expect(theilSen([1, 2, 3, 4], [2, 4, 6, 8])).toMatchObject({ slope: 2, interval: null });
  expect(theilSen(steps(FEWEST_FOR_SLOPE), steps(FEWEST_FOR_SLOPE))?.interval).toEqual({ low: 1, high: 1 });
  expect(theilSen([3, 3, 3, 3, 3], [1, 2, 3, 4, 5])).toBeNull();
  expect(theilSen([], [])).toBeNull();
});

test("hanging together widens the interval, by the sum of the shares of each lag", () => {
  expect(lagInflation(4, 0.5)).toBeCloseTo(1 + 2 * (0.75 * 0.5 + 0.5 * 0.25 + 0.25 * 0.125), 12);
  expect(lagInflation(50, 0)).toBe(1);
  expect(lagInflation(50, -0.8)).toBe(1);
  // The limit of a long series is (1 + r) / (1 − r).
  expect(lagInflation(100_000, 0.5)).toBeCloseTo(3, 3);
});

test("moving and stretching the points moves and stretches the line", () => {
  const points = fc.array(fc.integer({ min: -1_000, max: 1_000 }), { minLength: 5, maxLength: 12 });
  fc.assert(
    fc.property(points, fc.integer({ min: 1, max: 50 }), fc.integer({ min: -500, max: 500 }), (y, stretch, moved) => {
      const x = steps(y.length);
      const [before, after] = [
        theilSen(x, y),
        theilSen(
          x,
          y.map((value, at) => value * stretch + moved * at),
        ),
      ];
      expect(after?.slope).toBeCloseTo((before?.slope ?? 0) * stretch + moved, 6);
    }),
  );
});

test("the slope is inside its interval, and the interval inside the slopes of two points", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 5, maxLength: 15 }), (y) => {
      const line = theilSen(steps(y.length), y);
      const { low, high } = line?.interval ?? expect.fail("no interval");
      expect(low).toBeLessThanOrEqual(line?.slope ?? Number.NaN);
      expect(high).toBeGreaterThanOrEqual(line?.slope ?? Number.NaN);
    }),
  );
});

test.each([
  { lag: 0, n: 8 },
  { lag: 0, n: 20 },
  { lag: 0.5, n: 40 },
])("of $n points with lag $lag the interval holds the true slope about as often as it says", ({ lag, n }) => {
  const random = seededRandom(11);
  const noise = () => random() + random() + random() - 1.5;
  let held = 0;
  for (let trial = 0; trial < 400; trial += 1) {
    let hanging = 0;
    const y = steps(n).map((at) => {
      hanging = lag * hanging + noise();
      return 0.2 * at + hanging;
    });
    const interval = theilSen(steps(n), y)?.interval;
    if (interval !== null && interval !== undefined && interval.low <= 0.2 && 0.2 <= interval.high) held += 1;
  }
  // 400 draws; with a lag the correction is known to be a little too sure on short series.
  expect(held / 400).toBeGreaterThan(lag === 0 ? 0.93 : 0.85);
});
