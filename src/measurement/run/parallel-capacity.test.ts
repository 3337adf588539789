// Parallel capacity from rates, the worker counts that are tried, and calibration on scripted lanes.
import { expect, test } from "vitest";
import {
  calibrate,
  capacityFrom,
  poolWorkersFrom,
  recalibrate,
  stolenShareOf,
  withCapacity,
} from "./parallel-capacity.ts";
import { capacityLadder } from "./capacity-ladder.ts";
import { FakeLanes } from "../fixtures/fake-lanes.ts";

test("capacity is the best median rate over the single worker's, with the range of its windows", () => {
  const rates = new Map([
    [1, [100, 90, 110, 100, 100]],
    [2, [180, 150, 190, 185, 175]],
    [4, [170, 160, 175, 172, 168]],
  ]);
  expect(capacityFrom(rates)).toEqual({ cores: 1.8, low: 1.5, high: 1.9, bestOn: 2 });
});

test("a machine where more workers only slow each other down has the capacity of one", () => {
  const rates = new Map([
    [1, [100, 100, 100]],
    [2, [90, 95, 92]],
  ]);
  expect(capacityFrom(rates)).toEqual({ cores: 1, low: 1, high: 1, bestOn: 1 });
});

test("windows in which no worker got a core bound nothing: the range lies above 0, as results can be kept", () => {
  const rates = new Map([
    [1, [100, 0, 110, 100, 100]],
    [2, [180, 150, 0, 185, 175]],
  ]);
  expect(capacityFrom(rates)).toEqual({ cores: 1.75, low: 1.5, high: 1.85, bestOn: 2 });
  const alone = new Map([[1, [100, 0, 100]]]);
  expect(capacityFrom(alone)).toEqual({ cores: 1, low: 1, high: 1, bestOn: 1 });
});

test("capacity is kept at three significant digits", () => {
  const rates = new Map([
    [1, [3]],
    [2, [5]],
  ]);
  expect(capacityFrom(rates)).toEqual({ cores: 1.67, low: 1.67, high: 1.67, bestOn: 2 });
});

test("without a rate of one worker the capacity falls back to one core", () => {
  const one = { cores: 1, low: 1, high: 1, bestOn: 1 };
  expect(capacityFrom(new Map())).toEqual(one);
  expect(capacityFrom(new Map([[2, [50]]]))).toEqual(one);
  expect(
    capacityFrom(
      new Map([
        [1, [0]],
        [2, [50]],
      ]),
    ),
  ).toEqual(one);
});

test.each([
  [1, [1, 2]],
  [2, [1, 2, 3, 4]],
  [4, [1, 2, 3, 4, 5, 6, 7, 8]],
  [8, [1, 2, 3, 4, 5, 6, 7, 8, 11, 15, 16]],
])("with %i reported cores these worker counts are tried: %j", (cores, ladder) => {
  expect(capacityLadder(cores)).toEqual(ladder);
});

test("large machines try few counts, among them one worker, the reported cores and twice those", () => {
  const ladder = capacityLadder(128);
  expect(ladder).toEqual(expect.arrayContaining([1, 128, 256]));
  expect(Math.max(...ladder)).toBe(256);
  expect(ladder.length).toBeLessThan(24);
});

test("calibration takes five windows of each count in turn, after warming the most lanes", async () => {
  const lanes = new FakeLanes();
  const answer = await calibrate(lanes, 2);
  expect(answer.state).toBe("done");
  expect(lanes.calibratedLanes).toEqual([4, ...Array.from({ length: 5 }, () => [1, 2, 3, 4]).flat()]);
  expect(answer).toMatchObject({ value: { capacity: { cores: 2 }, timerStepUs: 5 } });
});

test("calibration that fails or is stopped answers so at once", async () => {
  const broken = new FakeLanes({ calibrate: () => ({ state: "failed", reason: "Worker 1 threw: no" }) });
  expect(await calibrate(broken, 2)).toEqual({ state: "failed", reason: "Worker 1 threw: no" });
  expect(broken.calibratedLanes).toHaveLength(1);
  let windows = 0;
  const stopped = new FakeLanes({ calibrate: () => ((windows += 1) > 2 ? { state: "stopped" } : null) });
  expect(await calibrate(stopped, 2)).toEqual({ state: "stopped" });
  expect(stopped.calibratedLanes).toHaveLength(3);
});

test("of three measurements C is the median, with the 95 % interval of their mean: t(2) = 4.303, s = 0.345", () => {
  const at = (cores: number) => ({ cores, low: cores - 0.5, high: cores + 0.5, bestOn: 2, stolenShare: 0.01 });
  const first = {
    capacity: { cores: 1.69, low: 1.2, high: 2.2 },
    timerStepUs: 5,
    measured: [at(1.69)],
    poolWorkers: 2,
  };
  const third = withCapacity(withCapacity(first, at(2.38)), at(2.03));
  expect(third.capacity).toEqual({ cores: 2.03, low: 1.17, high: 2.89 });
  expect(third.measured).toHaveLength(3);
  expect(third.poolWorkers).toBe(2);
});

test("C is measured again on one worker, on those that did most and on one per reported core, and a failure says so", async () => {
  const lanes = new FakeLanes();
  const begun = await calibrate(lanes, 2);
  if (begun.state !== "done") throw new Error("The calibration should have ended.");
  const before = lanes.calibratedLanes.length;
  const again = await recalibrate(lanes, begun.value, 2);
  expect(again).toMatchObject({ state: "done", value: { measured: [{}, {}], poolWorkers: begun.value.poolWorkers } });
  expect(new Set(lanes.calibratedLanes.slice(before))).toEqual(new Set([4, 1, 2]));
});

test("what something else took is read on one worker per reported core, and the worst of three times counts", async () => {
  let measured = 0;
  const lanes: FakeLanes = new FakeLanes({
    calibrate: () => {
      const isPerCore = lanes.calibratedLanes.at(-1) === 2;
      const stolenShare = isPerCore ? 0.1 + (measured === 1 ? 0.4 : 0) : 0.9;
      return { state: "done", value: { iterationsPerSecond: 1e6, timerStepUs: 5, stolenShare } };
    },
  });
  const begun = await calibrate(lanes, 2);
  if (begun.state !== "done") throw new Error("The calibration should have ended.");
  expect(stolenShareOf(begun.value)).toBe(0.1);
  measured = 1;
  const again = await recalibrate(lanes, begun.value, 2);
  if (again.state !== "done") throw new Error("The calibration should have ended.");
  measured = 2;
  const last = await recalibrate(lanes, again.value, 2);
  expect(last.state === "done" ? stolenShareOf(last.value) : null).toBe(0.5);
});

test.each([
  [2, { cores: 1.9, low: 1.4, high: 2 }, 2],
  // A disturbed moment reaches up to the reported cores: they count.
  [2, { cores: 1.3, low: 0.8, high: 1.85 }, 2],
  [4, { cores: 2.1, low: 1.9, high: 2.3 }, 2],
  [2, { cores: 0.4, low: 0.2, high: 0.6 }, 1],
])("a pool on %i reported cores with C %j takes %i workers", (reported, capacity, workers) => {
  expect(poolWorkersFrom(capacity, reported)).toBe(workers);
});
