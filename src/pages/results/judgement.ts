// Owns the judgement of a comparison: one result against its baseline, with what was measured for it.
import { useMemo } from "react";
import type { SearchText } from "../../app/search-text.ts";
import { calibratedFloors, type Calibration } from "../../regression/calibration.ts";
import { type Comparison, compareResults } from "../../regression/comparison.ts";
import { METRICS, shareOfShift } from "../../regression/metrics.ts";
import { formatPercent } from "../../ui/format.ts";
import { type CompareQuestion, type Judged, judgedOf, type Pair } from "./compare-question.ts";
import { type Compared, measuredOf } from "./compared.ts";

export interface Judgement extends Judged {
  readonly comparison: Comparison;
  /** Flagged rows, measured again in turn; null where they were not. */
  readonly again: Comparison | null;
  /** What the calibration says, in a sentence; null without one. */
  readonly calibrationText: string | null;
}

function calibrationOf(pair: Pair | null): Calibration | null {
  return pair === null ? null : [measuredOf(pair[0]), measuredOf(pair[1])];
}

/** "throughput 2.1%, p50 latency 4%" */
function floorsText(calibration: Calibration, current: Compared): string {
  const { floors } = calibratedFloors(calibration, measuredOf(current));
  return Object.values(METRICS)
    .flatMap(({ id, label, better }) => {
      const floor = floors.get(id);
      return floor === undefined ? [] : [`${label} ${formatPercent(shareOfShift(floor, better))}`];
    })
    .join(", ");
}

function calibrationText(calibration: Calibration, current: Compared, { calibrationDifferences }: Comparison): string {
  if (calibrationDifferences.length > 0) {
    return `The calibration does not count, for it was measured differently: ${calibrationDifferences.join("; ")}.`;
  }
  const floors = floorsText(calibration, current);
  return floors === ""
    ? "The calibration holds no figure to compare."
    : `Calibrated: while nothing changes, this machine differs by up to ${floors}. Verdicts need more than that.`;
}

/** Null where there is nothing to judge. */
export function useJudgement({ results, calibration, again }: CompareQuestion, search: SearchText): Judgement | null {
  return useMemo(() => {
    const judged = judgedOf(results, search);
    if (judged === null) return null;
    const { baselines, current } = judged;
    const pair = calibrationOf(calibration);
    const comparison = compareResults(baselines.map(measuredOf), measuredOf(current), {
      noiseFloor: null,
      calibration: pair,
    });
    return {
      ...judged,
      comparison,
      again: again === null ? null : compareResults([measuredOf(again[0])], measuredOf(again[1])),
      calibrationText: pair === null ? null : calibrationText(pair, current, comparison),
    };
  }, [results, calibration, again, search]);
}
