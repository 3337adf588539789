// D3: runs drawn from recorded clean ones: the verdict hardly ever cries wolf, and finds what is promised not to be there.
import { readFileSync } from "node:fs";
import * as v from "valibot";
import { expect, test } from "vitest";
import { seededRandom } from "../workloads/chance.ts";
import { drawnLevels, drawnVerdict } from "./drawn-run.ts";

const series = v.object({ lifecycles: v.number(), bytes: v.array(v.number()) });
const recorded = v.parse(
  v.array(v.object({ blocks: v.array(series), idle: series })),
  JSON.parse(readFileSync(new URL("./fixtures/clean-runs.json", import.meta.url), "utf8")),
);
const RUNS = 200;
const MB = 1_000_000;

/** How many of 200 drawn runs say that there is a leak. */
function leaksOf(leakBytes: number): number {
  const random = seededRandom(23);
  const drawing = { readings: 8, leakBytes, claimBytes: MB };
  return Array.from({ length: RUNS }, () => drawnVerdict(recorded, drawing, random)).filter(
    ({ state }) => state === "leak",
  ).length;
}

test("D3: of 200 runs without a leak at most 2 % say there is one", () => {
  expect(leaksOf(0)).toBeLessThanOrEqual(0.02 * RUNS);
});

test.each([
  { bytes: 4_000, found: 0.9 },
  { bytes: 64_000, found: 0.95 },
  { bytes: MB, found: 0.95 },
])("D3: a leak of $bytes bytes a lifecycle is found in $found of runs and more", ({ bytes, found }) => {
  expect(leaksOf(bytes)).toBeGreaterThanOrEqual(found * RUNS);
});

test("a drawn series has the steps of the recorded one, neighbours beside each other", () => {
  const levels = drawnLevels([0, 1, 3, 6, 10], 40, seededRandom(5));
  expect(levels).toHaveLength(40);
  const steps = levels.slice(1).map((level, at) => level - (levels[at] ?? 0));
  expect(new Set(steps)).toEqual(new Set([1, 2, 3, 4]));
  const follows = steps.slice(1).filter((step, at) => step === ((steps[at] ?? 0) % 4) + 1).length;
  expect(follows).toBeGreaterThanOrEqual(0.75 * (steps.length - 1) - 1);
});
