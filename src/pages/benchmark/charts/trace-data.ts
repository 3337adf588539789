// What a trace draws: its lines in one unit, and axes that show how they move rather than how far they are from 0.
import type { Sample } from "../../../measurement/run/sample.ts";
import type { Chart, TraceLine } from "../../../scenarios/contract/chart.ts";
import { evenTicks } from "../../../ui/charts/axis.ts";
import { type BytesUnit, bytesUnitOf } from "../../../words/format.ts";

/** A line with its place among all of the chart, by which it keeps its look while others are still to come. */
interface DrawnLine extends TraceLine {
  readonly place: number;
}

export interface TraceData {
  /** What the values are in. */
  readonly unit: string;
  /** Lines that have a point, their values in that unit. */
  readonly lines: readonly DrawnLine[];
  readonly across: { readonly least: number; readonly most: number; readonly ticks: readonly number[] };
  readonly up: { readonly least: number; readonly most: number; readonly ticks: readonly number[] };
}

const TICKS_MOST = 6;
/** Room above and below, as a share of what is drawn. */
const ROOM = 0.1;
const FACTORS: Readonly<Record<BytesUnit, number>> = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9 };

/** The unit in which how far values spread is a number of one to three digits. */
function unitOf(unit: string, spread: number): { readonly name: string; readonly factor: number } {
  if (unit !== "B") return { name: unit, factor: 1 };
  const name = bytesUnitOf([spread]);
  return { name, factor: FACTORS[name] };
}

export function traceData(chart: Extract<Chart, { readonly kind: "trace" }>, samples: readonly Sample[]): TraceData {
  const drawn = chart
    .linesOf(samples)
    .map((line, place) => ({ ...line, place }))
    .filter(({ points }) => points.length > 0);
  const all = drawn.flatMap(({ points }) => points);
  const values = all.map(({ y }) => y);
  const [lowest, highest] = [Math.min(...values), Math.max(...values)];
  const spread = highest - lowest;
  const { name, factor } = unitOf(chart.unit, spread);
  const lines = drawn.map((line) => ({ ...line, points: line.points.map(({ x, y }) => ({ x, y: y / factor })) }));
  if (all.length === 0) {
    const nothing = { least: 0, most: 1, ticks: [] };
    return { unit: name, lines, across: nothing, up: nothing };
  }
  // One level alone is drawn in the middle.
  const room = spread === 0 ? Math.max(1, Math.abs(highest) * ROOM) : spread * ROOM;
  const [least, most] = [(lowest - room) / factor, (highest + room) / factor];
  const [near, far] = [Math.min(...all.map(({ x }) => x)), Math.max(...all.map(({ x }) => x))];
  return {
    unit: name,
    lines,
    across: { least: near, most: far, ticks: far > near ? evenTicks(near, far, TICKS_MOST) : [near] },
    up: { least, most, ticks: evenTicks(least, most, TICKS_MOST) },
  };
}
