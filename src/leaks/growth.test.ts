// Growth per lifecycle: what idle blocks gain is subtracted block by block, and both intervals widen the difference.
import fc from "fast-check";
import { expect, test } from "vitest";
import { FEWEST_READINGS } from "./fewest-readings.ts";
import { type BlockSeries, growthOf } from "./growth.ts";

/** Levels that gain so much with each lifecycle, and so much with each reading. */
function series(lifecycles: number, perLifecycle: number, perReading: number, readings = 8): BlockSeries {
  return {
    lifecycles,
    readings: Array.from({ length: readings }, (_, at) => ({
      lifecycles: (at + 1) * lifecycles,
      bytes: 1_200_000 + (at + 1) * (lifecycles * perLifecycle + perReading),
    })),
  };
}

test("what a reading itself leaves behind is not counted, whatever the size of the blocks", () => {
  for (const lifecycles of [2, 4, 8]) {
    const growth = growthOf(series(lifecycles, 5_000, 330), series(8, 0, 330));
    expect(growth?.bytes).toBeCloseTo(5_000, 6);
    expect(growth?.low).toBeCloseTo(5_000, 6);
  }
});

test("the interval holds the uncertainty of both, put together by their distances", () => {
  const wobble = ({ lifecycles, readings }: BlockSeries): BlockSeries => ({
    lifecycles,
    readings: readings.map((reading, at) => ({ ...reading, bytes: reading.bytes + (at % 3) * 3_000 })),
  });
  const [own, idle] = [series(8, 5_000, 330), series(8, 0, 330)];
  const width = (growth: ReturnType<typeof growthOf>) => (growth === null ? 0 : growth.high - growth.low);
  const [both, one] = [growthOf(wobble(own), wobble(idle)), growthOf(wobble(own), idle)];
  expect(width(one)).toBeGreaterThan(0);
  expect(width(both)).toBeGreaterThan(width(one));
  expect(width(both)).toBeLessThan(2 * width(one) + 1e-6);
});

test("with too few readings of either nothing is said", () => {
  const few = series(8, 0, 0, FEWEST_READINGS - 1);
  expect(growthOf(few, series(8, 0, 0))).toBeNull();
  expect(growthOf(series(8, 0, 0), few)).toBeNull();
  expect(growthOf({ lifecycles: 8, readings: [] }, series(8, 0, 0))).toBeNull();
});

test("a leak moves growth by exactly its size", () => {
  const noise = fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(noise, fc.integer({ min: 0, max: 2_000_000 }), (off, leak) => {
      const noisy = ({ lifecycles, readings }: BlockSeries): BlockSeries => ({
        lifecycles,
        readings: readings.map((reading, at) => ({ ...reading, bytes: reading.bytes + (off[at] ?? 0) })),
      });
      const [without, withLeak] = [0, leak].map((bytes) => growthOf(noisy(series(4, bytes, 300)), series(16, 0, 300)));
      expect(withLeak?.bytes).toBeCloseTo((without?.bytes ?? 0) + leak, 3);
    }),
  );
});
