// What a list says a result found: its sentence, how far its machine can be trusted, and a few points of its main curve.
import * as v from "valibot";
import { isValid, type Sample } from "../measurement/run/sample.ts";
import type { QualityState } from "../scaling/quality.ts";
import type { Measure } from "../scenarios/contract/measure.ts";
import { middleOf, type Row } from "../scenarios/contract/rows.ts";
import type { Chart } from "../scenarios/contract/chart.ts";
import type { Experiment } from "../scenarios/contract/experiment.ts";
import { bucketStart, mergedBuckets } from "../statistics/log-buckets.ts";
import { answerOf } from "./answer.ts";
import { derive } from "./derive.ts";
import { experimentOf, measuredOn } from "./experiment.ts";
import type { Result } from "./format/result.ts";
import { unansweredText } from "./unanswered.ts";

export const FINDING_LIMITS = { sentenceMost: 600, labelMost: 60, pointsMost: 24 } as const;

/**
 * Rises when the same result comes to another sentence, quality or curve than before, such as by other words: lists then work
 * out again what they keep.
 */
export const FINDINGS_REVISION = 10;

/** A curve with as many points as a picture of a line's height can show. */
export interface FoundCurve {
  /** Such as "Throughput". */
  readonly label: string;
  /** Of the values, or of what is counted; null where they carry none. */
  readonly unit: string | null;
  /** What `at` is: points of the scenario's axis, or values of what is counted. */
  readonly over: "points" | "values";
  /** Ascending, at least two. */
  readonly at: readonly number[];
  /** As many. */
  readonly values: readonly number[];
}

export interface Findings {
  readonly revision: number;
  /** Null only in what an earlier Headroom wrote. */
  readonly sentence: string | null;
  readonly quality: QualityState;
  /** Null where there are fewer than two points. */
  readonly curve: FoundCurve | null;
}

type Points = readonly (readonly [at: number, value: number])[];

function unitText(unit: Measure["unit"]): string | null {
  return unit === "share" || unit === "count" ? null : unit;
}

/** Evenly chosen, the first and the last among them. */
function fewOf(points: Points): Points {
  const most = FINDING_LIMITS.pointsMost;
  if (points.length <= most) return points;
  const chosen = Array.from({ length: most }, (_, n) => Math.round((n * (points.length - 1)) / (most - 1)));
  return chosen.flatMap((at) => (points[at] === undefined ? [] : [points[at]]));
}

/** More digits than a picture shows. */
function short(value: number): number {
  return Number(value.toPrecision(4));
}

function curveOf(about: Pick<FoundCurve, "label" | "unit" | "over">, points: Points): FoundCurve | null {
  const few = fewOf(points.filter((point) => point.every(Number.isFinite)));
  if (few.length < 2) return null;
  return {
    ...about,
    label: about.label.slice(0, FINDING_LIMITS.labelMost),
    // A point names a row.
    at: few.map(([at]) => (about.over === "points" ? at : short(at))),
    values: few.map(([, value]) => short(value)),
  };
}

function measureCurve(experiment: Experiment, rows: readonly Row[], id: string, chart: Chart | null) {
  const measure = experiment.measures.find((one) => one.id === id);
  if (measure === undefined) return null;
  const times = chart?.kind === "curve" ? chart.timesPoint : undefined;
  const isShare = measure.unit === "share";
  const factor = isShare ? 100 : 1;
  const unit = isShare ? "%" : unitText(measure.unit);
  const points = rows.flatMap((row): Points => {
    const value = middleOf(row, id);
    return value === null ? [] : [[row.at, times === undefined ? factor * value : (value * row.at) / times.over]];
  });
  const label = chart?.kind === "curve" ? chart.title : measure.label;
  return curveOf({ label, unit: times === undefined ? unit : times.unit, over: "points" }, points);
}

/** Of several lines the one that ends highest, which is what a chart of several is looked at for. */
function highestLine(
  experiment: Experiment,
  rows: readonly Row[],
  chart: Extract<Chart, { readonly kind: "multiples" }>,
) {
  const unit = experiment.measures.find(({ id }) => id === chart.measure)?.unit ?? "count";
  const factor = unit === "share" ? 100 : 1;
  const lines = new Map<string, (readonly [at: number, value: number])[]>();
  for (const row of rows) {
    const value = middleOf(row, chart.measure);
    const [place] = chart.placesOf(row.at);
    if (value === null || place === undefined) continue;
    const name = `${place.panel}, ${place.line}`;
    const points = lines.get(name) ?? [];
    points.push([row.at, value * factor]);
    lines.set(name, points);
  }
  const ends = [...lines].toSorted(([, a], [, b]) => (b.at(-1)?.[1] ?? 0) - (a.at(-1)?.[1] ?? 0));
  const [highest] = ends;
  if (highest === undefined) return null;
  const label = `${chart.title}, ${highest[0]}`;
  return curveOf({ label, unit: unit === "share" ? "%" : unitText(unit), over: "points" }, highest[1]);
}

