// Owns what a result says of one metric of one row, as verdicts need it.
import type { Metric } from "./metrics.ts";

/** How a figure is known. Values are positive unless said otherwise. */
export type Figures =
  /**
   * One value per trial, at least one. `yardstickDeviation`: how much the figure that all of them are divided by deviates, such
   * as X(1); in logarithms, 0 where there is none.
   */
  | { readonly kind: "trials"; readonly values: readonly number[]; readonly yardstickDeviation: number }
  /** Counted or computed: the same whenever it is asked for, so any difference is real. */
  | { readonly kind: "exact"; readonly value: number }
  /** Mean, standard deviation and number of independent trials; the trials themselves are gone. */
  | { readonly kind: "summary"; readonly mean: number; readonly deviation: number; readonly count: number }
  /** One figure without repeats; zero is possible. */
  | { readonly kind: "single"; readonly value: number }
  /** Measured, and yet it says nothing, such as a latency below the clock's resolution. */
  | { readonly kind: "withheld"; readonly reason: string };

export interface Cell {
  /** Such as "5 agents"; cells of two results belong together where row and metric are equal. */
  readonly row: string;
  readonly metric: Metric;
  readonly figures: Figures;
}

/** Cells are matched by this. */
export function cellKey({ row, metric }: Pick<Cell, "row" | "metric">): string {
  return `${metric.id}\n${row}`;
}
