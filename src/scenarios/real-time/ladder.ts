// How many agents hold each of several limits, all from the same trials: the last count that held, and the first that did not.
import { byCount } from "./by-count.ts";
import { isInTime, LADDER_MS, OVER, overId, type TakenTrial } from "./trials.ts";

export interface Rung {
  readonly limitMs: number;
  /** The largest tried count that held with all tried counts below it; null where the smallest already failed. */
  readonly holds: number | null;
  /** The smallest tried count that failed; null where none did. */
  readonly fails: number | null;
}

function rungOf(limitMs: number, counts: readonly (readonly [number, boolean])[]): Rung {
  const at = counts.findIndex(([, holds]) => !holds);
  const below = at === -1 ? counts.at(-1) : counts[at - 1];
  return { limitMs, holds: below?.[0] ?? null, fails: counts[at]?.[0] ?? null };
}

/**
 * One rung for each limit of the ladder and the one that was asked for, ascending; by lateness alone, whatever else a trial failed by.
 * Source: SPECjbb2015, the last success and the first failure at each response time.
 */
export function ladderOf(trials: readonly TakenTrial[], { limitMs }: { readonly limitMs: number }): readonly Rung[] {
  if (trials.length === 0) return [];
  const limits = [...new Set([...LADDER_MS, limitMs])].sort((a, b) => a - b);
  return limits.map((limit) => {
    const id = limit === limitMs ? OVER : overId(limit);
    const holds = ({ figures }: TakenTrial): boolean => figures !== null && isInTime(figures, id);
    return rungOf(limit, byCount(trials, holds));
  });
}
