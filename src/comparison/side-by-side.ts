// What a comparison shows before any verdict: one metric of several results side by side, row by row.
import type { CellFigures } from "../regression/compared-cell.ts";
import { middleOf } from "../regression/evidence.ts";
import { type Metric, ratioOf } from "../regression/metric.ts";
import { type RowKey, rowText } from "../regression/row-key.ts";
import { type Estimate, estimate } from "../statistics/summary.ts";
import type { Side } from "./side.ts";

export interface SideBySideRow {
  readonly row: RowKey;
  /** The figure of each result; null where it has no such row. */
  readonly estimates: readonly (Estimate | null)[];
}

export interface SideBySide {
  readonly metric: Metric;
  /** Rows of any of the results; points ascending. */
  readonly rows: readonly SideBySideRow[];
}

function estimateOf(figures: CellFigures): Estimate | null {
  if (figures.kind === "trials") return estimate(figures.values);
  const middle = middleOf(figures);
  return middle === null ? null : { median: middle, interval: null };
}

/** Points by where they are, others as they come. */
function byPoint({ row: a }: SideBySideRow, { row: b }: SideBySideRow): number {
  return a.kind === "point" && b.kind === "point" && a.axis === b.axis ? a.at - b.at : 0;
}

/** The first metric of the first result that has any, which is what its scenario puts first; null where none has a figure. */
export function sideBySide(sides: readonly Pick<Side, "measured">[]): SideBySide | null {
  const metric = sides.flatMap(({ measured }) => measured.cells[0]?.metric ?? [])[0];
  if (metric === undefined) return null;
  const rows = new Map<string, { readonly row: RowKey; readonly estimates: (Estimate | null)[] }>();
  for (const [at, { measured }] of sides.entries()) {
    for (const { row, metric: own, figures } of measured.cells) {
      if (own.id !== metric.id) continue;
      const key = rowText(row);
      const known = rows.get(key) ?? { row, estimates: sides.map(() => null) };
      known.estimates[at] = estimateOf(figures);
      rows.set(key, known);
    }
  }
  return { metric, rows: [...rows.values()].sort(byPoint) };
}

/** How far a figure is from the first result's, as a share; null without both. */
export function shareOfFirst({ estimates }: SideBySideRow, at: number): number | null {
  const [first] = estimates;
  const own = estimates[at];
  if (first === null || first === undefined || own === null || own === undefined) return null;
  const ratio = ratioOf(first.median, own.median);
  return ratio === null ? null : ratio - 1;
}
