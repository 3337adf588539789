// The verdict on one cell: what the evidence amounts to, once all tests are counted.
import { formatChange, formatChangeRange } from "../words/change-text.ts";
import { BAND_ABOVE, type Band, bandOf } from "./bands.ts";
import type { Evidence, Range } from "./evidence.ts";
import { leastPossibleP } from "../statistics/mann-whitney.ts";
import { type Metric, ratioOf, shareOfShift, shiftOf, worseBy } from "./metric.ts";
import { LEAST_NOISE } from "./noise-floor.ts";

/** False alarms among all tests of a comparison stay below this. */
const SIGNIFICANCE = 0.05;

export interface VerdictFigures {
  /** Medians, or means of summaries, in the metric's unit. */
  readonly baseline: number | null;
  readonly current: number | null;
  /** Current over baseline less 1: −0.2 of a throughput is worse, of a latency better. Infinite where only the baseline is 0. */
  readonly change: number | null;
  /** The change that a test of single trials judges: the median of all ratios between them, less 1. Null where it judges `change`. */
  readonly hodgesLehmann: number | null;
  /** 95 %, of the change that is judged; never under −1. */
  readonly interval: Range | null;
  readonly p: number | null;
  /** By Holm, over all rows and metrics. */
  readonly adjustedP: number | null;
  readonly noiseFloor: number | null;
  /** The smallest change that could have been seen; null where none could. */
  readonly smallestSeen: number | null;
  /** What else is to be known of the figures; null where nothing is. */
  readonly remark: string | null;
}

export type Verdict =
  | { readonly verdict: Band | "improved" | "no-change"; readonly figures: VerdictFigures }
  /** A change that no chance explains, and that is no more than the noise of sessions or the smallest band allows. */
  | { readonly verdict: "within-noise"; readonly reason: string; readonly figures: VerdictFigures }
  | {
      readonly verdict: "inconclusive";
      readonly reason: string;
      readonly figures: VerdictFigures;
      /** Whether more sessions would make a test possible. */
      readonly needsSessions?: true;
      /** Where no test of so few repeats could tell a change, what could; left out elsewhere. */
      readonly tooFew?: TooFew;
    }
  | { readonly verdict: "not-comparable"; readonly differences: readonly string[]; readonly figures: VerdictFigures }
  | { readonly verdict: "missing"; readonly reason: string; readonly figures: VerdictFigures };

/** Repeats that no test could tell a change by. */
export interface TooFew {
  /** "3 repeats each". */
  readonly size: string;
  /** So many on each side can be enough, among all that is tested together. */
  readonly enough: number;
  /** How the tool that measured is told to repeat more, in its own words; null where that is not known. */
  readonly repeatWith: string | null;
}

