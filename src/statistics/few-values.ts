// The exact tails of a rank sum where there are few distinct values, at any sample size: every way to choose among them is visited.

/** Most ways that are visited. */
const WAYS_MOST = 4_000_000;

/** Equal values: their doubled rank, and how many there are in both samples together. */
export interface TieGroup {
  readonly doubledRank: number;
  readonly size: number;
}

/** ln k! for k from 0 to most. */
export function logFactorials(most: number): Float64Array {
  const logs = new Float64Array(most + 1);
  for (let k = 2; k <= most; k += 1) logs[k] = (logs[k - 1] ?? 0) + Math.log(k);
  return logs;
}

/** The probabilities of a doubled rank sum of at most, and of at least, the observed one. */
export interface Tails {
  readonly below: number;
  readonly above: number;
}

/**
 * The tails by the multivariate hypergeometric distribution of how many of each value the sample has.
 * @param groups all distinct values
 * @param chosen size of the sample
 * @param observed its doubled rank sum
 * @returns null where there are too many ways to visit
 */
export function tailsOfFewValues(groups: readonly TieGroup[], chosen: number, observed: number): Tails | null {
  const [last, ...others] = groups.toSorted((a, b) => b.size - a.size);
  if (last === undefined) return null;
  let ways = 1;
  for (const { size } of others) ways *= Math.min(size, chosen) + 1;
  if (ways > WAYS_MOST) return null;
  const logs = logFactorials(groups.reduce((sum, { size }) => sum + size, 0));
  const logChoices = (from: number, taken: number): number =>
    (logs[from] ?? 0) - (logs[taken] ?? 0) - (logs[from - taken] ?? 0);
  const all = logChoices(logs.length - 1, chosen);
  let below = 0;
  let above = 0;
  /** Takes from the group at that place and those after it; the largest group gives what is left. */
  const visit = (place: number, left: number, sum: number, log: number): void => {
    const group = others[place];
    if (group === undefined) {
      if (left > last.size) return;
      const share = Math.exp(log + logChoices(last.size, left) - all);
      const total = sum + left * last.doubledRank;
      if (total <= observed) below += share;
      if (total >= observed) above += share;
      return;
    }
    for (let taken = 0; taken <= Math.min(group.size, left); taken += 1) {
      visit(place + 1, left - taken, sum + taken * group.doubledRank, log + logChoices(group.size, taken));
    }
  };
  visit(0, chosen, 0, 0);
  return { below: Math.min(1, below), above: Math.min(1, above) };
}
