// A curve: throughput by agent count, with the repeats behind each row. Laws are fitted to it, and plans start from it.
import { median } from "../statistics/summary.ts";

export interface CurveRow {
  readonly agents: number;
  /** X(N) in op/s: the median of the trials. */
  readonly opsPerSecond: number;
  /** At least one; more than one where the row was repeated. */
  readonly trials: readonly number[];
}

/**
 * Gathers figures by agent count.
 * @param figures in any order; op/s of all agents together
 * @returns rows by agent count, ascending, each count once
 */
export function curveRows(
  figures: readonly { readonly agents: number; readonly opsPerSecond: number }[],
): readonly CurveRow[] {
  const trialsOf = new Map<number, number[]>();
  for (const { agents, opsPerSecond } of figures) {
    const trials = trialsOf.get(agents);
    if (trials === undefined) trialsOf.set(agents, [opsPerSecond]);
    else trials.push(opsPerSecond);
  }
  return [...trialsOf]
    .map(([agents, trials]) => ({ agents, opsPerSecond: median(trials) ?? 0, trials }))
    .sort((a, b) => a.agents - b.agents);
}

/**
 * X(n) for each n, by linear interpolation between rows; null before the first row and beyond the last.
 * @param rows ascending
 * @param agentsMost the largest n of the table
 * @returns index n holds X(n) in op/s, or null
 */
export function throughputBetweenRows(
  rows: readonly { readonly agents: number; readonly opsPerSecond: number }[],
  agentsMost: number,
): readonly (number | null)[] {
  return Array.from({ length: agentsMost + 1 }, (_, n) => {
    const upper = rows.find(({ agents }) => agents >= n);
    const lower = rows.findLast(({ agents }) => agents <= n);
    if (n === 0 || upper === undefined || lower === undefined) return null;
    if (upper.agents === lower.agents) return upper.opsPerSecond;
    const share = (n - lower.agents) / (upper.agents - lower.agents);
    return lower.opsPerSecond + share * (upper.opsPerSecond - lower.opsPerSecond);
  });
}
