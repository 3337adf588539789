// What a figure did in the course of a long run: it kept its level, grew, or stepped once. Its beginning is left out.
import { pettitt } from "../../statistics/pettitt.ts";
import { median } from "../../statistics/summary.ts";
import { theilSen } from "../../statistics/theil-sen.ts";

/** A reading at a time. */
export interface Reading {
  readonly seconds: number;
  readonly value: number;
}

interface Interval {
  readonly low: number;
  readonly high: number;
}

export type Course =
  /** Change in a second, 95 %; the interval holds 0. */
  | { readonly state: "level"; readonly value: number; readonly perSecond: Interval }
  | { readonly state: "grows" | "falls"; readonly value: number; readonly perSecond: Interval; readonly slope: number }
  /** A single change of level; before and after it nothing grows. */
  | { readonly state: "steps"; readonly value: number; readonly atSeconds: number; readonly by: number }
  | { readonly state: "too few"; readonly needed: number };

/** What grows while a page warms up is no leak. */
export const LEFT_OUT_SHARE = 0.2;
/** Fewer readings than this tell neither a step nor a slope. */
const READINGS_LEAST = 10;
/** A step counts where chance makes as much in one of a hundred series. */
const STEP_P = 0.01;
/** Of two pictures of the same readings a step is taken where it leaves clearly less over than a slope. */
const CLEARLY_LESS = 0.8;

/** The readings that count: those after the first fifth. */
function counted(readings: readonly Reading[]): readonly Reading[] {
  return readings.slice(Math.floor(readings.length * LEFT_OUT_SHARE));
}

function leftOver(readings: readonly Reading[], expected: (reading: Reading, at: number) => number): number {
  return readings.reduce((sum, reading, at) => sum + Math.abs(reading.value - expected(reading, at)), 0);
}

function slopeOf(readings: readonly Reading[]) {
  return theilSen(
    readings.map(({ seconds }) => seconds),
    readings.map(({ value }) => value),
  );
}

/**
 * @param readings in the order of time, the beginning included
 * Source of the step: Pettitt 1979; of the slope: Theil–Sen with an interval corrected for neighbours that hang together.
 */
export function courseOf(readings: readonly Reading[]): Course {
  const own = counted(readings);
  const line = slopeOf(own);
  if (own.length < READINGS_LEAST || line?.interval === undefined || line.interval === null) {
    return { state: "too few", needed: Math.ceil(READINGS_LEAST / (1 - LEFT_OUT_SHARE)) };
  }
  const values = own.map(({ value }) => value);
  const value = median(values) ?? 0;
  const found = pettitt(values);
  const { interval, slope, intercept } = line;
  const isFlat = interval.low <= 0 && interval.high >= 0;
  if (found !== null && found.p < STEP_P) {
    const before = median(values.slice(0, found.at)) ?? value;
    const after = median(values.slice(found.at)) ?? value;
    const byStep = leftOver(own, (_, at) => (at < found.at ? before : after));
    const bySlope = leftOver(own, ({ seconds }) => intercept + slope * seconds);
    if (byStep < CLEARLY_LESS * bySlope) {
      return { state: "steps", value: after, atSeconds: own[found.at]?.seconds ?? 0, by: after - before };
    }
  }
  if (isFlat) return { state: "level", value, perSecond: interval };
  return { state: slope > 0 ? "grows" : "falls", value, perSecond: interval, slope };
}
