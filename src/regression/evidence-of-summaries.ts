// What two summaries tell: mean, deviation and number of repeats, with quartiles and extremes where the source states them.
import { leastPossibleP } from "../statistics/mann-whitney.ts";
import { studentQuantile } from "../statistics/quantiles.ts";
import { welch } from "../statistics/student-tail.ts";
import type { CellFigures, StatedSpread } from "./compared-cell.ts";
import { detectableErrors } from "./detectable.ts";
import { type Evidence, sizeWords, untested } from "./evidence.ts";
import { floorOfDeviation, LEAST_NOISE } from "./noise-floor.ts";
import { floorOfQuartiles } from "./quartile-floor.ts";

type Summary = Extract<CellFigures, { readonly kind: "summary" }>;

function isAbove(low: number | undefined, high: number | undefined): boolean {
  return low !== undefined && high !== undefined && low > high;
}

/** Whether all rounds of one side lie beyond all of the other's. */
function areSeparate(baseline: StatedSpread = {}, current: StatedSpread = {}): boolean {
  return isAbove(current.min, baseline.max) || isAbove(baseline.min, current.max);
}

function noiseOf(sides: readonly Summary[]): Pick<Extract<Evidence, { state: "tested" }>, "noise" | "noiseFrom"> {
  const floors = sides.map(({ spread }) => floorOfQuartiles(spread ?? {}));
  if (floors.every((floor) => floor !== null)) {
    return { noise: Math.max(...floors), noiseFrom: "the quartiles of the rounds" };
  }
  const deviation = Math.log1p(Math.max(...sides.map((side) => side.deviation / side.mean)));
  return { noise: floorOfDeviation(deviation), noiseFrom: "the deviation of the rounds" };
}

/**
 * Welch's test of the means. Where no round differs from another on either side, or all rounds of one side lie beyond the other's,
 * the rank test is known without the rounds: complete separation.
 */
export function evidenceOfSummaries(baseline: Summary, current: Summary): Evidence {
  const { mean: was, count: n } = baseline;
  const { mean: is, count: m } = current;
  if (!(was > 0) || !(is > 0)) return untested(was, is, "a mean is not above 0, and changes are ratios");
  const ratio = is / was;
  const common = {
    state: "tested",
    baseline: was,
    current: is,
    ratio,
    estimator: null,
    size: sizeWords(n, m),
  } as const;
  const least = leastPossibleP(n, m);
  const test = welch(baseline, current);
  if (test === null) {
    if (Math.min(n, m) < 2) return untested(was, is, `${sizeWords(n, m)}, which have no spread`);
    return {
      ...common,
      interval: { low: ratio, high: ratio },
      p: ratio === 1 ? 1 : least,
      noise: LEAST_NOISE,
      noiseFrom: "rounds that are all alike",
      detectable: (level) => (least > level ? null : 0),
      remark: "no round differs from another",
    };
  }
  const error = Math.hypot(baseline.deviation / was / Math.sqrt(n), current.deviation / is / Math.sqrt(m));
  const half = studentQuantile(0.975, test.df) * error;
  // Two tests are looked at, so the smaller p counts twice.
  const p = areSeparate(baseline.spread, current.spread)
    ? Math.min(1, 2 * Math.min(test.twoSided, least))
    : test.twoSided;
  return {
    ...common,
    interval: { low: ratio * Math.exp(-half), high: ratio * Math.exp(half) },
    p,
    ...noiseOf([baseline, current]),
    detectable: (level) => detectableErrors(level, test.df) * error,
    remark: null,
  };
}
