// Owns the numbers that the charts draw: one record per agent count, the measured series first, references beside it.
import type { ReferenceSeries } from "../../../results/reference.ts";
import type { ScalingRow } from "../../../scaling/rows.ts";
import type { Estimate } from "../../../statistics/summary.ts";

export type Quantity = "efficiency" | "throughput";

/** One x position. References are under their id. */
export interface ChartPoint {
  readonly agents: number;
  readonly measured: number | null;
  /** The interval's ends, where there is one. */
  readonly band: readonly [number, number] | null;
  /** min(1, C/N) for efficiency, min(N, C) · X(1) for throughput; null where not known. */
  readonly limit: number | null;
  readonly references: Readonly<Record<string, number>>;
}

interface TrialDot {
  readonly agents: number;
  readonly value: number;
}

export interface ChartData {
  readonly points: readonly ChartPoint[];
  readonly trials: readonly TrialDot[];
}

function estimateOf(row: ScalingRow, quantity: Quantity): Estimate | null {
  return quantity === "efficiency" ? row.efficiency : row.throughput;
}

/** X(1) as the row implies it: throughput over N · efficiency. */
function soloOf(row: ScalingRow): number | null {
  return row.efficiency === null || row.efficiency.median === 0
    ? null
    : row.throughput.median / (row.agents * row.efficiency.median);
}

function limitOf(row: ScalingRow, quantity: Quantity): number | null {
  if (row.coreLimit === null) return null;
  if (quantity === "efficiency") return row.coreLimit;
  const solo = soloOf(row);
  return solo === null ? null : row.coreLimit * row.agents * solo;
}

function trialValue(row: ScalingRow, throughput: number, quantity: Quantity): number | null {
  if (quantity === "throughput") return throughput;
  return row.efficiency === null ? null : (throughput / row.throughput.median) * row.efficiency.median;
}

/** Merges measured rows and reference series by agent count, ascending. */
export function chartData(
  rows: readonly ScalingRow[],
  references: readonly ReferenceSeries[],
  quantity: Quantity,
): ChartData {
  const counts = new Set([
    ...rows.map((row) => row.agents),
    ...references.flatMap((series) => series.rows.map((row) => row.agents)),
  ]);
  const points = [...counts]
    .sort((a, b) => a - b)
    .map((agents): ChartPoint => {
      const row = rows.find((candidate) => candidate.agents === agents);
      const estimate = row === undefined ? null : estimateOf(row, quantity);
      const interval = estimate?.interval ?? null;
      const values = references.flatMap((series): [string, number][] => {
        const reference = series.rows.find((candidate) => candidate.agents === agents);
        const value = quantity === "efficiency" ? reference?.efficiency : reference?.opsPerSecond;
        return value === undefined || value === null ? [] : [[series.id, value]];
      });
      return {
        agents,
        measured: estimate?.median ?? null,
        band: interval === null ? null : [interval.low, interval.high],
        limit: row === undefined ? null : limitOf(row, quantity),
        references: Object.fromEntries(values),
      };
    });
  const trials = rows.flatMap((row) =>
    row.throughputs.flatMap((throughput): TrialDot[] => {
      const value = trialValue(row, throughput, quantity);
      return value === null ? [] : [{ agents: row.agents, value }];
    }),
  );
  return { points, trials };
}
