// The comparison with several sessions of a baseline: whether a new session lies where the next one was to be expected.
import { studentQuantile } from "../statistics/quantiles.ts";
import { studentTwoSided } from "../statistics/student-tail.ts";
import type { CellFigures } from "./compared-cell.ts";
import { detectableErrors, type Evidence, middleOf, rangeOfRatio, shiftOf } from "./evidence.ts";
import { worseBy } from "./metric.ts";
import { floorOfDeviation, logDeviation } from "./noise-floor.ts";

/** A current result may have fewer trials than the sessions, but its median must not be much less certain. */
const LEAST_TRIALS_SHARE = 0.5;

function trialsOf(figures: CellFigures): number {
  return figures.kind === "trials" ? figures.values.length : 1;
}

/** How much the trials of the session that is judged deviate: a disturbed one is not what earlier sessions predict. */
function ownDeviation(figures: CellFigures): number {
  return figures.kind === "trials" ? (logDeviation(figures.values) ?? 0) : 0;
}

/**
 * Compares with the 95 % prediction interval of the next session's median: mean ± t·s·√(1 + 1/k) of the k sessions'
 * log medians. Sessions differ by more than their trials tell, and so the session is the unit here.
 * @param baseline one entry per session, at least two
 * Source: Hahn and Meeker, Statistical Intervals, section 4.7.
 */
export function evidenceOfSessions(
  baseline: readonly CellFigures[],
  current: CellFigures,
  better: "higher" | "lower",
): Evidence {
  const middles = baseline.flatMap((figures) => middleOf(figures) ?? []);
  const is = middleOf(current);
  const logs = middles.map((value) => Math.log(value));
  const mean = logs.reduce((sum, value) => sum + value, 0) / logs.length;
  const was = middles.length === 0 ? null : Math.exp(mean);
  const change = was === null || is === null || !(was > 0) ? null : worseBy(is / was, better);
  const untested = (reason: string): Evidence => ({ state: "untested", baseline: was, current: is, change, reason });
  for (const figures of [...baseline, current]) if (figures.kind === "withheld") return untested(figures.reason);
  if (was === null || is === null || change === null || !(is > 0) || logs.length < 2) {
    return untested("a session without a figure above 0");
  }
  const trials = Math.max(...baseline.map(trialsOf));
  if (trialsOf(current) < trials * LEAST_TRIALS_SHARE) {
    return untested(`${trialsOf(current)} valid repeats beside sessions of ${trials}`);
  }
  const k = logs.length;
  const deviation = Math.sqrt(logs.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (k - 1));
  const error = deviation * Math.sqrt(1 + 1 / k);
  const shift = Math.log(is) - mean;
  const half = studentQuantile(0.975, k - 1) * error;
  return {
    state: "tested",
    baseline: was,
    current: is,
    change,
    shift: shiftOf(Math.exp(shift), better),
    better,
    interval: rangeOfRatio(Math.exp(shift - half), Math.exp(shift + half), better),
    p: error > 0 ? studentTwoSided(shift / error, k - 1) : shift === 0 ? 1 : 0,
    noise: Math.max(half, floorOfDeviation(ownDeviation(current))),
    detectable: (level) => detectableErrors(level, k - 1) * error,
  };
}
