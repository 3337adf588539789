// Ratios of rows as bars: how far each reaches from 1 on a logarithmic axis, and the ticks of that axis.
import { middleOf, type Row } from "../../../scenarios/contract/rows.ts";

interface Bar {
  readonly at: number;
  readonly ratio: number;
  /** Null where it has no interval. */
  readonly interval: { readonly low: number; readonly high: number } | null;
}

export interface BarsData {
  readonly bars: readonly Bar[];
  /** Ends of the axis, either side of 1. */
  readonly least: number;
  readonly most: number;
  readonly ticks: readonly number[];
}

const STEPS = [1, 2, 5];

/** 1, 2 and 5 times powers of ten. */
function roundRatios(): number[] {
  return Array.from({ length: 8 }, (_, power) => STEPS.map((step) => step * 10 ** (power - 4))).flat();
}

/** Of so few ratios near 1 these are drawn, too. */
const NEAR_ONE = [0.8, 0.9, 1.1, 1.25];
const NEAR = 1.3;

/** @param measure a ratio over 0 */
export function barsData(rows: readonly Row[], measure: string): BarsData {
  const bars = rows.flatMap((row): Bar[] => {
    const ratio = middleOf(row, measure);
    const figure = row.figures[measure];
    const interval = figure?.state === "known" ? figure.estimate.interval : null;
    return ratio === null || !(ratio > 0) ? [] : [{ at: row.at, ratio, interval }];
  });
  const reached = bars.flatMap(({ ratio, interval }) => [ratio, interval?.low ?? ratio, interval?.high ?? ratio]);
  const lowest = Math.min(1, ...reached.filter((value) => value > 0));
  const highest = Math.max(1, ...reached);
  const isNear = lowest > 1 / NEAR && highest < NEAR;
  const all = isNear ? [0.5, ...NEAR_ONE, 1, 2].toSorted((a, b) => a - b) : roundRatios();
  const least = all.findLast((tick) => tick <= lowest) ?? lowest;
  const most = all.find((tick) => tick >= highest && tick > 1) ?? highest;
  const from = least < 1 ? least : (all.findLast((tick) => tick < 1) ?? least);
  return { bars, least: from, most, ticks: all.filter((tick) => tick >= from && tick <= most) };
}
