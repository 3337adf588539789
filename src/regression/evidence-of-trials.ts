// What the trials of two results tell: a rank test, which needs neither a variance nor a normal distribution.
import { ratioShift } from "../statistics/hodges-lehmann.ts";
import { leastPossibleP, mannWhitney } from "../statistics/mann-whitney.ts";
import { median } from "../statistics/summary.ts";
import type { CellFigures } from "./compared-cell.ts";
import { detectableErrors } from "./detectable.ts";
import { type DirectedMetric, type Evidence, sizeWords, untested, zeroRemark } from "./evidence.ts";
import { isTime, ratioOf } from "./metric.ts";
import { floorOfDeviation } from "./noise-floor.ts";
import { logDeviation } from "./log-deviation.ts";

type Trials = Extract<CellFigures, { readonly kind: "trials" }>;

/** Beside the t test, the rank test needs so much more at a normal distribution: 1 / its relative efficiency, 3/π. */
const RANK_TEST_FACTOR = Math.sqrt(Math.PI / 3);

/** A time of 0 is none, so it is left out where others are above it. */
function judgedOf(values: readonly number[], metric: DirectedMetric): readonly number[] {
  if (!isTime(metric)) return values;
  const above = values.filter((value) => value !== 0);
  return above.length === 0 ? values : above;
}

function leftOut(figures: readonly Trials[], judged: readonly (readonly number[])[]): string | null {
  const all = figures.reduce((sum, { values }) => sum + values.length, 0);
  const zeros = all - judged.reduce((sum, values) => sum + values.length, 0);
  if (zeros === 0) return null;
  return `${zeros} of ${all} trials read 0 and ${zeros === 1 ? "was" : "were"} left out: the clock is too coarse`;
}

/** One value alone may be the same by chance. */
const SAME_LEAST = 2;

/** Whether both sides have the same values. Times that are all alike are steps of the clock, which may hide a change. */
function areSame(before: readonly number[], after: readonly number[], metric: DirectedMetric): boolean {
  if (before.length !== after.length || before.length < SAME_LEAST) return false;
  if (isTime(metric) && new Set(before).size === 1) return false;
  const ordered = after.toSorted((a, b) => a - b);
  return before.toSorted((a, b) => a - b).every((value, n) => value === ordered[n]);
}

/** Mann-Whitney on the trials, with the Hodges-Lehmann ratio where all are above 0. */
export function evidenceOfTrials(baseline: Trials, current: Trials, metric: DirectedMetric): Evidence {
  const [before, after] = [judgedOf(baseline.values, metric), judgedOf(current.values, metric)];
  const was = median(before);
  const is = median(after);
  const test = mannWhitney(before, after);
  if (was === null || is === null || test === null) return untested(was, is, "no trial counts");
  const ratio = ratioOf(was, is);
  if (ratio === null || [...before, ...after].some((value) => value < 0)) {
    return untested(was, is, "a trial is below 0, and changes are ratios");
  }
  if (is === 0 && was > 0 && isTime(metric)) return untested(was, is, "the clock read 0, which is no time");
  const isPositive = [...before, ...after].every((value) => value > 0);
  const shift = isPositive ? ratioShift(before, after) : { ratio, interval: null };
  const deviations = isPositive ? [logDeviation(before) ?? 0, logDeviation(after) ?? 0] : [0, 0];
  const yardstick = Math.max(baseline.yardstickDeviation, current.yardstickDeviation);
  const [n, m] = [before.length, after.length];
  const error = (Math.hypot(...deviations) / Math.SQRT2) * Math.sqrt(1 / n + 1 / m) * RANK_TEST_FACTOR;
  return {
    state: "tested",
    baseline: was,
    current: is,
    ...shift,
    estimator: isPositive ? "Hodges-Lehmann" : null,
    p: test.twoSided,
    noise: floorOfDeviation(Math.hypot(Math.max(...deviations), yardstick)),
    noiseFrom: "the spread of the trials",
    detectable: (level) => (leastPossibleP(n, m) > level ? null : detectableErrors(level, n + m - 2) * error),
    size: sizeWords(n, m),
    ...(areSame(before, after, metric) ? { isSame: true } : {}),
    remark: leftOut([baseline, current], [before, after]) ?? zeroRemark(was, metric),
  };
}
