// Owns the judgement of a comparison: one result against its baseline, with what was measured for it.
import { useMemo } from "react";
import type { SearchText } from "../../../session/address/search-text.ts";
import { calibratedFloors, type Calibration } from "../../../regression/calibration.ts";
import { type Comparison, compareResults } from "../../../regression/comparison.ts";
import { METRICS, shareOfShift } from "../../../regression/metrics.ts";
import { mistakeInCalibration } from "../../../comparison/compare-input.ts";
import { formatPercent } from "../../../words/format.ts";
import { type CompareQuestion, type Judged, judgedOf, type Pair } from "./compare-question.ts";
import { type Compared, measuredOf, type Named } from "../../../comparison/compared.ts";

export interface Judgement extends Judged {
  readonly comparison: Comparison;
  /** Flagged rows, measured again in turn; null where they were not. */
  readonly again: Comparison | null;
  /** What the calibration says, in a sentence; null without one. */
  readonly calibrationText: string | null;
  /** What was measured for another comparison and is left out, one sentence each. */
  readonly problems: readonly string[];
}

function identified({ name, result }: Named) {
  return { name: `“${name}”`, id: result.id, measuredAt: null, text: result.id };
}

/** Everything but how much is measured. */
function conditionsOf({ result: { configuration, environment } }: Named): string {
  const { agents: _, repeats: _repeats, ...rest } = configuration;
  return JSON.stringify([rest, environment.engineVersion]);
}

/** Why two runs are no repetition of what is judged, or null. */
function againProblem([first, second]: Pair, { baselines: [baseline], current }: Judged): string | null {
  const fits =
    baseline?.kind === "result" &&
    current.kind === "result" &&
    conditionsOf(first) === conditionsOf(baseline) &&
    conditionsOf(second) === conditionsOf(current);
  return fits ? null : "What was measured again is left out: it has other configurations than the results compared.";
}

function calibrationProblem(pair: Pair, { baselines, current }: Judged): string | null {
  const judged = [...baselines, current].flatMap((one) => (one.kind === "result" ? [identified(one)] : []));
  return mistakeInCalibration([identified(pair[0]), identified(pair[1])], judged);
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
    const problems = [
      calibration === null ? null : calibrationProblem(calibration, judged),
      again === null ? null : againProblem(again, judged),
    ];
    const options = { noiseFloor: null, calibration: problems[0] === null ? calibrationOf(calibration) : null };
    const comparison = compareResults(baselines.map(measuredOf), measuredOf(current), options);
    return {
      ...judged,
      comparison,
      again:
        again === null || problems[1] !== null
          ? null
          : compareResults([measuredOf(again[0])], measuredOf(again[1]), options),
      calibrationText: options.calibration === null ? null : calibrationText(options.calibration, current, comparison),
      problems: problems.filter((problem) => problem !== null),
    };
  }, [results, calibration, again, search]);
}
