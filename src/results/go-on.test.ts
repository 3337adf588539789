// Going on with a result: what is left of it, where it can be, and one result of both parts.
import { expect, test } from "vitest";
import type { Sample } from "../measurement/run/sample.ts";
import { experimentOf } from "./experiment.ts";
import { realisticResult } from "./fixtures/realistic-result.ts";
import type { Result } from "./format/result.ts";
import { readResult } from "./format/read-result.ts";
import { goOnOf, joinedResult } from "./go-on.ts";

const made = realisticResult({ seed: 5, repeats: 3 });
const here = made.environment;
/** Every point of its plan once. */
const whole: Result = {
  ...made,
  samples: experimentOf(made).plan.map((planned): Sample => ({
    ...planned,
    attempt: 0,
    state: "valid",
    figures: { throughput: 900 },
  })),
};

/** The first so many samples of a result, as a stopped run leaves them. */
function cutAt(count: number): Result {
  return { ...whole, samples: whole.samples.slice(0, count) };
}

test("a result whose every point has a sample is complete", () => {
  expect(goOnOf(whole, here)).toEqual({ state: "complete" });
});

test("what a cut result lacks is left, on its own machine alone", () => {
  const cut = cutAt(4);
  const possible = goOnOf(cut, here);
  const left = possible.state === "possible" ? possible.left.plan.length : 0;
  expect(left).toBe(whole.samples.length - 4);
  for (const other of [
    { browser: "Other 1" },
    { platform: "elsewhere" },
    { isolated: !here.isolated },
    { engineVersion: "0" },
    { hardwareConcurrency: 99 },
  ]) {
    expect(goOnOf(cut, { ...here, ...other })).toMatchObject({ state: "impossible" });
  }
});

test("a scenario that nobody knows, or that is measured otherwise by now, does not go on", () => {
  const unknown = { ...cutAt(4), scenario: { kind: "unheard-of", version: 1 } };
  expect(goOnOf(unknown, here).state).not.toBe("possible");
});

test("both parts become one result that can be kept: the first one's id, all samples, and an environment of both", () => {
  const first = cutAt(4);
  const environment = {
    ...here,
    parallelCapacity: { cores: 1, low: 0.5, high: 9 },
    longTasks: 3,
    mainThreadBusyShare: null,
    timerStepUs: 100,
    workers: 7,
  };
  const second = { ...whole, id: "other", environment, samples: whole.samples.slice(4) };
  const joined = joinedResult(first, second);
  expect(joined.id).toBe(first.id);
  expect(joined.createdAt).toBe(first.createdAt);
  expect(joined.samples).toEqual(whole.samples);
  expect(joined.environment).toMatchObject({ timerStepUs: 100, workers: Math.max(7, here.workers) });
  const { cores, low, high } = joined.environment.parallelCapacity;
  expect(low).toBeLessThanOrEqual(Math.min(0.5, here.parallelCapacity.low));
  expect(high).toBe(Math.max(9, here.parallelCapacity.high));
  expect(cores).toBeGreaterThan(Math.min(1, here.parallelCapacity.cores));
  expect(cores).toBeLessThan(Math.max(1, here.parallelCapacity.cores));
  expect(joined.environment.mainThreadBusyShare).toBe(here.mainThreadBusyShare);
  expect(readResult(JSON.parse(JSON.stringify(joined))).state).toBe("read");
});