/** The line that was measured last. */
function latestLine(chart: Extract<Chart, { readonly kind: "trace" }>, samples: readonly Sample[]) {
  const drawn = chart.linesOf(samples).filter(({ points }) => points.length > 0);
  const latest = drawn.toSorted((a, b) => (b.points.at(-1)?.x ?? 0) - (a.points.at(-1)?.x ?? 0))[0];
  if (latest === undefined) return null;
  return curveOf(
    { label: `${chart.title}, ${latest.name}`, unit: unitText(chart.unit), over: "points" },
    latest.points.map(({ x, y }) => [x, y] as const),
  );
}

function distributionCurve(of: string, title: string, samples: readonly Sample[]): FoundCurve | null {
  const buckets = mergedBuckets(samples.filter(isValid).map(({ distributions }) => distributions?.[of] ?? []));
  return curveOf(
    { label: title, unit: "µs", over: "values" },
    buckets.map(({ bucket, count }) => [bucketStart(bucket), count] as const),
  );
}

/** The first chart of the page; of a scenario without charts the first measure that is judged. */
function mainCurve(experiment: Experiment, rows: readonly Row[], samples: readonly Sample[]): FoundCurve | null {
  const chart = experiment.panels[0]?.[0];
  if (chart === undefined) {
    const judged = experiment.measures.find(({ better }) => better !== null);
    return judged === undefined ? null : measureCurve(experiment, rows, judged.id, null);
  }
  switch (chart.kind) {
    case "curve":
      return measureCurve(experiment, rows, chart.measure, chart);
    case "response": {
      // The percentile that limits are held against.
      const measure = chart.measures.includes("p95") ? "p95" : (chart.measures[0] ?? "");
      return measureCurve(experiment, rows, measure, chart);
    }
    case "multiples":
      return highestLine(experiment, rows, chart);
    case "bars":
      return null;
    case "distribution":
      return distributionCurve(chart.of, chart.title, samples);
    case "trace":
      return latestLine(chart, samples);
  }
}

const findingsSchema = v.object({
  revision: v.literal(FINDINGS_REVISION),
  sentence: v.nullable(v.pipe(v.string(), v.maxLength(FINDING_LIMITS.sentenceMost))),
  quality: v.picklist(["steady", "unsteady", "useless", "unknown"]),
  curve: v.nullable(
    v.object({
      label: v.pipe(v.string(), v.maxLength(FINDING_LIMITS.labelMost)),
      unit: v.nullable(v.string()),
      over: v.picklist(["points", "values"]),
      at: v.pipe(v.array(v.pipe(v.number(), v.finite())), v.minLength(2), v.maxLength(FINDING_LIMITS.pointsMost)),
      values: v.pipe(v.array(v.pipe(v.number(), v.finite())), v.minLength(2), v.maxLength(FINDING_LIMITS.pointsMost)),
    }),
  ),
});

/** Findings as a list keeps them: one text, which is read by the thousand in no time. */
export function findingsText(result: Result): string {
  return JSON.stringify(findingsOf(result));
}

/** @returns null where the text is of another revision, or none at all: then they are worked out again */
export function readFindings(text: string | null): Findings | null {
  if (text === null) return null;
  try {
    const parsed = v.safeParse(findingsSchema, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** What a result found, as the page that shows it says. */
export function findingsOf(result: Result): Findings {
  const experiment = experimentOf(result);
  const on = measuredOn(result.environment);
  const { samples } = result;
  const derived = derive(experiment, samples, on);
  const answer = answerOf(experiment, derived, samples, on, "elsewhere");
  const sentence = answer.sentence ?? unansweredText(experiment, samples);
  return {
    revision: FINDINGS_REVISION,
    sentence: sentence.slice(0, FINDING_LIMITS.sentenceMost),
    quality: derived.quality,
    curve: mainCurve(experiment, derived.rows, samples),
  };
}
