// What the published optimisations do, with figures worked out by hand.
import { expect, test } from "vitest";
import { request } from "../plan/fixtures/requests.ts";
import { requestUnder } from "./plan-question.ts";
import { cachedTimeShare, claimedChanges, effectOf } from "./what-if.ts";

test("a measured speed-up multiplies every throughput, at both ends of its interval", () => {
  const whatIf = [claimedChanges.speed];
  expect([effectOf(whatIf, "low"), effectOf(whatIf, "high")].map(({ throughputFactor }) => throughputFactor)).toEqual([
    1.83, 2.01,
  ]);
});

test("belief compression saves a share of the 12 MB of beliefs, or of the whole agent", () => {
  const ofComponent = claimedChanges.belief;
  expect(effectOf([ofComponent], "low").perAgentMBSaved).toBeCloseTo(3.6, 12);
  expect(effectOf([ofComponent], "high").perAgentMBSaved).toBeCloseTo(4.8, 12);
  const ofWhole = { kind: "belief", saved: { low: 0.3, high: 0.4 }, of: "whole" } as const;
  expect(effectOf([ofWhole], "high").perAgentMBSaved).toBeCloseTo(13.8, 12);
});

test("a cache takes 1 − h + h/s of the time", () => {
  expect(cachedTimeShare(0.221, 3.2)).toBeCloseTo(0.848_062_5, 12);
  expect(cachedTimeShare(0, 5)).toBe(1);
  expect(effectOf([claimedChanges.cache], "low").throughputFactor).toBeCloseTo(0.848_062_5 / 0.72, 12);
});

test("changes combine, and the request carries all of them", () => {
  const whatIf = [claimedChanges.belief, claimedChanges.cache, claimedChanges.processes];
  const changed = requestUnder(request(), whatIf, "high");
  expect(changed.constants.perAgentMB).toBeCloseTo(35 - 4.8, 12);
  expect(changed.throughput).toHaveLength(2);
  expect(changed.throughput[1]).toBeCloseTo((20 * 0.848_062_5) / 0.68, 9);
});

test("memory per agent stays above zero whatever is claimed", () => {
  const tiny = request({ constants: { baseMB: 500, perAgentMB: 1, cacheShare: 0, bufferShare: 0 } });
  expect(requestUnder(tiny, [claimedChanges.belief], "high").constants.perAgentMB).toBeGreaterThan(0);
});
