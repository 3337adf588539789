// Shares of a histogram: each series over its own buckets, and an empty bucket between others counts none.
import { expect, test } from "vitest";
import type { Sample } from "../../../measurement/run/sample.ts";
import { distributionData } from "./distribution-data.ts";

function sample(at: number, latency: readonly number[]): Sample {
  return { series: "row", at, repeat: 0, attempt: 0, state: "valid", figures: {}, distributions: { latency } };
}

test("trials of a point are added up, and each point has shares within its own ends alone", () => {
  const { points, buckets } = distributionData(
    [sample(0, [10, 3, 13, 1]), sample(0, [10, 4]), sample(20, [12, 2])],
    "latency",
  );
  expect(points).toEqual([0, 20]);
  expect(buckets.map(({ shares }) => shares)).toEqual([
    { "0": 7 / 8 },
    { "0": 0 },
    { "0": 0, "20": 1 },
    { "0": 1 / 8 },
  ]);
});

test("without a distribution there is nothing", () => {
  expect(distributionData([sample(0, [10, 3])], "other")).toEqual({ points: [], buckets: [] });
});
