// Buckets hold every value once, between their start and the next one's.
import fc from "fast-check";
import { expect, test } from "vitest";
import { bucketStart, logBuckets, mergedBuckets } from "./log-buckets.ts";

test("every value falls into the bucket whose bounds hold it, and none is lost", () => {
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

test("what is under one falls into the first bucket", () => {
  expect(logBuckets([Float64Array.of(0, 5)])).toEqual([0, 5]);
});

test("parts are added up, bucket by bucket, in order", () => {
  expect(mergedBuckets([[20, 1, 40, 2], [0, 3, 40, 5], []])).toEqual([
    { bucket: 0, count: 3 },
    { bucket: 20, count: 1 },
    { bucket: 40, count: 7 },
  ]);
});
