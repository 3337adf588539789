// Measures parallel capacity C: how many cores' worth of independent work this machine does at once.
import { median, rangeOf } from "../../statistics/summary.ts";
import { roundToDigits } from "../../statistics/significant.ts";
import type { LaneAnswer, LaneHost } from "../lane/lane-host.ts";

/** C in cores, with the range over its windows. */
export interface ParallelCapacity {
  readonly cores: number;
  readonly low: number;
  readonly high: number;
}

export interface Calibration {
  readonly capacity: ParallelCapacity;
  readonly timerStepUs: number;
}

/** Windows that a calibration takes for each worker count. */
export const CALIBRATION_WINDOWS = 5;
const WINDOW_MS = 100;
const WARM_MS = 100;

/** Worker counts to try: all up to 8, then each about a third more than the last up to twice the reported cores, so that large machines calibrate fast. */
export function capacityLadder(hardwareConcurrency: number): number[] {
  const most = Math.max(2, 2 * hardwareConcurrency);
  const ladder = new Set<number>();
  for (let k = 1; k <= most; k = k < 8 ? k + 1 : Math.ceil(k * 1.35)) ladder.add(k);
  ladder.add(hardwareConcurrency).add(most);
  return [...ladder].sort((a, b) => a - b);
}

/**
 * C from rates: rates[k] holds the windows of the kernel on k workers, in iterations per second.
 * C = max over k of median R(k) / median R(1); its range is that of R(k) window by window over the median R(1).
 */
export function capacityFrom(rates: ReadonlyMap<number, readonly number[]>): ParallelCapacity {
  const single = median(rates.get(1) ?? []) ?? 0;
  let best: ParallelCapacity = { cores: 1, low: 1, high: 1 };
  if (!(single > 0)) return best;
  for (const windows of rates.values()) {
    const cores = (median(windows) ?? 0) / single;
    const range = rangeOf(windows);
    if (range === null || cores < best.cores) continue;
    best = { cores, low: range.low / single, high: range.high / single };
  }
  return {
    cores: roundToDigits(best.cores, 3),
    low: roundToDigits(best.low, 3),
    high: roundToDigits(best.high, 3),
  };
}

/** Measures C: five windows of each worker count, taken in turn so that a slow moment touches all counts alike. */
export async function calibrate(host: LaneHost, hardwareConcurrency: number): Promise<LaneAnswer<Calibration>> {
  const ladder = capacityLadder(hardwareConcurrency);
  const rates = new Map<number, number[]>(ladder.map((lanes) => [lanes, []]));
  const warm = await host.calibrate(Math.max(...ladder), WARM_MS);
  if (warm.state !== "done") return warm;
  let timerStepUs = 0;
  for (let window = 0; window < CALIBRATION_WINDOWS; window += 1) {
    for (const lanes of ladder) {
      const answer = await host.calibrate(lanes, WINDOW_MS);
      if (answer.state !== "done") return answer;
      rates.get(lanes)?.push(answer.value.iterationsPerSecond);
      timerStepUs = Math.max(timerStepUs, answer.value.timerStepUs);
    }
  }
  return { state: "done", value: { capacity: capacityFrom(rates), timerStepUs } };
}
