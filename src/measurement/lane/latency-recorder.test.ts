// The recorder keeps single-op latencies in whole microseconds.
import { expect, test } from "vitest";
import { LatencyRecorder } from "./latency-recorder.ts";

test("values come back rounded to whole microseconds with their counts", () => {
  const recorder = new LatencyRecorder();
  for (const ms of [0.0014, 0.0016, 0.002, 1.5, 0]) recorder.record(ms);
  expect([...recorder.take()]).toEqual([0, 1, 1, 1, 2, 2, 1_500, 1]);
});

test("taking starts again from nothing", () => {
  const recorder = new LatencyRecorder();
  recorder.record(1);
  recorder.take();
  expect(recorder.take()).toHaveLength(0);
});

test("large values keep three significant digits", () => {
  const recorder = new LatencyRecorder();
  recorder.record(123_456.789);
  const [value = 0] = recorder.take();
  expect(Math.abs(value - 123_456_789) / 123_456_789).toBeLessThan(0.001);
});

test("a clock that steps back is recorded as zero, an absurd wait as an hour", () => {
  const recorder = new LatencyRecorder();
  recorder.record(-3);
  recorder.record(1e12);
  const [least, , most = 0] = recorder.take();
  expect(least).toBe(0);
  expect(most).toBeGreaterThanOrEqual(3_600_000_000);
});

test("ops over a limit are counted before they are rounded, until they are taken", () => {
  const recorder = new LatencyRecorder();
  recorder.watch([1, 10]);
  for (const ms of [0.5, 1, 1.000_01, 10, 10.000_01, 500]) recorder.record(ms);
  expect(recorder.takeOver()).toEqual([4, 2]);
  recorder.record(20);
  expect(recorder.takeOver()).toEqual([1, 1]);
  recorder.watch([]);
  recorder.record(20);
  expect(recorder.takeOver()).toEqual([]);
});
