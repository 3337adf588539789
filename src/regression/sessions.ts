// The comparison with several sessions of a baseline: whether a new session lies where the next one was to be expected.
import { proportionsP } from "../statistics/proportions.ts";
import { studentQuantile } from "../statistics/quantiles.ts";
import { studentTwoSided } from "../statistics/student-tail.ts";
import type { CellFigures, Counts } from "./compared-cell.ts";
import { detectableErrors } from "./detectable.ts";
import { type DirectedMetric, type Evidence, middleOf, type Range, untested, zeroRemark } from "./evidence.ts";
import { isTime, ratioOf } from "./metric.ts";
import { floorOfDeviation } from "./noise-floor.ts";
import { logDeviation } from "./log-deviation.ts";

/** A current result may have fewer trials than the sessions, but its median must not be much less certain. */
const LEAST_TRIALS_SHARE = 0.5;

function trialsOf(figures: CellFigures): number {
  return figures.kind === "trials" ? figures.values.length : 1;
}

/** How much the trials of the session that is judged deviate: a disturbed one is not what earlier sessions predict. */
function ownDeviation(figures: CellFigures): number {
  const isPositive = figures.kind === "trials" && figures.values.every((value) => value > 0);
  return isPositive ? (logDeviation(figures.values) ?? 0) : 0;
}

function countsOf(figures: CellFigures): readonly Counts[] {
  return figures.kind === "single" && figures.counts !== undefined ? [figures.counts] : [];
}

/** The p of the counts of all sessions together beside the current ones; 0 where they are not known. */
function pOfCounts(baseline: readonly CellFigures[], current: CellFigures): number {
  const before = baseline.flatMap(countsOf);
  const [after] = countsOf(current);
  if (before.length < baseline.length || after === undefined) return 0;
  const hits = before.reduce((sum, counts) => sum + counts.hits, 0);
  const total = before.reduce((sum, counts) => sum + counts.total, 0);
  return total > 0 && after.total > 0 ? proportionsP({ hits, total }, after) : 0;
}

interface Prediction {
  readonly mean: number;
  readonly error: number;
  readonly p: number;
  /** Half of the 95 % interval. */
  readonly half: number;
}

function predict(sessions: readonly number[], current: number): Prediction {
  const k = sessions.length;
  const mean = sessions.reduce((sum, value) => sum + value, 0) / k;
  const deviation = Math.sqrt(sessions.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (k - 1));
  const error = deviation * Math.sqrt(1 + 1 / k);
  const p = error > 0 ? studentTwoSided((current - mean) / error, k - 1) : current === mean ? 1 : 0;
  return { mean, error, p, half: studentQuantile(0.975, k - 1) * error };
}

interface Judged {
  readonly was: number;
  readonly ratio: number | null;
  readonly interval: Range | null;
  /** In logarithms. */
  readonly error: number;
  readonly half: number;
  readonly p: number;
}

/** On logarithms where all figures are above 0, else on the figures themselves. */
function judged(middles: readonly number[], is: number): Judged {
  if (is > 0 && middles.every((value) => value > 0)) {
    const { mean, error, p, half } = predict(middles.map(Math.log), Math.log(is));
    const was = Math.exp(mean);
    const interval = { low: (is / was) * Math.exp(-half), high: (is / was) * Math.exp(half) };
    return { was, ratio: is / was, interval, error, half, p };
  }
  const { mean: was, error, p, half } = predict(middles, is);
  if (!(was > 0)) return { was, ratio: ratioOf(was, is), interval: null, error: 0, half: 0, p };
  const interval = { low: Math.max(0, (is - half) / was), high: (is + half) / was };
  return { was, ratio: is / was, interval, error: Math.log1p(error / was), half: Math.log1p(half / was), p };
}

/**
 * Compares with the 95 % prediction interval of the next session's median: mean ± t·s·√(1 + 1/k) of the k sessions'
 * log medians. Sessions differ by more than their trials tell, and so the session is the unit here. Shares that are known as counts
 * must differ by more than chance too.
 * @param baseline one entry per session, at least two
 * Source: Hahn and Meeker, Statistical Intervals, section 4.7.
 */
export function evidenceOfSessions(
  baseline: readonly CellFigures[],
  current: CellFigures,
  metric: DirectedMetric,
): Evidence {
  const middles = baseline.flatMap((figures) => middleOf(figures) ?? []);
  const is = middleOf(current);
  const mean = middles.length === 0 ? null : middles.reduce((sum, value) => sum + value, 0) / middles.length;
  for (const figures of [...baseline, current]) {
    if (figures.kind === "withheld") return untested(mean, is, figures.reason);
  }
  if (is === null || middles.length < 2) return untested(mean, is, "fewer than two sessions have the figure");
  if (is < 0 || middles.some((value) => value < 0)) {
    return untested(mean, is, "a session is below 0, and changes are ratios");
  }
  const trials = Math.max(...baseline.map(trialsOf));
  if (trialsOf(current) < trials * LEAST_TRIALS_SHARE) {
    return untested(mean, is, `${trialsOf(current)} valid repeats beside sessions of ${trials}`);
  }
  const { was, ratio, interval, error, half, p } = judged(middles, is);
  if (ratio === null) return untested(was, is, "changes are ratios");
  if (is === 0 && was > 0 && isTime(metric)) return untested(was, is, "the clock read 0, which is no time");
  const k = middles.length;
  return {
    state: "tested",
    baseline: was,
    current: is,
    ratio,
    estimator: null,
    interval,
    p: Math.max(p, pOfCounts(baseline, current)),
    noise: Math.max(half, floorOfDeviation(ownDeviation(current))),
    noiseFrom: "the sessions",
    detectable: (level) => detectableErrors(level, k - 1) * error,
    size: `${k} sessions`,
    remark: zeroRemark(was, metric),
  };
}
