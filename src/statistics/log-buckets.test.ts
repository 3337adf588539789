// Logarithmic buckets: each value is counted once, in the bucket that contains it.
import fc from "fast-check";
import { expect, test } from "vitest";
import { bucketStart, logBuckets, mergedBuckets } from "./log-buckets.ts";

test("every value is counted in the bucket that contains it, and none is lost", () => {
  const counts = fc.array(fc.tuple(fc.integer({ min: 1, max: 3_600_000_000 }), fc.integer({ min: 1, max: 1_000 })));
  fc.assert(
    fc.property(counts, (pairs) => {
      const buckets = mergedBuckets([logBuckets([Float64Array.from(pairs.flat())])]);
      const total = pairs.reduce((sum, [, count]) => sum + count, 0);
      expect(buckets.reduce((sum, { count }) => sum + count, 0)).toBe(total);
      for (const [value] of pairs) {
        const holding = buckets.filter(
          ({ bucket }) => bucketStart(bucket) <= value * (1 + 1e-9) && value < bucketStart(bucket + 1) * (1 + 1e-9),
        );
        expect(holding.length).toBeGreaterThan(0);
      }
    }),
  );
});

test("powers of ten begin a bucket", () => {
  expect(logBuckets([Float64Array.of(1, 1, 10, 2, 100, 3, 1_000, 4)])).toEqual([0, 1, 20, 2, 40, 3, 60, 4]);
});

test("values under 1 are counted in the first bucket", () => {
  expect(logBuckets([Float64Array.of(0, 5)])).toEqual([0, 5]);
});

test("parts are added bucket by bucket, in order", () => {
  expect(mergedBuckets([[20, 1, 40, 2], [0, 3, 40, 5], []])).toEqual([
    { bucket: 0, count: 3 },
    { bucket: 20, count: 1 },
    { bucket: 40, count: 7 },
  ]);
});
