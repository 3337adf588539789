// Measures parallel capacity C, at the start, in the middle and at the end of a run: how many cores' worth of independent work this machine does at once.
import { CALIBRATION_WINDOWS, capacityLadder } from "./capacity-ladder.ts";
import { studentQuantile } from "../../statistics/quantiles.ts";
import { median, rangeOf } from "../../statistics/summary.ts";
import { roundToDigits } from "../../statistics/significant.ts";
import type { LaneAnswer, LaneHost } from "../lane/lane-host.ts";

/** C in cores with its interval. */
export interface ParallelCapacity {
  readonly cores: number;
  readonly low: number;
  readonly high: number;
}

export interface Calibration {
  readonly capacity: ParallelCapacity;
  readonly timerStepUs: number;
  /** C at each place where it was measured, in order; at least one. */
  readonly measured: readonly MeasuredCapacity[];
  /** How many workers a pool takes: decided before the first trial, and the same for all of them. */
  readonly poolWorkers: number;
}

/** C as it was measured once. */
export interface MeasuredCapacity extends ParallelCapacity {
  /** The number of workers that did most. */
  readonly bestOn: number;
  /** Share of the time of one worker per reported core in which something else had that core; the median of the windows. */
  readonly stolenShare: number;
}

const WINDOW_MS = 100;
const WARM_MS = 100;

/**
 * C from rates: rates[k] holds the windows of the kernel on k workers, in iterations per second.
 * C = max over k of median R(k) / median R(1); its range is that of R(k) window by window over the median R(1). Windows in which no
 * worker got a core at all bound nothing: they are left out of the range, which lies above 0.
 */
export function capacityFrom(rates: ReadonlyMap<number, readonly number[]>): Omit<MeasuredCapacity, "stolenShare"> {
  const single = median(rates.get(1) ?? []) ?? 0;
  let best = { cores: 1, low: 1, high: 1, bestOn: 1 };
  if (!(single > 0)) return best;
  for (const [workers, windows] of rates) {
    const cores = (median(windows) ?? 0) / single;
    const range = rangeOf(windows.filter((rate) => rate > 0));
    if (range === null || cores < best.cores) continue;
    best = { cores, low: range.low / single, high: range.high / single, bestOn: workers };
  }
  return {
    cores: roundToDigits(best.cores, 3),
    low: roundToDigits(best.low, 3),
    high: roundToDigits(best.high, 3),
    bestOn: best.bestOn,
  };
}

/** An interval of C ends above 0. */
const LEAST_CORES = 0.01;

/** Half of the 95 % interval of a mean. */
function meanHalf(values: readonly number[]): number {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1));
  return (studentQuantile(0.975, n - 1) * deviation) / Math.sqrt(n);
}

/**
 * The median of several measurements of C. Of three or more the interval is that of their mean, 95 % by Student's t, and at least their
 * range; of two their range, and of one the range of its windows.
 * @param measured at least one
 */
function capacityOf(measured: readonly MeasuredCapacity[]): ParallelCapacity {
  const medians = measured.map(({ cores }) => cores);
  const range = rangeOf(medians);
  const [first] = measured;
  if (first === undefined || range === null) return { cores: 1, low: 1, high: 1 };
  if (measured.length === 1) return { cores: first.cores, low: first.low, high: first.high };
  const middle = median(medians) ?? first.cores;
  const half = medians.length < 3 ? 0 : meanHalf(medians);
  return {
    cores: roundToDigits(middle, 3),
    low: roundToDigits(Math.max(LEAST_CORES, Math.min(range.low, middle - half)), 3),
    high: roundToDigits(Math.max(range.high, middle + half), 3),
  };
}

/** The worst of the times that it was measured: a part of a run that was disturbed spoils what is compared with it. */
export function stolenShareOf({ measured }: Calibration): number {
  return Math.max(...measured.map(({ stolenShare }) => stolenShare));
}

/** Under this share of the reported cores C is clearly lower, where its whole interval is. */
const CLEARLY_LOWER = 0.9;

/** The reported cores, unless the whole interval of C is clearly lower: then what C says. */
export function poolWorkersFrom({ cores, high }: ParallelCapacity, hardwareConcurrency: number): number {
  return high < CLEARLY_LOWER * hardwareConcurrency ? Math.max(1, Math.round(cores)) : hardwareConcurrency;
}

/** The calibration with one more measurement of C. */
export function withCapacity(calibration: Calibration, capacity: MeasuredCapacity): Calibration {
  const measured = [...calibration.measured, capacity];
  return { ...calibration, measured, capacity: capacityOf(measured) };
}

/** The windows of some worker counts, taken in turn so that a slow moment touches all counts alike. */
async function ratesOf(
  host: LaneHost,
  counts: readonly number[],
  hardwareConcurrency: number,
): Promise<LaneAnswer<{ readonly capacity: MeasuredCapacity; readonly timerStepUs: number }>> {
  const rates = new Map<number, number[]>(counts.map((lanes) => [lanes, []]));
  const warm = await host.calibrate(Math.max(...counts), WARM_MS);
  if (warm.state !== "done") return warm;
  let timerStepUs = 0;
  const stolen: number[] = [];
  for (let window = 0; window < CALIBRATION_WINDOWS; window += 1) {
    for (const lanes of counts) {
      const answer = await host.calibrate(lanes, WINDOW_MS);
      if (answer.state !== "done") return answer;
      rates.get(lanes)?.push(answer.value.iterationsPerSecond);
      timerStepUs = Math.max(timerStepUs, answer.value.timerStepUs);
      if (lanes === hardwareConcurrency) stolen.push(answer.value.stolenShare);
    }
  }
  const stolenShare = roundToDigits(median(stolen) ?? 0, 3);
  return { state: "done", value: { capacity: { ...capacityFrom(rates), stolenShare }, timerStepUs } };
}

/** Measures C before a run: five windows of each worker count. */
export async function calibrate(host: LaneHost, hardwareConcurrency: number): Promise<LaneAnswer<Calibration>> {
  const answer = await ratesOf(host, capacityLadder(hardwareConcurrency), hardwareConcurrency);
  if (answer.state !== "done") return answer;
  const { capacity, timerStepUs } = answer.value;
  const poolWorkers = poolWorkersFrom(capacity, hardwareConcurrency);
  return {
    state: "done",
    value: { capacity: capacityOf([capacity]), timerStepUs, measured: [capacity], poolWorkers },
  };
}

/** Measures C again during or after a run, on one worker, on as many as did most at its start, and on one for each reported core. */
export async function recalibrate(
  host: LaneHost,
  calibration: Calibration,
  hardwareConcurrency: number,
): Promise<LaneAnswer<Calibration>> {
  const bestOn = calibration.measured[0]?.bestOn ?? 1;
  const counts = new Set([1, bestOn === 1 ? 2 : bestOn, hardwareConcurrency]);
  const answer = await ratesOf(host, [...counts], hardwareConcurrency);
  if (answer.state !== "done") return answer;
  return { state: "done", value: withCapacity(calibration, answer.value.capacity) };
}
