// What one result's figures tell beside one baseline's: each kind of figures has its test.
import type { CellFigures } from "./compared-cell.ts";
import { type DirectedMetric, type Evidence, middleOf, untested, zeroRemark } from "./evidence.ts";
import { evidenceOfCounts } from "./evidence-of-counts.ts";
import { evidenceOfSummaries } from "./evidence-of-summaries.ts";
import { evidenceOfTrials } from "./evidence-of-trials.ts";
import { isTime, ratioOf } from "./metric.ts";

/** A figure of 0 needs no test: nothing became something, or something nothing. */
function ofZero(baseline: number, current: number, metric: DirectedMetric): Evidence {
  const ratio = ratioOf(baseline, current);
  if (ratio === null) return untested(baseline, current, "a figure below 0, and changes are ratios");
  if (current === 0 && baseline > 0 && isTime(metric)) {
    return untested(baseline, current, "the clock read 0, which is no time");
  }
  return { state: "exact", baseline, current, ratio, remark: zeroRemark(baseline, metric) };
}

/** What one result's figures tell beside one baseline's. */
export function evidenceOf(baseline: CellFigures, current: CellFigures, metric: DirectedMetric): Evidence {
  const was = middleOf(baseline);
  const is = middleOf(current);
  for (const figures of [baseline, current]) {
    if (figures.kind === "withheld") return untested(was, is, figures.reason);
  }
  if (was === null || is === null) return untested(was, is, "a figure is missing");
  if (baseline.kind === "trials" && current.kind === "trials") return evidenceOfTrials(baseline, current, metric);
  if (baseline.kind === "single" && current.kind === "single" && baseline.counts && current.counts) {
    return evidenceOfCounts(baseline.counts, current.counts);
  }
  if (baseline.kind === "exact" && current.kind === "exact") return ofZero(was, is, metric);
  if (was === 0 || is === 0) return ofZero(was, is, metric);
  if (baseline.kind === "summary" && current.kind === "summary") return evidenceOfSummaries(baseline, current);
  const more = metric.repeatWith === undefined ? "" : ` (${metric.repeatWith})`;
  const evidence = untested(was, is, `no trials to test, only single figures; give several baseline sessions${more}`);
  const areSingle = baseline.kind === "single" && current.kind === "single";
  return areSingle ? { ...evidence, needsSessions: true } : evidence;
}
