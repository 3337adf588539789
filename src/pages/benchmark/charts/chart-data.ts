// The numbers that a curve draws: one record per point, the measured series first, references beside it.
import type { ReferenceRow, ReferenceSeries } from "../../../results/references/reference.ts";
import { type MeasuredOn, middleOf, type Row } from "../../../scenarios/contract/rows.ts";
import type { Limit } from "../../../scenarios/contract/scenario.ts";
import { drawnCounts } from "./drawn-counts.ts";

/** One x position. References are under their id. */
export interface ChartPoint {
  readonly at: number;
  readonly measured: number | null;
  /** The interval's ends, where there is one. */
  readonly band: readonly [number, number] | null;
  readonly references: Readonly<Record<string, number>>;
}

/** A place in the plot that is no point of the table's, so that pointing finds none there. */
interface Dot {
  readonly at: number;
  readonly value: number;
}

/** The largest value that is drawn of a point, 0 where there is none. */
function mostAt({ measured, band, references }: ChartPoint): number {
  return Math.max(measured ?? 0, band?.[1] ?? 0, ...Object.values(references));
}

/** The largest value that is drawn, 0 where there is none. */
export function mostDrawn(points: readonly ChartPoint[]): number {
  return points.reduce((most, point) => Math.max(most, mostAt(point)), 0);
}

export interface ChartData {
  readonly points: readonly ChartPoint[];
  readonly trials: readonly Dot[];
  /** What the machine allows; empty where it is not known. */
  readonly limit: readonly Dot[];
}

const LIMIT_STEPS = 60;

/** The limit as a curve of its own: between two points it is not straight. */
function limitCurve(rows: readonly Row[], on: MeasuredOn, limit: Limit | null): Dot[] {
  const valueAt = limit?.(rows, on) ?? null;
  if (valueAt === null || rows.length === 0) return [];
  const points = rows.map(({ at }) => at);
  const least = Math.min(...points);
  const most = Math.max(...points);
  const { cores } = on.capacity;
  const steps = Array.from({ length: LIMIT_STEPS + 1 }, (_, i) => least * (most / least) ** (i / LIMIT_STEPS));
  const places = [...steps, ...(cores > least && cores < most ? [cores] : [])].sort((a, b) => a - b);
  return places.map((at) => ({ at, value: valueAt(at) }));
}

/** What a reference says of a measure. */
const ofReference: Readonly<Record<string, (row: ReferenceRow) => number | null>> = {
  efficiency: ({ efficiency }) => efficiency,
  throughput: ({ opsPerSecond }) => opsPerSecond,
};

/** @param measure id of the measure that is drawn */
export function chartData(
  rows: readonly Row[],
  references: readonly ReferenceSeries[],
  measure: string,
  on: MeasuredOn,
  limit: Limit | null,
): ChartData {
  // Looked up by point: a reference may have thousands of them.
  const rowAt = new Map(rows.map((row) => [row.at, row]));
  const referenceValue = ofReference[measure] ?? (() => null);
  const referencesAt = references.map(({ id, rows: own }) => ({
    id,
    at: new Map(own.map((row) => [row.agents, row])),
  }));
  const points = drawnCounts(new Set(rowAt.keys()), references).map((at): ChartPoint => {
    const row = rowAt.get(at);
    const figure = row?.figures[measure];
    const interval = figure?.state === "known" ? figure.estimate.interval : null;
    const values = referencesAt.flatMap(({ id, at: own }): [string, number][] => {
      const reference = own.get(at);
      const value = reference === undefined ? null : referenceValue(reference);
      return value === null ? [] : [[id, value]];
    });
    return {
      at,
      measured: row === undefined ? null : middleOf(row, measure),
      band: interval === null ? null : [interval.low, interval.high],
      references: Object.fromEntries(values),
    };
  });
  const trials = rows.flatMap(({ at, figures }) => {
    const figure = figures[measure];
    return figure?.state === "known" ? figure.values.map((value): Dot => ({ at, value })) : [];
  });
  return { points, trials, limit: limitCurve(rows, on, limit) };
}
