// The verdict on one cell: what the evidence amounts to, once all tests are counted.
import { BAND_ABOVE, type Band, bandOf } from "./bands.ts";
import type { Evidence, Range } from "./evidence.ts";
import { shareOfShift } from "./metric.ts";
import { LEAST_NOISE } from "./noise-floor.ts";

/** False alarms among all tests of a comparison stay below this. */
const SIGNIFICANCE = 0.05;
/** "No change" is said where a change of this size would have been seen: the least one that would be a warning. */
const MUST_BE_SEEN = BAND_ABOVE.warning;

export interface VerdictFigures {
  /** Medians, or means of summaries, in the metric's unit. */
  readonly baseline: number | null;
  readonly current: number | null;
  /** Share of the baseline, positive where worse. */
  readonly change: number | null;
  /** 95 %, of the change. */
  readonly interval: Range | null;
  readonly p: number | null;
  /** By Holm, over all rows and metrics. */
  readonly adjustedP: number | null;
  readonly noiseFloor: number | null;
  /** The smallest change that could have been seen; null where none could. */
  readonly smallestSeen: number | null;
}

export type Verdict =
  | { readonly verdict: Band | "improved" | "no-change"; readonly figures: VerdictFigures }
  | { readonly verdict: "inconclusive"; readonly reason: string; readonly figures: VerdictFigures }
  | { readonly verdict: "not-comparable"; readonly differences: readonly string[]; readonly figures: VerdictFigures }
  | { readonly verdict: "missing"; readonly reason: string; readonly figures: VerdictFigures };

export const NO_FIGURES: VerdictFigures = {
  baseline: null,
  current: null,
  change: null,
  interval: null,
  p: null,
  adjustedP: null,
  noiseFloor: null,
  smallestSeen: null,
};

/** What the other cells contribute to one verdict. */
export interface Surroundings {
  /** The p of this cell after Holm's correction; 1 where nothing was tested. */
  readonly adjustedP: number;
  /** How many tests the comparison makes. */
  readonly tests: number;
  /** The noise floor of this metric over all rows, or of a calibration; in logarithms. */
  readonly metricNoise: number;
}

function verdictOfChange(change: number): Band | "improved" | "no-change" {
  return change < -BAND_ABOVE.minor ? "improved" : (bandOf(change) ?? "no-change");
}

function percent(share: number): string {
  return `${Number((share * 100).toPrecision(2))}%`;
}

function ofTest(evidence: Extract<Evidence, { state: "tested" }>, around: Surroundings): Verdict {
  const { change, better } = evidence;
  const floor = Math.max(LEAST_NOISE, evidence.noise, around.metricNoise);
  const detectable = evidence.detectable(SIGNIFICANCE / Math.max(1, around.tests));
  const smallestSeen =
    detectable === null ? null : Math.max(shareOfShift(Math.max(detectable, floor), better), BAND_ABOVE.minor);
  const figures: VerdictFigures = {
    baseline: evidence.baseline,
    current: evidence.current,
    change,
    interval: evidence.interval,
    p: evidence.p,
    adjustedP: around.adjustedP,
    noiseFloor: shareOfShift(floor, better),
    smallestSeen,
  };
  const isSignificant = around.adjustedP < SIGNIFICANCE;
  if (isSignificant && Math.abs(evidence.shift) > floor) return { verdict: verdictOfChange(change), figures };
  if (smallestSeen !== null && smallestSeen <= MUST_BE_SEEN) return { verdict: "no-change", figures };
  const seen = smallestSeen === null ? "no change at all" : `no change under ${percent(smallestSeen)}`;
  return { verdict: "inconclusive", reason: `too noisy: ${seen} could have been seen`, figures };
}

/** @param evidence of this cell @param around what all cells together contribute */
export function verdictOf(evidence: Evidence, around: Surroundings): Verdict {
  switch (evidence.state) {
    case "tested":
      return ofTest(evidence, around);
    case "exact": {
      const { baseline, current, change } = evidence;
      return {
        verdict: verdictOfChange(change),
        figures: { ...NO_FIGURES, baseline, current, change, noiseFloor: 0, smallestSeen: 0 },
      };
    }
    case "untested": {
      const { baseline, current, change, reason } = evidence;
      return { verdict: "inconclusive", reason, figures: { ...NO_FIGURES, baseline, current, change } };
    }
  }
}
