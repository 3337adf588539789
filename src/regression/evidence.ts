// What two sets of figures tell about a change, before it is known how many other tests were made.
import { median } from "../statistics/summary.ts";
import { ratioShift } from "../statistics/hodges-lehmann.ts";
import { leastPossibleP, mannWhitney } from "../statistics/mann-whitney.ts";
import { studentQuantile } from "../statistics/quantiles.ts";
import { welch } from "../statistics/student-tail.ts";
import type { CellFigures } from "./compared-cell.ts";
import { worseBy } from "./metric.ts";
import { floorOfDeviation, logDeviation } from "./noise-floor.ts";

export interface Range {
  readonly low: number;
  readonly high: number;
}

/** Shares are of the baseline, positive where worse. */
export type Evidence =
  | {
      readonly state: "tested";
      readonly baseline: number;
      readonly current: number;
      readonly change: number;
      /** The change as a difference of logarithms, positive where worse. */
      readonly shift: number;
      readonly better: "higher" | "lower";
      /** 95 %, of the change. */
      readonly interval: Range | null;
      readonly p: number;
      /** How far such figures may lie apart while nothing changes, in logarithms. */
      readonly noise: number;
      /** The least shift that a two-sided test at that level sees in four of five cases; null where it can see none. */
      readonly detectable: (level: number) => number | null;
    }
  /** Known without noise. */
  | { readonly state: "exact"; readonly baseline: number; readonly current: number; readonly change: number }
  /** No test is possible; the change is shown where there is one. */
  | {
      readonly state: "untested";
      readonly baseline: number | null;
      readonly current: number | null;
      readonly change: number | null;
      readonly reason: string;
    };

/** Fewest repeats on both sides for a verdict between two single results. */
const FEWEST_REPEATS = 10;
const POWER = 0.8;
/** Beside the t test, the rank test needs so much more at a normal distribution: 1 / its relative efficiency, 3/π. */
const RANK_TEST_FACTOR = Math.sqrt(Math.PI / 3);

/** The middle of the figures; null where they are withheld. */
export function middleOf(figures: CellFigures): number | null {
  switch (figures.kind) {
    case "trials":
      return median(figures.values);
    case "summary":
      return figures.mean;
    case "exact":
    case "single":
      return figures.value;
    case "withheld":
      return null;
  }
}

/** The shift of a ratio in logarithms, positive where worse. */
export function shiftOf(ratio: number, better: "higher" | "lower"): number {
  return better === "higher" ? -Math.log(ratio) : Math.log(ratio);
}

/** The ends of a ratio's interval as shares, in order. */
export function rangeOfRatio(low: number, high: number, better: "higher" | "lower"): Range {
  const ends = [worseBy(low, better), worseBy(high, better)];
  return { low: Math.min(...ends), high: Math.max(...ends) };
}

/** The factor of the standard error that a test at `level` sees with a power of 80 %. */
export function detectableErrors(level: number, df: number): number {
  return studentQuantile(1 - level / 2, df) + studentQuantile(POWER, df);
}

type Trials = Extract<CellFigures, { readonly kind: "trials" }>;
type Summary = Extract<CellFigures, { readonly kind: "summary" }>;

function untested(baseline: CellFigures, current: CellFigures, better: "higher" | "lower", reason: string): Evidence {
  const was = middleOf(baseline);
  const is = middleOf(current);
  const change = was === null || is === null || !(was > 0) ? null : worseBy(is / was, better);
  return { state: "untested", baseline: was, current: is, change, reason };
}

function ofTrials(baseline: Trials, current: Trials, better: "higher" | "lower"): Evidence {
  const n = baseline.values.length;
  const m = current.values.length;
  if (![...baseline.values, ...current.values].every((value) => value > 0)) {
    return untested(baseline, current, better, "a trial is not above 0, and changes are ratios");
  }
  const test = mannWhitney(baseline.values, current.values);
  if (test === null || Math.min(n, m) < FEWEST_REPEATS) {
    const counts = n === m ? `${n} valid ${n === 1 ? "repeat" : "repeats"} each` : `${n} and ${m} valid repeats`;
    const reason = `${counts}, and a verdict between two results needs ${FEWEST_REPEATS} each`;
    return untested(baseline, current, better, reason);
  }
  const { ratio, interval } = ratioShift(baseline.values, current.values);
  const deviations = [logDeviation(baseline.values) ?? 0, logDeviation(current.values) ?? 0];
  const yardstick = Math.max(baseline.yardstickDeviation, current.yardstickDeviation);
  const error = (Math.hypot(...deviations) / Math.SQRT2) * Math.sqrt(1 / n + 1 / m) * RANK_TEST_FACTOR;
  return {
    state: "tested",
    baseline: median(baseline.values) ?? 0,
    current: median(current.values) ?? 0,
    change: worseBy(ratio, better),
    shift: shiftOf(ratio, better),
    better,
    interval: interval === null ? null : rangeOfRatio(interval.low, interval.high, better),
    p: test.twoSided,
    noise: floorOfDeviation(Math.hypot(Math.max(...deviations), yardstick)),
    detectable: (level) => (leastPossibleP(n, m) > level ? null : detectableErrors(level, n + m - 2) * error),
  };
}

function ofSummaries(baseline: Summary, current: Summary, better: "higher" | "lower"): Evidence {
  const test = welch(baseline, current);
  if (test === null || Math.min(baseline.count, current.count) < FEWEST_REPEATS) {
    const reason = `fewer than ${FEWEST_REPEATS} repeats, or no variation among them`;
    return untested(baseline, current, better, reason);
  }
  const half = (studentQuantile(0.975, test.df) * test.standardError) / baseline.mean;
  const ratio = current.mean / baseline.mean;
  return {
    state: "tested",
    baseline: baseline.mean,
    current: current.mean,
    change: worseBy(ratio, better),
    shift: shiftOf(ratio, better),
    better,
    interval: rangeOfRatio(ratio - half, ratio + half, better),
    p: test.twoSided,
    noise: floorOfDeviation(Math.log1p(Math.max(baseline.deviation / baseline.mean, current.deviation / current.mean))),
    detectable: (level) => Math.log1p((detectableErrors(level, test.df) * test.standardError) / baseline.mean),
  };
}

/** What one result's figures tell beside one baseline's. */
export function evidenceOf(baseline: CellFigures, current: CellFigures, better: "higher" | "lower"): Evidence {
  for (const figures of [baseline, current]) {
    if (figures.kind === "withheld") return untested(baseline, current, better, figures.reason);
  }
  if (baseline.kind === "trials" && current.kind === "trials") return ofTrials(baseline, current, better);
  if (baseline.kind === "summary" && current.kind === "summary") return ofSummaries(baseline, current, better);
  if (baseline.kind === "exact" && current.kind === "exact" && baseline.value > 0) {
    const change = worseBy(current.value / baseline.value, better);
    return { state: "exact", baseline: baseline.value, current: current.value, change };
  }
  const reason = "no trials to test, only single figures; give several baseline sessions";
  return untested(baseline, current, better, reason);
}
