// What is derived from samples: one row per point of the axis, with a figure for each measure.
import type { EngineMemory } from "../../measurement/lane/lane-host.ts";
import type { ParallelCapacity } from "../../measurement/run/parallel-capacity.ts";
import type { ProcessMemory } from "../../measurement/run/process-memory.ts";
import { isValid, type Sample, type ValidSample } from "../../measurement/run/sample.ts";
import type { Status } from "../../scaling/status.ts";
import { type Estimate, estimate, median } from "../../statistics/summary.ts";
import type { Measure } from "./measure.ts";

/** The machine that measured, as far as figures depend on it. */
export interface MeasuredOn {
  readonly capacity: ParallelCapacity;
  readonly timerStepUs: number;
  /** Share of the cores' time that something else took; absent where it was not measured. */
  readonly stolenShare?: number;
  /** Share of the run in which a container was kept from running; absent where nothing counts it. */
  readonly throttledShare?: number;
  /** Null while it is not known yet. */
  readonly engineMemory: EngineMemory | null;
  readonly processMemory: ProcessMemory | null;
}

export type RowFigure =
  | {
      readonly state: "known";
      readonly estimate: Estimate;
      /** One value for each sample behind it; empty where it is exact. */
      readonly values: readonly number[];
      /** How much what all values are divided by deviates, in logarithms; 0 where they are divided by nothing. */
      readonly yardstickDeviation: number;
    }
  | { readonly state: "missing"; readonly reason: string };

export interface Row {
  readonly at: number;
  /** Valid samples behind it. */
  readonly samples: number;
  /** By the id of the measure. */
  readonly figures: Readonly<Record<string, RowFigure>>;
  readonly status: Status | null;
}

export function missing(reason: string): RowFigure {
  return { state: "missing", reason };
}

/** A figure that is the same whenever it is asked for. */
export function exact(value: number): RowFigure {
  return { state: "known", estimate: { median: value, interval: null }, values: [], yardstickDeviation: 0 };
}

/** A figure with a value for each sample. @param values at least one */
export function known(values: readonly number[], estimated: Estimate | null, yardstickDeviation = 0): RowFigure {
  return estimated === null
    ? missing("No attempt counts yet.")
    : { state: "known", estimate: estimated, values, yardstickDeviation };
}

/** @returns the middle of a figure, or null where it is missing */
export function middle(figure: RowFigure | null | undefined): number | null {
  return figure?.state === "known" ? figure.estimate.median : null;
}

/** @returns the middle of a row's figure, or null where it is missing */
export function middleOf(row: Row, id: string): number | null {
  return middle(row.figures[id]);
}

/** @returns the sum of a figure over all samples of all rows, such as a count of what must not be */
export function sumOf(rows: readonly Row[], id: string): number {
  return rows.reduce((sum, { figures }) => {
    const figure = figures[id];
    return figure?.state === "known" ? figure.values.reduce((own, value) => own + value, sum) : sum;
  }, 0);
}

/** @returns the valid samples of one series, by point, ascending */
export function byPoint(samples: readonly Sample[], series: string): ReadonlyMap<number, readonly ValidSample[]> {
  const points = new Map<number, ValidSample[]>();
  for (const sample of samples.filter(isValid)) {
    if (sample.series !== series) continue;
    const own = points.get(sample.at);
    if (own === undefined) points.set(sample.at, [sample]);
    else own.push(sample);
  }
  return new Map([...points].sort(([a], [b]) => a - b));
}

/** @returns the values of one measure, in the order of the samples; samples that lack it are left out */
export function valuesOf(samples: readonly ValidSample[], id: string): number[] {
  return samples.flatMap(({ figures }) => figures[id] ?? []);
}

function fewOps(measure: Measure): string {
  const least = (measure.floor?.ops ?? 0).toLocaleString("en-US");
  return `Under ${least} ops in a trial: too few for ${measure.label}.`;
}

/** What samples say of one measure. One that a sample withholds is withheld for the row. */
function figureOf(measure: Measure, samples: readonly ValidSample[]): RowFigure {
  const values = valuesOf(samples, measure.id);
  if (samples.some(({ figures }) => figures[measure.id] === null)) return missing(fewOps(measure));
  if (values.length === 0) return missing("These windows do not measure it.");
  const center = median(values);
  const estimated = measure.interval || center === null ? estimate(values) : { median: center, interval: null };
  return known(values, estimated);
}

/** @returns the figures of all measures that samples hold by themselves */
export function sampleFigures(
  measures: readonly Measure[],
  samples: readonly ValidSample[],
): Record<string, RowFigure> {
  return Object.fromEntries(
    measures.filter(({ of }) => of === "sample").map((measure) => [measure.id, figureOf(measure, samples)]),
  );
}

/** Whether a latency is so short that the clock only bounds it, µs. @returns the bound, or null where it is measured */
export function clockBoundUs(measure: Pick<Measure, "floor">, valueUs: number, timerStepUs: number): number | null {
  const bound = (measure.floor?.timerSteps ?? 0) * timerStepUs;
  return bound > 0 && valueUs < bound ? bound : null;
}
