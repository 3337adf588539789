// The numbers that a curve draws: one record per point, the measured series first, references beside it.
import type { ReferenceRow, ReferenceSeries } from "../../../results/references/reference.ts";
import { type MeasuredOn, middleOf, type Row } from "../../../scenarios/contract/rows.ts";
import type { Curve, Limit } from "../../../scenarios/contract/chart.ts";
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

/** The largest value that is drawn, limit and trials among them; 0 where there is none. */
export function mostDrawn({ points, trials, limit }: ChartData): number {
  const least = [...trials, ...limit].reduce((most, { value }) => Math.max(most, value), 0);
  return points.reduce((most, point) => Math.max(most, mostAt(point)), least);
}

/** The smallest value above 0 that is drawn, and the largest; null where nothing is. */
export function rangeDrawn({
  points,
  trials,
  limit,
}: ChartData): { readonly least: number; readonly most: number } | null {
  const values = [
    ...points.flatMap(({ measured, band, references }) => [
      measured ?? 0,
      ...(band ?? []),
      ...Object.values(references),
    ]),
    ...[...trials, ...limit].map(({ value }) => value),
  ].filter((value) => value > 0);
  if (values.length === 0) return null;
  const [first = 1] = values;
  return values.reduce(({ least, most }, value) => ({ least: Math.min(least, value), most: Math.max(most, value) }), {
    least: first,
    most: first,
  });
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

/** What of rows and references a curve draws. A speed-up has no references: on other cores it says nothing of these. */
export function chartData(
  rows: readonly Row[],
  available: readonly ReferenceSeries[],
  { measure, limit, timesPoint }: Curve,
  on: MeasuredOn,
): ChartData {
  const references = timesPoint === undefined ? available : [];
  const scaleAt = (at: number): number => (timesPoint === undefined ? 1 : at / timesPoint.over);
  // Looked up by point: a reference may have thousands of them.
  const rowAt = new Map(rows.map((row) => [row.at, row]));
  const referenceValue = ofReference[measure] ?? (() => null);
  const referencesAt = references.map(({ id, rows: own }) => ({
    id,
    at: new Map(own.map((row) => [row.agents, row])),
  }));
  const points = drawnCounts(new Set(rowAt.keys()), references).map((at): ChartPoint => {
    const scale = scaleAt(at);
    const row = rowAt.get(at);
    const figure = row?.figures[measure];
    const interval = figure?.state === "known" ? figure.estimate.interval : null;
    const middle = row === undefined ? null : middleOf(row, measure);
    const values = referencesAt.flatMap(({ id, at: own }): [string, number][] => {
      const reference = own.get(at);
      const value = reference === undefined ? null : referenceValue(reference);
      return value === null ? [] : [[id, value]];
    });
    return {
      at,
      measured: middle === null ? null : middle * scale,
      band: interval === null ? null : [interval.low * scale, interval.high * scale],
      references: Object.fromEntries(values),
    };
  });
  const trials = rows.flatMap(({ at, figures }) => {
    const figure = figures[measure];
    const values = figure?.state === "known" ? figure.values : [];
    return values.map((value): Dot => ({ at, value: value * scaleAt(at) }));
  });
  return { points, trials, limit: limitCurve(rows, on, limit) };
}
