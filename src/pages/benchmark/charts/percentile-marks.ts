// What is marked on a histogram: percentiles of each row, as the table writes them.
import type { Measure } from "../../../scenarios/contract/measure.ts";
import { middleOf, type Row } from "../../../scenarios/contract/rows.ts";
import { figureWithUnit } from "../../../scenarios/contract/table.ts";

export interface PercentileMark {
  /** The point of its row. */
  readonly at: number;
  /** In the measure's unit. */
  readonly value: number;
  /** "p95 124 µs". */
  readonly text: string;
}

/** Marks of all rows; a figure that a row does not have, or withholds, is not marked. @param marked ids of measures */
export function percentileMarks(
  rows: readonly Row[],
  measures: readonly Measure[],
  marked: readonly string[],
  timerStepUs: number,
): readonly PercentileMark[] {
  return rows.flatMap((row) =>
    marked.flatMap((id) => {
      const measure = measures.find((one) => one.id === id);
      const value = middleOf(row, id);
      if (measure === undefined || value === null) return [];
      const name = measure.heading ?? measure.label;
      return [{ at: row.at, value, text: `${name} ${figureWithUnit(measure.unit, value, timerStepUs)}` }];
    }),
  );
}
