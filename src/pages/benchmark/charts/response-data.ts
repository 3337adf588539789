// The points of a response chart: figures at each point, latencies in ms and shares in percent, which points failed, and how far the axis reaches.
import type { Measure } from "../../../scenarios/contract/measure.ts";
import { linearTicks } from "../../../ui/charts/axis.ts";
import { middleOf, type Row } from "../../../scenarios/contract/rows.ts";

interface ResponsePoint {
  readonly at: number;
  /** By the id of the measure, durations in ms, shares in percent or as times; absent where it is not known. */
  readonly values: Readonly<Record<string, number>>;
}

export interface ResponseData {
  readonly points: readonly ResponsePoint[];
  /** The highest figure of each point that failed; the foot of the chart where none is known. */
  readonly failed: readonly { readonly at: number; readonly value: number }[];
  /** Shares begin at 0 and may be 0; anything else is drawn by its magnitude. */
  readonly scale: "linear" | "log";
  /** Behind each figure of the axis. */
  readonly suffix: "%" | "×" | "";
  /** Ends of the axis: 0 and a round share, powers of ten of durations, else also 2 and 5 times those. */
  readonly least: number;
  readonly most: number;
}

/** The axis is logarithmic: less is drawn at its foot. Of ms the clock tells no less. */
const LEAST = 0.001;

/** The largest of the digits times a power of ten that is not above the value. */
function endBelow(value: number, digits: readonly number[]): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return power * (digits.findLast((digit) => digit * power <= value * (1 + 1e-9)) ?? 1);
}

/** The smallest of the digits times a power of ten that is above the value. */
function endAbove(value: number, digits: readonly number[]): number {
  const power = 10 ** Math.floor(Math.log10(value) + 1e-9);
  return power * (digits.find((digit) => digit * power > value * (1 + 1e-9)) ?? 10);
}

function drawnValue(value: number, { unit, said }: Pick<Measure, "unit" | "said">): number {
  if (unit === "share") return said === "times" ? value : value * 100;
  return Math.max(LEAST, unit === "µs" ? value / 1_000 : value);
}

export function responseData(
  rows: readonly Row[],
  measures: readonly Pick<Measure, "id" | "unit" | "said">[],
  limitUs: number | null,
): ResponseData {
  const points = rows.map((row): ResponsePoint => {
    const values = measures.flatMap((measure) => {
      const value = middleOf(row, measure.id);
      return value === null ? [] : [[measure.id, drawnValue(value, measure)] as const];
    });
    return { at: row.at, values: Object.fromEntries(values) };
  });
  if (measures.some(({ unit }) => unit === "share")) {
    const highest = Math.max(1, ...points.flatMap(({ values }) => Object.values(values)));
    const suffix = measures.some(({ said }) => said === "times") ? "×" : "%";
    return { points, failed: [], scale: "linear", suffix, least: 0, most: linearTicks(highest).at(-1) ?? 100 };
  }
  const drawn = [
    ...points.flatMap(({ values }) => Object.values(values)),
    ...(limitUs === null ? [] : [limitUs / 1_000]),
  ];
  // Latencies span decades; counts of rounds lie close together.
  const digits = measures.some(({ unit }) => unit === "µs") ? [1] : [1, 2, 5];
  const least = drawn.length === 0 ? 0.1 : endBelow(Math.min(...drawn), digits);
  const most = drawn.length === 0 ? 10 : endAbove(Math.max(...drawn), digits);
  const late = new Set(rows.flatMap(({ at, status }) => (status?.tone === "bad" ? [at] : [])));
  const failed = points.flatMap(({ at, values }) =>
    late.has(at) ? [{ at, value: Math.max(least, ...Object.values(values)) }] : [],
  );
  return {
    points,
    failed,
    scale: "log",
    suffix: "",
    least,
    most: Math.max(most, least * (digits.length === 1 ? 10 : 2)),
  };
}

/** Points so far below the answer are far from what decides it. */
const FAR_BELOW = 2;

/** The rows near the answer, from the last one far below it on; all where there is none, or few lie below. */
export function nearAnswer(rows: readonly Row[], answerAt: number | null): readonly Row[] {
  if (answerAt === null) return rows;
  const first = rows.findLastIndex(({ at }) => at <= answerAt / FAR_BELOW);
  return first > 0 ? rows.slice(first) : rows;
}
