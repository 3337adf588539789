// What a chart of several results draws: one record per point with the middle and the interval of each result.
import type { SideBySideRow } from "../../../comparison/side-by-side.ts";

export interface ComparedPoint {
  readonly at: number;
  /** One for each result; null where it has no such row. */
  readonly middles: readonly (number | null)[];
  /** The interval's ends, where there is one. */
  readonly bands: readonly (readonly [number, number] | null)[];
}

/** Rows that are points of an axis, as they are drawn. */
export function comparedPoints(rows: readonly SideBySideRow[]): readonly ComparedPoint[] {
  return rows.flatMap(({ row, estimates }) =>
    row.kind !== "point"
      ? []
      : [
          {
            at: row.at,
            middles: estimates.map((one) => one?.median ?? null),
            bands: estimates.map((one) =>
              one === null || one.interval === null ? null : ([one.interval.low, one.interval.high] as const),
            ),
          },
        ],
  );
}

/** The smallest value above 0 that is drawn, and the largest; null where nothing is. */
export function comparedRange(
  points: readonly ComparedPoint[],
): { readonly least: number; readonly most: number } | null {
  const values = points
    .flatMap(({ middles, bands }) => [...middles, ...bands.flatMap((band) => band ?? [])])
    .filter((value) => value !== null)
    .filter((value) => value > 0);
  return values.length === 0 ? null : { least: Math.min(...values), most: Math.max(...values) };
}
