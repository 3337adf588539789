// What two shares tell that are known as counts, such as failed requests of all requests.
import { inverseNormalTail } from "../statistics/normal-tail.ts";
import { proportionRatioInterval, proportionsP } from "../statistics/proportions.ts";
import type { Counts } from "./compared-cell.ts";
import { type Evidence, untested } from "./evidence.ts";
import { ratioOf } from "./metric.ts";
import { LEAST_NOISE } from "./noise-floor.ts";

/** What a power of 80 % adds to the normal quantile of the level. */
const POWER = inverseNormalTail(0.2);

/** The standard error of the logarithm of the ratio; a side without a hit counts as one. */
function errorOf(sides: readonly Counts[]): number {
  return Math.sqrt(sides.reduce((sum, { hits, total }) => sum + 1 / Math.max(1, hits) - 1 / total, 0));
}

/** Fisher's exact test of two shares. A share of 0 is judged like any other. */
export function evidenceOfCounts(baseline: Counts, current: Counts): Evidence {
  const was = baseline.hits / baseline.total;
  const is = current.hits / current.total;
  const ratio = ratioOf(was, is);
  if (ratio === null || !(baseline.total > 0) || !(current.total > 0)) return untested(was, is, "nothing was counted");
  return {
    state: "tested",
    baseline: was,
    current: is,
    ratio,
    estimator: null,
    interval: proportionRatioInterval(baseline, current),
    p: proportionsP(baseline, current),
    noise: LEAST_NOISE,
    noiseFrom: "the counts",
    detectable: (level) => (inverseNormalTail(level / 2) + POWER) * errorOf([baseline, current]),
    size: `${baseline.total} and ${current.total} counted`,
    remark: null,
  };
}
