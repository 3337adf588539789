// The numbers of small charts beside each other: which points each has, the axes that all share, and where the pictures stand.
import type { Chart } from "../../../scenarios/contract/chart.ts";
import type { Measure } from "../../../scenarios/contract/measure.ts";
import type { Row } from "../../../scenarios/contract/rows.ts";
import { linearTicks } from "../../../ui/charts/axis.ts";

export type Multiples = Extract<Chart, { readonly kind: "multiples" }>;

interface MultiplesPoint {
  readonly at: number;
  readonly x: number;
  readonly value: number;
  /** Null where nothing says how sure it is. */
  readonly low: number | null;
  readonly high: number | null;
}

interface MultiplesLine {
  readonly name: string;
  /** Its place among all lines, which gives it its colour and its shape in every picture. */
  readonly index: number;
  /** By x, ascending; one at least. */
  readonly points: readonly MultiplesPoint[];
}

interface MultiplesPanel {
  readonly title: string;
  readonly lines: readonly MultiplesLine[];
}

export interface MultiplesData {
  readonly panels: readonly MultiplesPanel[];
  /** All x, ascending. */
  readonly across: readonly number[];
  /** Ticks upwards, the first and the last of which are the ends of the axis. */
  readonly up: readonly number[];
}

/** Shares are drawn as percent. */
function factorOf({ unit }: Pick<Measure, "unit">): number {
  return unit === "share" ? 100 : 1;
}

/** Every value is inside, below 0 too; intervals may reach beyond. */
function ticksUp(points: readonly MultiplesPoint[]): readonly number[] {
  const most = Math.max(0, ...points.map(({ value, high }) => Math.max(value, high ?? value)));
  const least = Math.min(0, ...points.map(({ value }) => value));
  const step = linearTicks(Math.max(most, -least))[1] ?? 0;
  if (least >= 0 || step === 0) return linearTicks(most);
  const [below, above] = [-least, most].map((reach) => Math.ceil(reach / step - 1e-9));
  return Array.from({ length: (below ?? 0) + (above ?? 0) + 1 }, (_, n) => (n - (below ?? 0)) * step);
}

/** @returns every picture, also those that have no line yet */
export function multiplesData(chart: Multiples, measure: Pick<Measure, "unit">, rows: readonly Row[]): MultiplesData {
  const factor = factorOf(measure);
  const placed = rows.flatMap((row) => {
    const figure = row.figures[chart.measure];
    if (figure?.state !== "known") return [];
    const { median, interval } = figure.estimate;
    const point = {
      at: row.at,
      value: median * factor,
      low: interval === null ? null : interval.low * factor,
      high: interval === null ? null : interval.high * factor,
    };
    return chart.placesOf(row.at).map(({ panel, line, x }) => ({ panel, line, point: { ...point, x } }));
  });
  const points = placed.map(({ point }) => point);
  return {
    panels: chart.panels.map((title) => ({
      title,
      lines: chart.lines.flatMap((name, index) => {
        const own = placed.filter(({ panel, line }) => panel === title && line === name).map(({ point }) => point);
        return own.length === 0 ? [] : [{ name, index, points: own.toSorted((a, b) => a.x - b.x) }];
      }),
    })),
    across: [...new Set(points.map(({ x }) => x))].sort((a, b) => a - b),
    up: ticksUp(points),
  };
}

const COLUMN_LEAST = 240;

/** How many pictures stand beside each other on so much room, px. */
export function columnsFor(panels: number, width: number): number {
  return Math.max(1, Math.min(panels, 3, Math.floor(width / COLUMN_LEAST)));
}
