// The verdict on a memory run: leak, clean or inconclusive, with the smallest growth that this run could have seen.
import { type BlockSeries, type Growth, growthOf } from "./growth.ts";

/** Growth that is counted exactly. What grew once is no leak, as when somebody opens a menu: it must have grown in several blocks. */
interface Counted {
  /** What is counted, such as "workers". */
  readonly id: string;
  /** In each block of lifecycles, in any order; negative where more went than came. */
  readonly grown: readonly number[];
}

export interface LeakEvidence {
  /** Blocks of n, 2n and 4n lifecycles, ascending. Empty where memory was not read. */
  readonly blocks: readonly BlockSeries[];
  /** Blocks that did nothing for as long as the largest did something; null where memory was not read. */
  readonly idle: BlockSeries | null;
  readonly counted: readonly Counted[];
  /** What is promised: growth per lifecycle stays under so many bytes. */
  readonly claimBytes: number;
}

export type LeakVerdict =
  /** Something that is counted grew again and again. */
  | { readonly state: "leak"; readonly by: "count"; readonly ids: readonly string[]; readonly growth: Growth | null }
  | { readonly state: "leak"; readonly by: "bytes"; readonly growth: Growth; readonly smallestBytes: number }
  /** Growth is under what is promised, and nothing that is counted grew. */
  | { readonly state: "clean"; readonly by: "bytes"; readonly growth: Growth; readonly smallestBytes: number }
  /** Only counts were seen, and none grew. */
  | { readonly state: "clean"; readonly by: "count" }
  | {
      readonly state: "inconclusive";
      readonly reason: "too few readings" | "too noisy" | "does not scale";
      readonly growth: Growth | null;
      readonly smallestBytes: number | null;
    };

/** Growth that is no leak yet, bytes per lifecycle: clean runs of the app stay under it by a factor of five and more. */
export const FLOOR_BYTES = 1_000;

/** So far may the growth per lifecycle of blocks of n and 2n be from that of 4n: 1 : 2 : 4 within 20 %. */
const SCALES_WITHIN = 0.2;

/** Standard normal points: of the interval, what lies below it once in twenty, and of two intervals that hold together (Bonferroni). */
const INTERVAL_Z = 1.96;
const SEEN_Z = 1.645;
const BOTH_Z = 2.241;

/** The smallest growth that a run as noisy as this one finds in 95 % of cases, bytes per lifecycle. */
export function smallestSeen({ bytes, low, high }: Growth): number {
  const half = Math.max(bytes - low, high - bytes);
  return FLOOR_BYTES + half * (1 + SEEN_Z / INTERVAL_Z);
}

/** The largest blocks are a third of all: what a lifecycle leaves behind now and then is seen in those. */
const BLOCKS_SHARE = 1 / 3;

/** What grew in several blocks, and in all of them together. */
function grewIn(counted: readonly Counted[]): string[] {
  return counted
    .filter(({ grown }) => {
      const times = grown.filter((by) => by > 0).length;
      const least = Math.max(Math.min(2, grown.length), BLOCKS_SHARE * grown.length);
      return times >= least && grown.reduce((sum, by) => sum + by, 0) > 0;
    })
    .map(({ id }) => id);
}

/**
 * Whether blocks of other sizes may have grown as much per lifecycle: their intervals, which together hold in 95 % of cases, reach into the
 * 20 % and the floor around it.
 */
function scales(others: readonly (Growth | null)[], { bytes }: Growth): boolean {
  const within = bytes * SCALES_WITHIN + FLOOR_BYTES;
  const [least, most] = [bytes - within, bytes + within];
  const wider = BOTH_Z / INTERVAL_Z;
  return others.every((other) => {
    if (other === null) return false;
    const low = other.bytes - (other.bytes - other.low) * wider;
    const high = other.bytes + (other.high - other.bytes) * wider;
    return low <= most && high >= least;
  });
}

/** Judges a run. What is counted decides alone where it grew, and where memory was not read. */
export function leakVerdict({ blocks, idle, counted, claimBytes }: LeakEvidence): LeakVerdict {
  const growths = idle === null ? [] : blocks.map((block) => growthOf(block, idle));
  const growth = growths.at(-1) ?? null;
  const ids = grewIn(counted);
  if (ids.length > 0) return { state: "leak", by: "count", ids, growth };
  if (idle === null) return { state: "clean", by: "count" };
  if (growth === null || growths.length < 2) {
    return { state: "inconclusive", reason: "too few readings", growth, smallestBytes: null };
  }
  const smallestBytes = smallestSeen(growth);
  if (growth.low > FLOOR_BYTES) {
    return scales(growths.slice(0, -1), growth)
      ? { state: "leak", by: "bytes", growth, smallestBytes }
      : { state: "inconclusive", reason: "does not scale", growth, smallestBytes };
  }
  return growth.high < claimBytes
    ? { state: "clean", by: "bytes", growth, smallestBytes }
    : { state: "inconclusive", reason: "too noisy", growth, smallestBytes };
}
