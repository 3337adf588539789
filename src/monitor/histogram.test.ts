// Buckets, their values, and that histograms of parts add up to the one of the whole.
import fc from "fast-check";
import { expect, test } from "vitest";
import { addSparse, bucketOf, BUCKETS, largestOf, percentileOf, sparseOf } from "./histogram.ts";

const latency = fc.integer({ min: 0, max: 100_000_000 });

test("a value lies in its bucket, within 3 %, and buckets ascend", () => {
  fc.assert(
    fc.property(latency, (us) => {
      const bucket = bucketOf(us);
      expect(bucket).toBeLessThan(BUCKETS);
      expect(largestOf(bucket)).toBeGreaterThanOrEqual(us);
      expect(largestOf(bucket)).toBeLessThanOrEqual(us * 1.032);
      expect(bucketOf(largestOf(bucket))).toBe(bucket);
      expect(bucketOf(largestOf(bucket) + 1)).toBe(bucket + 1);
    }),
  );
  expect(bucketOf(2 ** 40)).toBe(BUCKETS - 1);
  expect(bucketOf(-5)).toBe(0);
});

test("A2: a percentile of merged intervals is that of one histogram over all ops, bit for bit", () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(latency, { minLength: 1, maxLength: 50 }), { minLength: 1, maxLength: 20 }),
      fc.constantFrom(0.5, 0.95, 0.99, 0.999),
      (intervals, share) => {
        const merged = new Float64Array(BUCKETS);
        for (const interval of intervals) addSparse(merged, sparseOf([interval.flatMap((us) => [us, 1])]));
        const whole = new Float64Array(BUCKETS);
        addSparse(whole, sparseOf([intervals.flat().flatMap((us) => [us, 1])]));
        expect(percentileOf(merged, share)).toBe(percentileOf(whole, share));
      },
    ),
  );
});

test("a percentile is the nearest rank, and none of no ops", () => {
  const counts = new Uint32Array(BUCKETS);
  expect(percentileOf(counts, 0.5)).toBeNull();
  addSparse(counts, sparseOf([[10, 95, 20, 5]]));
  expect(percentileOf(counts, 0.95)).toBe(10);
  expect(percentileOf(counts, 0.951)).toBe(20);
});
