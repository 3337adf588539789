// One container for all parts of a run: no better than the worst of them.
import { expect, test } from "vitest";
import { containerOfParts } from "./container-of-parts.ts";

const one = { node: "node-a", quotaCores: 4, throttledShare: 0.001, throttledPeriods: 2 };

test("I6: the longest time that one was kept from running counts, and the smallest quota", () => {
  const other = { node: "node-b", quotaCores: 2, throttledShare: 0.2, throttledPeriods: 40 };
  expect(containerOfParts([{ container: one }, {}, { container: other }])).toEqual({
    container: { node: null, quotaCores: 2, throttledShare: 0.2, throttledPeriods: 42 },
  });
});

test("I6: parts on one node keep its name, and no limit is no quota", () => {
  const free = { ...one, quotaCores: null };
  expect(containerOfParts([{ container: free }, { container: free }])).toEqual({
    container: { ...free, throttledPeriods: 4 },
  });
  expect(containerOfParts([{ container: free }, { container: one }]).container?.quotaCores).toBe(4);
});

test("I6: where no part knows, nothing is said", () => {
  expect(containerOfParts([{}, {}])).toEqual({});
  expect(containerOfParts([])).toEqual({});
});
