// The ends of a curve are named in the words of its axis, or as the values that were counted.
import { expect, test } from "vitest";
import { cardCurve } from "./card-curve.ts";

const axis = { id: "agents", nameOf: (at: number) => `${at} agents` };

const points = { label: "p95 latency", unit: "µs", over: "points", at: [5, 1_281], values: [120, 9_400] } as const;

test("a curve over points ends at points, and marks its last value", () => {
  expect(cardCurve(points, axis, null)).toMatchObject({
    ends: ["5 agents", "1,281 agents"],
    marked: { at: 1_281, text: "9.4 ms" },
  });
});

test("where an answer was looked for it is marked, and no value of a point that failed is said", () => {
  expect(cardCurve(points, axis, 1_200).marked).toEqual({ at: 1_200, text: "1,200 agents" });
  expect(cardCurve(points, axis, 0).marked).toBeNull();
});

test("a histogram ends at values", () => {
  const found = { label: "Latency", unit: "µs", over: "values", at: [12, 2_400], values: [3, 1] } as const;
  expect(cardCurve(found, axis, null)).toMatchObject({ ends: ["12 µs", "2.4 ms"], marked: null });
});
