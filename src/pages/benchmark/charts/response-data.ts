// The points of a response chart: latencies in ms at each count, which counts failed, and how far the axis reaches.
import { middleOf, type Row } from "../../../scenarios/contract/rows.ts";

interface ResponsePoint {
  readonly at: number;
  /** ms by the id of the measure; absent where it is not known. */
  readonly values: Readonly<Record<string, number>>;
}

export interface ResponseData {
  readonly points: readonly ResponsePoint[];
  /** The highest latency of each count that failed, ms; the foot of the chart where none is known. */
  readonly failed: readonly { readonly at: number; readonly value: number }[];
  /** Ends of the axis, ms: powers of ten. */
  readonly least: number;
  readonly most: number;
}

/** The clock tells no less. */
const LEAST_MS = 0.001;

export function responseData(
  rows: readonly Row[],
  measures: readonly { readonly id: string }[],
  limitUs: number | null,
): ResponseData {
  const points = rows.map((row): ResponsePoint => {
    const values = measures.flatMap(({ id }) => {
      const us = middleOf(row, id);
      return us === null ? [] : [[id, Math.max(LEAST_MS, us / 1_000)] as const];
    });
    return { at: row.at, values: Object.fromEntries(values) };
  });
  const drawn = [
    ...points.flatMap(({ values }) => Object.values(values)),
    ...(limitUs === null ? [] : [limitUs / 1_000]),
  ];
  const least = drawn.length === 0 ? 0.1 : 10 ** Math.floor(Math.log10(Math.min(...drawn)));
  const most = drawn.length === 0 ? 10 : 10 ** Math.ceil(Math.log10(Math.max(...drawn)) + 1e-9);
  const late = new Set(rows.flatMap(({ at, status }) => (status?.tone === "bad" ? [at] : [])));
  const failed = points.flatMap(({ at, values }) =>
    late.has(at) ? [{ at, value: Math.max(least, ...Object.values(values)) }] : [],
  );
  return { points, failed, least, most: Math.max(most, least * 10) };
}
