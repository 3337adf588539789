// What a result says of one metric of one row, as verdicts need it.
import type { Metric } from "./metric.ts";
import { type RowKey, rowText } from "./row-key.ts";

/** What a source itself states of all its rounds, in the unit of the metric; what it does not state is left out. */
export interface StatedSpread {
  readonly rounds?: number;
  readonly mean?: number;
  readonly deviation?: number;
  readonly min?: number;
  readonly q1?: number;
  readonly median?: number;
  readonly q3?: number;
  readonly max?: number;
}

/** How often something happened, of how many times it could have. */
export interface Counts {
  readonly hits: number;
  readonly total: number;
}

/** How a figure is known. Values below 0 are shown, and never judged: changes are ratios. */
export type CellFigures =
  /**
   * One value per trial, at least one. `yardstickDeviation`: how much the figure that all of them are divided by deviates, such
   * as X(1); in logarithms, 0 where there is none.
   */
  | {
      readonly kind: "trials";
      readonly values: readonly number[];
      readonly yardstickDeviation: number;
      readonly spread?: StatedSpread;
    }
  /** Counted or computed: the same whenever it is asked for, so any difference is real. */
  | { readonly kind: "exact"; readonly value: number }
  /** Mean, standard deviation and number of independent trials; the trials themselves are gone. */
  | {
      readonly kind: "summary";
      readonly mean: number;
      readonly deviation: number;
      readonly count: number;
      readonly spread?: StatedSpread;
    }
  /**
   * One figure without repeats; zero is possible. `isImplied`: the source does not state it, and by that means this value, so that
   * it only says something beside one that is stated.
   */
  | { readonly kind: "single"; readonly value: number; readonly counts?: Counts; readonly isImplied?: true }
  /** Measured, and yet it says nothing, such as a latency below the clock's resolution. */
  | { readonly kind: "withheld"; readonly reason: string };

export interface ComparedCell {
  readonly row: RowKey;
  readonly metric: Metric;
  readonly figures: CellFigures;
}

/** Whether a source means a value by not stating it. */
export function isImplied(figures: CellFigures): boolean {
  return figures.kind === "single" && figures.isImplied === true;
}

/** Cells of two results belong together where this is equal. */
export function cellKey({ row, metric }: Pick<ComparedCell, "row" | "metric">): string {
  return `${metric.id}\n${rowText(row)}`;
}
