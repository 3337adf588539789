// Midranks, and the exact distribution of the rank sum of a sample, ties included, where counting it is affordable.
import { logFactorials, type TieGroup } from "./few-values.ts";

/** Most additions for one exact distribution; 60 against 60 values without ties take about half of it. */
const ADDITIONS_MOST = 60_000_000;
/** Most cells of the table of counts, 8 bytes each. */
const CELLS_MOST = 4_000_000;
/** More choices than e to this power do not fit a number. */
const LOG_CHOICES_MOST = 690;

/** Ranks of all values together, doubled so that midranks are whole, with the groups of ties. */
export interface Ranked {
  /** Twice the midrank of each value, in the order given; from 2. */
  readonly doubled: readonly number[];
  /** Each group of equal values, single values included. */
  readonly groups: readonly TieGroup[];
}

/** Ranks from 1; equal values share the mean of their ranks. */
export function midranks(values: readonly number[]): Ranked {
  const order = [...values.keys()].sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const doubled: number[] = Array.from({ length: values.length }, () => 0);
  const groups: TieGroup[] = [];
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    while (to < order.length && values[order[to] ?? 0] === values[order[from] ?? 0]) to += 1;
    for (let at = from; at < to; at += 1) doubled[order[at] ?? 0] = from + to + 1;
    groups.push({ doubledRank: from + to + 1, size: to - from });
    from = to;
  }
  return { doubled, groups };
}

/** How a rank sum is distributed where all choices of the sample are equally likely. */
export interface RankSums {
  /** The doubled rank sum that the first entry stands for. */
  readonly from: number;
  /** Between the sums of neighbouring entries. */
  readonly step: number;
  /** The probability of each sum. */
  readonly probabilities: Float64Array;
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

/** The doubled ranks counted from that of the largest group of ties, which then adds nothing to a sum. */
function fromLargestGroup(doubled: readonly number[]) {
  const sizes = new Map<number, number>();
  for (const rank of doubled) sizes.set(rank, (sizes.get(rank) ?? 0) + 1);
  const [base, size] = [...sizes].reduce((most, entry) => (entry[1] > most[1] ? entry : most), [0, 0]);
  const others = doubled.filter((rank) => rank !== base).map((rank) => rank - base);
  const step = others.reduce((divisor, offset) => gcd(divisor, Math.abs(offset)), 0) || 1;
  return { base, size, step, offsets: others.map((offset) => offset / step) };
}

/**
 * The distribution of the rank sum of a sample. Values of the largest group of ties are chosen last, all at once, so that a value
 * which nearly all share costs nothing.
 * @param doubled doubled ranks of all values
 * @param chosen size of the sample
 * @returns null where counting takes too long
 * Source: Streitberg and Röhmel, Exakte Verteilungen für Rang- und Randomisierungstests, 1986 (the shift algorithm).
 */
export function rankSumDistribution(doubled: readonly number[], chosen: number): RankSums | null {
  const { base, size, step, offsets } = fromLargestGroup(doubled);
  const lowest = offsets.reduce((sum, offset) => sum + Math.min(0, offset), 0);
  const width = offsets.reduce((sum, offset) => sum + Math.abs(offset), 0) + 1;
  const counts = Math.min(chosen, offsets.length);
  if ((counts + 1) * width > CELLS_MOST || (offsets.length * counts * width) / 2 > ADDITIONS_MOST) return null;
  const logs = logFactorials(doubled.length);
  const logChoices = (from: number, taken: number): number =>
    (logs[from] ?? 0) - (logs[taken] ?? 0) - (logs[from - taken] ?? 0);
  if (logChoices(offsets.length, Math.min(counts, offsets.length >> 1)) > LOG_CHOICES_MOST) return null;
  const ways = new Float64Array((counts + 1) * width);
  ways[-lowest] = 1;
  let below = -lowest;
  let above = -lowest;
  for (const [used, offset] of offsets.entries()) {
    for (let count = Math.min(counts, used + 1); count >= 1; count -= 1) {
      const from = (count - 1) * width;
      const to = count * width + offset;
      for (let sum = below; sum <= above; sum += 1) ways[to + sum] = (ways[to + sum] ?? 0) + (ways[from + sum] ?? 0);
    }
    if (offset < 0) below += offset;
    else above += offset;
  }
  const probabilities = new Float64Array(width);
  const all = logChoices(doubled.length, chosen);
  for (let count = Math.max(0, chosen - size); count <= counts; count += 1) {
    const share = Math.exp(logChoices(size, chosen - count) - all);
    for (let sum = 0; sum < width; sum += 1) {
      probabilities[sum] = (probabilities[sum] ?? 0) + share * (ways[count * width + sum] ?? 0);
    }
  }
  return { from: chosen * base + lowest * step, step, probabilities };
}
