// What two sets of figures tell about a change, before it is known how many other tests were made.
import { median } from "../statistics/summary.ts";
import type { CellFigures } from "./compared-cell.ts";
import { isTime, type Metric, ratioOf } from "./metric.ts";

export interface Range {
  readonly low: number;
  readonly high: number;
}

/** A metric whose direction is declared. */
export type DirectedMetric = Metric & { readonly better: "higher" | "lower" };

/** Ratios are current over baseline: infinite where only the baseline is 0. */
export type Evidence =
  | {
      readonly state: "tested";
      readonly baseline: number;
      readonly current: number;
      readonly ratio: number;
      /** What the ratio is by, where it is not the quotient of the two figures; null where it is. */
      readonly estimator: "Hodges-Lehmann" | null;
      /** 95 %, of the ratio. */
      readonly interval: Range | null;
      readonly p: number;
      /** How far such figures may lie apart while nothing changes, in logarithms. */
      readonly noise: number;
      /** What the noise was read from: "the spread of the trials". */
      readonly noiseFrom: string;
      /** The least shift that a two-sided test at that level sees in four of five cases; null where it can see none. */
      readonly detectable: (level: number) => number | null;
      /** "5 repeats each": said where they are too few. */
      readonly size: string;
      /** Whether both sides have the same values, as where a seed decides them all. */
      readonly isSame?: true;
      readonly remark: string | null;
    }
  /** Known without noise. */
  | {
      readonly state: "exact";
      readonly baseline: number;
      readonly current: number;
      readonly ratio: number;
      readonly remark: string | null;
    }
  /** No test is possible; the change is shown where there is one. */
  | {
      readonly state: "untested";
      readonly baseline: number | null;
      readonly current: number | null;
      readonly ratio: number | null;
      readonly reason: string;
      /** Whether both sides are single figures of one session each, so that more sessions would make a test possible. */
      readonly needsSessions?: true;
    };

type Untested = Extract<Evidence, { readonly state: "untested" }>;

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

/** The figures beside each other without a test, and why there is none. */
export function untested(baseline: number | null, current: number | null, reason: string): Untested {
  const ratio = baseline === null || current === null ? null : ratioOf(baseline, current);
  return { state: "untested", baseline, current, ratio: Number.isFinite(ratio) ? ratio : null, reason };
}

/** The number of values on each side in words. */
export function sizeWords(n: number, m: number): string {
  return n === m ? `${n} ${n === 1 ? "repeat" : "repeats"} each` : `${n} and ${m} repeats`;
}

/** What is said of a time of 0 in the baseline; null for everything else. */
export function zeroRemark(baseline: number, metric: Metric): string | null {
  return baseline === 0 && isTime(metric) ? "the clock read 0 in the baseline" : null;
}
