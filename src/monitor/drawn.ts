// The points of a line that a chart of some width can show: the least and the most of each column, so that no spike is lost.
import type { Spread } from "./tier.ts";

export interface Drawn {
  /** Seconds from the start of the soak, ascending. */
  readonly x: readonly number[];
  /** Null where nothing was measured: the line has a gap there. */
  readonly y: readonly (number | null)[];
}

/** Longer than this many of its intervals without one is a gap. */
const GAP_INTERVALS = 2.5;

interface Column {
  least: Spread;
  most: Spread;
}

/**
 * At most two points for each pixel of width.
 * @param spreads ascending
 * @param widthPx of the plot, at least 1
 * Source: minimum and maximum of each bucket, after Jugel and others 2014 (M4), without its first and last value.
 */
export function drawn(spreads: readonly Spread[], fromMs: number, toMs: number, widthPx: number): Drawn {
  const columns = Math.max(1, Math.floor(widthPx));
  const filled = new Map<number, Column>();
  for (const spread of spreads) {
    const share = (spread.fromMs - fromMs) / Math.max(1, toMs - fromMs);
    const place = Math.min(columns - 1, Math.max(0, Math.floor(share * columns)));
    const column = filled.get(place);
    if (column === undefined) filled.set(place, { least: spread, most: spread });
    else {
      if (spread.least < column.least.least) column.least = spread;
      if (spread.most > column.most.most) column.most = spread;
    }
  }
  const x: number[] = [];
  const y: (number | null)[] = [];
  let end: Spread | null = null;
  let endPlace = -1;
  for (const [place, { least, most }] of [...filled].sort(([a], [b]) => a - b)) {
    const [first, second] = least.fromMs <= most.fromMs ? [least, most] : [most, least];
    if (end !== null && place > endPlace + 1 && isGap(end, first)) {
      x.push(end.toMs / 1_000 + 0.001);
      y.push(null);
    }
    const ends = [
      { at: first.fromMs, value: first === least ? least.least : most.most },
      { at: second === first ? first.toMs : second.fromMs, value: first === least ? most.most : least.least },
    ];
    for (const { at, value } of least === most && least.least === most.most ? ends.slice(0, 1) : ends) {
      x.push(Math.max(at / 1_000, x.at(-1) ?? 0));
      y.push(value);
    }
    end = second.toMs > first.toMs ? second : first;
    endPlace = place;
  }
  return { x, y };
}

function isGap(before: Spread, next: Spread): boolean {
  return next.fromMs - before.toMs > GAP_INTERVALS * (before.toMs - before.fromMs);
}
