// A change of level is found where it is, and chance alone seldom looks like one.
import fc from "fast-check";
import { expect, test } from "vitest";
import { seededRandom } from "../workloads/chance.ts";
import { pettitt } from "./pettitt.ts";

test("a step is found at its first value", () => {
  const values = [1, 2, 1, 2, 1, 2, 9, 8, 9, 8, 9, 8];
  expect(pettitt(values)?.at).toBe(6);
  // U at the step is 6 · 6, and n³ + n² is 1,872.
  expect(pettitt(values)?.p).toBeCloseTo(2 * Math.exp((-6 * 36 ** 2) / 1_872), 12);
});

test("constant values change nowhere, and one value has no place to change at", () => {
  expect(pettitt([5, 5, 5, 5])?.p).toBe(1);
  expect(pettitt([5])).toBeNull();
});

test("of a thousand series without a change at most five in a hundred look changed at 5%", () => {
  const random = seededRandom(3);
  const alarms = Array.from({ length: 1_000 }, () => pettitt(Array.from({ length: 40 }, random))).filter(
    (found) => (found?.p ?? 1) < 0.05,
  );
  expect(alarms.length).toBeLessThanOrEqual(50);
});

test("only the order counts: any rising scale gives the same", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 30 }), (values) => {
      expect(pettitt(values.map((value) => Math.exp(value / 10)))).toEqual(pettitt(values));
    }),
  );
});