export const NO_FIGURES: VerdictFigures = {
  baseline: null,
  current: null,
  change: null,
  hodgesLehmann: null,
  interval: null,
  p: null,
  adjustedP: null,
  noiseFloor: null,
  smallestSeen: null,
  remark: null,
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

type Direction = "higher" | "lower";

function bandVerdict(worse: number): Band | "improved" | "no-change" {
  return worse < -BAND_ABOVE.minor ? "improved" : (bandOf(worse) ?? "no-change");
}

/** The size of a change. */
function unsigned(change: number): string {
  return formatChange(change).replace(/^[+−]/, "");
}

/**
 * "worse by 7.0%, ", "better by 2.4×, "; a ratio is said of the figure itself. Empty where the change that is shown is
 * not what the words behind it say, since another was judged.
 */
function moveWords(change: number, better: Direction, isSo: (ratio: number) => boolean): string {
  if (!isSo(1 + change)) return "";
  const isWorse = worseBy(1 + change, better) > 0;
  return `${isWorse ? "worse" : "better"} by ${unsigned(change)}, `;
}

/** The fewest repeats on each side with which complete separation is significant among so many tests. */
function fewestRepeats(tests: number): number {
  let n = 4;
  while (leastPossibleP(n, n) * tests >= SIGNIFICANCE) n += 1;
  return n;
}

function tooFewText({ size, enough, repeatWith }: TooFew, tests: number): string {
  const among = tests > 1 ? ` among ${tests} figures` : "";
  const how = repeatWith === null ? "" : ` (${repeatWith})`;
  return `${size} are too few to tell a change from chance${among}; ${enough} each can be enough${how}`;
}

type Tested = Extract<Evidence, { state: "tested" }>;

function ofTest(evidence: Tested, metric: Metric, better: Direction, around: Surroundings): Verdict {
  const { ratio, interval } = evidence;
  // What is shown beside two figures is theirs; what is judged may be another, of all their trials.
  const change = (ratioOf(evidence.baseline, evidence.current) ?? ratio) - 1;
  const floor = Math.max(LEAST_NOISE, evidence.noise, around.metricNoise);
  const tests = Math.max(1, around.tests);
  const detectable = evidence.detectable(SIGNIFICANCE / tests);
  const figures: VerdictFigures = {
    baseline: evidence.baseline,
    current: evidence.current,
    change,
    hodgesLehmann: evidence.estimator === null ? null : ratio - 1,
    interval: interval === null ? null : { low: interval.low - 1, high: interval.high - 1 },
    p: evidence.p,
    adjustedP: around.adjustedP,
    noiseFloor: shareOfShift(floor, better),
    smallestSeen:
      detectable === null ? null : Math.max(shareOfShift(Math.max(detectable, floor), better), BAND_ABOVE.minor),
    remark: evidence.remark,
  };
  const worse = worseBy(ratio, better);
  if (around.adjustedP < SIGNIFICANCE) {
    if (change * (ratio - 1) < 0 && Math.abs(worse) > BAND_ABOVE.minor) {
      const reason = `the medians moved by ${formatChange(change)}, and most trials the other way`;
      return { verdict: "inconclusive", reason, figures };
    }
    const from = floor > evidence.noise ? "the noise of this metric" : evidence.noiseFrom;
    if (Math.abs(shiftOf(ratio, better)) <= floor && Math.abs(worse) > BAND_ABOVE.minor) {
      const most = unsigned(shareOfShift(floor, better));
      const isNoise = (shown: number) => Math.abs(shiftOf(shown, better)) <= floor;
      const reason = `${moveWords(change, better, isNoise)}could be this session's noise: by ${from}, two sessions may differ by ${most}`;
      return { verdict: "within-noise", reason, figures };
    }
    const verdict = bandVerdict(worse);
    if (verdict !== "no-change") return { verdict, figures };
    if (isInsideBand(interval)) return { verdict, figures };
    const isSmall = (shown: number) => Math.abs(worseBy(shown, better)) <= BAND_ABOVE.minor;
    const reason = `${moveWords(change, better, isSmall)}under the smallest band of ${unsigned(BAND_ABOVE.minor)}`;
    return { verdict: "within-noise", reason, figures };
  }
  if (evidence.isSame === true) {
    return { verdict: "no-change", figures: { ...figures, remark: evidence.remark ?? "every repeat is the same" } };
  }
  if (ratio === 1 && evidence.baseline === 0) return { verdict: "no-change", figures };
  if (isInsideBand(interval)) return { verdict: "no-change", figures };
  if (detectable === null) {
    const tooFew = { size: evidence.size, enough: fewestRepeats(tests), repeatWith: metric.repeatWith ?? null };
    return { verdict: "inconclusive", reason: tooFewText(tooFew, tests), figures, tooFew };
  }
  const may =
    interval === null ? "any change" : `a change of ${formatChangeRange(interval.low - 1, interval.high - 1)}`;
  return { verdict: "inconclusive", reason: `too noisy: ${may} is possible`, figures };
}

/** Whether a 95 % interval of a ratio leaves no room for the smallest band. */
function isInsideBand(interval: Range | null): boolean {
  return interval !== null && interval.low >= 1 - BAND_ABOVE.minor && interval.high <= 1 + BAND_ABOVE.minor;
}

/** @param evidence of this cell @param metric its metric @param around what all cells together contribute */
export function verdictOf(evidence: Evidence, metric: Metric, around: Surroundings): Verdict {
  const { baseline, current, ratio } = evidence;
  const figures = { ...NO_FIGURES, baseline, current, change: ratio === null ? null : ratio - 1 };
  if (evidence.state === "untested") {
    const { reason, needsSessions } = evidence;
    return { verdict: "inconclusive", reason, figures, ...(needsSessions === true ? { needsSessions } : {}) };
  }
  const { better } = metric;
  if (better === null) return { verdict: "inconclusive", reason: "its direction was not declared", figures };
  if (evidence.state === "tested") return ofTest(evidence, metric, better, around);
  const exact = { ...figures, noiseFloor: 0, smallestSeen: 0, remark: evidence.remark };
  return { verdict: bandVerdict(worseBy(evidence.ratio, better)), figures: exact };
}
