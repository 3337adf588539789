// What is computed from samples whenever they are shown: rows, drift, and what did not count.
import { placeOf } from "../measurement/run/remaining.ts";
import {
  isUncounted,
  isValid,
  type Sample,
  type UncountedSample,
  type ValidSample,
} from "../measurement/run/sample.ts";
import { byPoint, type MeasuredOn, type Row } from "../scenarios/contract/rows.ts";
import type { Experiment } from "../scenarios/contract/experiment.ts";
import { type Drift, driftOf } from "../scaling/drift.ts";
import { qualityOf, type QualityState, signsOf } from "../scaling/quality.ts";
import { experimentOf, measuredOn } from "./experiment.ts";
import type { Result } from "./format/result.ts";

export interface Derived {
  readonly rows: readonly Row[];
  readonly drift: Drift;
  /** How far the machine can be trusted. Rows of a useless run have no status. */
  readonly quality: QualityState;
  /** Attempts that do not count, in the order they happened. */
  readonly rejected: readonly UncountedSample[];
  /** Warm-up blocks that were discarded before valid samples. */
  readonly warmupBlocks: number;
  /** Planned points that never got a figure. */
  readonly missing: number;
}

function throughputsOf({ figures }: Row): readonly number[] {
  const throughput = figures["throughput"];
  return throughput?.state === "known" ? throughput.values : [];
}

/**
 * Whether the single agent kept its pace from start to end of the run.
 * @param repeatsPerCount throughputs of the repeats, op/s, one list per agent count
 */
export function steadinessOf(
  experiment: Experiment,
  valid: readonly ValidSample[],
  repeatsPerCount: readonly (readonly number[])[],
): Drift {
  return driftOf(experiment.paceOf(valid), repeatsPerCount);
}

/** How far the machine of a result can be trusted, without its rows: what `deriveResult` says of it, sooner. */
export function qualityOfResult(result: Result): QualityState {
  const { samples, environment } = result;
  const valid = samples.filter(isValid);
  const repeats = [...byPoint(valid, "row").values()].map((own) =>
    own.flatMap(({ figures }) => figures["throughput"] ?? []),
  );
  const drift = steadinessOf(experimentOf(result), valid, repeats);
  const { parallelCapacity, stolenShare, container } = environment;
  return qualityOf(signsOf(drift, parallelCapacity, stolenShare ?? null, container?.throttledShare ?? null));
}

/** @param live while a run is in progress efficiencies carry ranges: resampling would cost the machine that measures */
export function derive(experiment: Experiment, samples: readonly Sample[], on: MeasuredOn, live = false): Derived {
  const valid = samples.filter(isValid);
  const rows = experiment.rowsOf(valid, on, live);
  const measured = new Set(valid.map(placeOf));
  const drift = steadinessOf(experiment, valid, rows.map(throughputsOf));
  // What a search did not come to was not planned.
  const planned = experiment.search === null ? experiment.plan : [];
  const missing = planned.filter((one) => !measured.has(placeOf(one))).length;
  const judged = live
    ? "unknown"
    : qualityOf(signsOf(drift, on.capacity, on.stolenShare ?? null, on.throttledShare ?? null));
  // A run that was cut early cannot tell that the machine would have stayed as it was.
  const quality = judged === "steady" && missing > planned.length / 2 ? "unknown" : judged;
  return {
    rows: quality === "useless" ? rows.map((row) => ({ ...row, status: null })) : rows,
    drift,
    quality,
    rejected: samples.filter(isUncounted),
    warmupBlocks: valid.reduce((sum, { figures }) => sum + (figures["warmup-blocks"] ?? 0), 0),
    missing,
  };
}

/** What is computed from a whole result. */
export function deriveResult(result: Result): Derived {
  return derive(experimentOf(result), result.samples, measuredOn(result.environment));
}
