// The ticks of axes: round, few, and small enough for what is drawn.
import { expect, test } from "vitest";
import { rateTicksTo, ticksTo } from "./chart-range.ts";

test("counts have whole ticks", () => {
  expect(ticksTo(52)).toEqual([0, 10, 20, 30, 40, 50, 60]);
  expect(ticksTo(2)).toEqual([0, 1, 2]);
});

test("rates below one have ticks as small as they are", () => {
  expect(rateTicksTo(52)).toEqual(ticksTo(52));
  expect(rateTicksTo(0.0052)).toEqual([0, 0.001, 0.002, 0.003, 0.004, 0.005, 0.006]);
  expect(rateTicksTo(2.3e-7)).toEqual([0, 5e-8, 1e-7, 1.5e-7, 2e-7, 2.5e-7]);
});

test.each([1e-18, 3e-10, 0.7, 4.999, 5, 1e12])("an axis to %d has at most eight ticks and reaches its end", (end) => {
  const ticks = rateTicksTo(end);
  expect(ticks.length).toBeGreaterThan(3);
  expect(ticks.length).toBeLessThanOrEqual(8);
  expect(ticks.at(-1)).toBeGreaterThanOrEqual(end * (1 - 1e-9));
});
