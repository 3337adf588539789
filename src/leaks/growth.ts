// Bytes that each lifecycle leaves behind: the slope of readings after garbage collections, less that of blocks that did nothing.
import { type TheilSen, theilSen } from "../statistics/theil-sen.ts";

/** One reading after a garbage collection. */
export interface Reading {
  /** Lifecycles that were begun in this page until then, whether they did something or not. */
  readonly lifecycles: number;
  readonly bytes: number;
}

/** Readings of blocks that are all of one size, in their order. */
export interface BlockSeries {
  /** Lifecycles of each block. */
  readonly lifecycles: number;
  readonly readings: readonly Reading[];
}

/** Bytes per lifecycle, with the 95 % interval. */
export interface Growth {
  readonly bytes: number;
  readonly low: number;
  readonly high: number;
}

function slopeOf({ readings }: BlockSeries): TheilSen | null {
  return theilSen(
    readings.map(({ lifecycles }) => lifecycles),
    readings.map(({ bytes }) => bytes),
  );
}

/**
 * What a page gains between two readings whatever is done, such as the reading itself, is the same for a block of any size: it is
 * subtracted block by block. Intervals of the two slopes are put together by their distances from the slopes.
 * @param idle blocks that did nothing for as long
 * @returns null where either has no interval
 * Source: Matias and others 2016 (differential to a run without work); Zou and Donner 2008 (interval of a difference, MOVER).
 */
export function growthOf(own: BlockSeries, idle: BlockSeries): Growth | null {
  const [line, base] = [slopeOf(own), slopeOf(idle)];
  if (line === null || base === null || line.interval === null || base.interval === null) return null;
  const share = idle.lifecycles / own.lifecycles;
  const bytes = line.slope - base.slope * share;
  const below = Math.hypot(line.slope - line.interval.low, (base.interval.high - base.slope) * share);
  const above = Math.hypot(line.interval.high - line.slope, (base.slope - base.interval.low) * share);
  return { bytes, low: bytes - below, high: bytes + above };
}
