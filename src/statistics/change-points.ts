// Where the level of a series changes, when single values may stray far: optimal partitioning with a bounded loss.
import { inverseNormalTail } from "./normal-tail.ts";

/** A value that strays by more standard deviations costs no more than this many: it alone makes no change. */
const BOUND_DEVIATIONS = 3;
/** Families of series without a change of which this share shows one. */
const FALSE_ALARMS = 0.01;

/** Costs closer than this are equal: of two ways that cost the same the last bits must not choose. */
const ROUNDING = 1e-9;

/** What a further change must gain, in squared standard deviations: Bonferroni over the places where it could be. */
function penaltyOf(count: number): number {
  return inverseNormalTail(FALSE_ALARMS / 2 / Math.max(1, count - 1)) ** 2;
}

/** Sums from the start of an ascending list, for the squares around any part of it. */
interface Sums {
  readonly values: number[];
  readonly sums: number[];
  readonly squares: number[];
}

function sumsOf(values: number[]): Sums {
  const sums = [0];
  const squares = [0];
  for (const [n, value] of values.entries()) {
    sums.push((sums[n] ?? 0) + value);
    squares.push((squares[n] ?? 0) + value * value);
  }
  return { values, sums, squares };
}

/**
 * The cost of one level for these values: the least, over all levels, of what each value costs. The values that do not cost the
 * bound lie side by side in order, so all their ranges are tried.
 */
function levelCost({ values, sums, squares }: Sums): number {
  const bound = BOUND_DEVIATIONS ** 2;
  const n = values.length;
  let least = n * bound;
  for (let from = 0; from < n; from += 1) {
    for (let to = from + 1; to <= n; to += 1) {
      const sum = (sums[to] ?? 0) - (sums[from] ?? 0);
      const around = (squares[to] ?? 0) - (squares[from] ?? 0) - (sum * sum) / (to - from);
      least = Math.min(least, Math.max(0, around) + (n - to + from) * bound);
    }
  }
  return least;
}

/** Puts a value in its place of an ascending list. */
function insert(values: number[], value: number): void {
  let at = values.length;
  while (at > 0 && (values[at - 1] ?? 0) > value) at -= 1;
  values.splice(at, 0, value);
}

/**
 * The places where the level of a series changes: of all ways to cut it, the one of least cost, where each value costs the square
 * of its distance from the level of its part, in standard deviations and at most 9, and each cut what chance gains in one of a
 * hundred series. A single value that strays makes no cut; two in a row do.
 * @param values in the order of time, at most some hundred: the time grows with the fourth power
 * @param deviation standard deviation of the values around their level
 * @returns indices of the first value of each new level, ascending
 * Source: Fearnhead and Rigaill, Changepoint detection in the presence of outliers, JASA 114, 2019 (biweight loss); optimal
 * partitioning after Jackson et al., An algorithm for optimal partitioning of data on an interval, IEEE SPL 12, 2005.
 */
export function changePoints(values: readonly number[], deviation: number): readonly number[] {
  const scaled = values.map((value) => value / deviation);
  const penalty = penaltyOf(values.length);
  /** Least cost of the values before each index, and where their last part begins. */
  const costs: number[] = [-penalty];
  const starts: number[] = [0];
  for (let end = 1; end <= scaled.length; end += 1) {
    const part: number[] = [];
    let least = Number.POSITIVE_INFINITY;
    let best = 0;
    for (let start = end - 1; start >= 0; start -= 1) {
      insert(part, scaled[start] ?? 0);
      const cost = (costs[start] ?? 0) + levelCost(sumsOf(part)) + penalty;
      if (cost < least - ROUNDING) [least, best] = [cost, start];
    }
    costs.push(least);
    starts.push(best);
  }
  const found: number[] = [];
  for (let at = starts[scaled.length] ?? 0; at > 0; at = starts[at] ?? 0) found.unshift(at);
  return found;
}
