// Owns the numbers that the charts draw: one record per agent count, the measured series first, references beside it.
import type { ReferenceSeries } from "../../../results/references/reference.ts";
import type { ScalingRow } from "../../../scaling/rows.ts";
import type { Estimate } from "../../../statistics/summary.ts";

export type Quantity = "efficiency" | "throughput";

/** One x position. References are under their id. */
export interface ChartPoint {
  readonly agents: number;
  readonly measured: number | null;
  /** The interval's ends, where there is one. */
  readonly band: readonly [number, number] | null;
  readonly references: Readonly<Record<string, number>>;
}

/** A place in the plot that is no agent count of the table's, so that pointing finds none there. */
interface Dot {
  readonly agents: number;
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
  /** What the cores allow: min(1, C/N) for efficiency, min(N, C) · X(1) for throughput; empty where not known. */
  readonly limit: readonly Dot[];
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

const LIMIT_STEPS = 60;

/** The limit as a curve of its own: between two agent counts it is not straight. */
function limitCurve(rows: readonly ScalingRow[], quantity: Quantity): Dot[] {
  const limited = rows.filter((row) => row.coreLimit !== null);
  const solo = limited.flatMap((row) => soloOf(row) ?? []).at(0);
  if (limited.length === 0 || solo === undefined) return [];
  const cores = Math.max(...limited.map((row) => (row.coreLimit ?? 0) * row.agents));
  const counts = limited.map((row) => row.agents);
  const least = Math.min(...counts);
  const most = Math.max(...counts);
  const steps = Array.from({ length: LIMIT_STEPS + 1 }, (_, i) => least * (most / least) ** (i / LIMIT_STEPS));
  const places = [...steps, ...(cores > least && cores < most ? [cores] : [])].sort((a, b) => a - b);
  return places.map((agents) => ({
    agents,
    value: quantity === "efficiency" ? Math.min(1, cores / agents) : Math.min(agents, cores) * solo,
  }));
}

function trialValue(row: ScalingRow, throughput: number, quantity: Quantity): number | null {
  if (quantity === "throughput") return throughput;
  return row.efficiency === null ? null : (throughput / row.throughput.median) * row.efficiency.median;
}

/** A chart is some 500 px wide: more points than this make it slow and show nothing new. */
const PLACES_EACH_SCALE = 300;

/** At most about twice that many of the places 0 … length − 1: even on a linear axis, and even on a logarithmic one. */
function thinnedPlaces(length: number): ReadonlySet<number> {
  const last = length - 1;
  const shares = Array.from({ length: PLACES_EACH_SCALE }, (_, n) => n / (PLACES_EACH_SCALE - 1));
  return new Set(shares.flatMap((share) => [Math.round(share * last), Math.round(length ** share) - 1]));
}

/** The agent counts that are drawn, ascending: all that were measured, and of thousands in references a part. */
function drawnCounts(measured: ReadonlySet<number>, references: readonly ReferenceSeries[]): number[] {
  const all = new Set([...measured, ...references.flatMap((series) => series.rows.map((row) => row.agents))]);
  const ascending = [...all].sort((a, b) => a - b);
  if (ascending.length <= 2 * PLACES_EACH_SCALE) return ascending;
  const places = thinnedPlaces(ascending.length);
  const short = new Set(
    references.flatMap((series) =>
      series.rows.length > PLACES_EACH_SCALE ? [] : series.rows.map((row) => row.agents),
    ),
  );
  return ascending.filter((agents, place) => places.has(place) || measured.has(agents) || short.has(agents));
}

/** Merges measured rows and reference series by agent count, ascending. */
export function chartData(
  rows: readonly ScalingRow[],
  references: readonly ReferenceSeries[],
  quantity: Quantity,
): ChartData {
  // Looked up by agent count: a reference may have thousands of them.
  const rowAt = new Map(rows.map((row) => [row.agents, row]));
  const referencesAt = references.map(({ id, rows: own }) => ({
    id,
    at: new Map(own.map((row) => [row.agents, row])),
  }));
  const points = drawnCounts(new Set(rowAt.keys()), references).map((agents): ChartPoint => {
    const row = rowAt.get(agents);
    const estimate = row === undefined ? null : estimateOf(row, quantity);
    const interval = estimate?.interval ?? null;
    const values = referencesAt.flatMap(({ id, at }): [string, number][] => {
      const reference = at.get(agents);
      const value = quantity === "efficiency" ? reference?.efficiency : reference?.opsPerSecond;
      return value === undefined || value === null ? [] : [[id, value]];
    });
    return {
      agents,
      measured: estimate?.median ?? null,
      band: interval === null ? null : [interval.low, interval.high],
      references: Object.fromEntries(values),
    };
  });
  const trials = rows.flatMap((row) =>
    row.throughputs.flatMap((throughput): Dot[] => {
      const value = trialValue(row, throughput, quantity);
      return value === null ? [] : [{ agents: row.agents, value }];
    }),
  );
  return { points, trials, limit: limitCurve(rows, quantity) };
}
