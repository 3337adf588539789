// Owns what is recomputed from a result whenever it is shown: rows, drift and what did not count.
import type { Configuration } from "../measurement/run/configuration.ts";
import { type PlannedTrial, planTrials } from "../measurement/run/schedule.ts";
import type { Trial, ValidTrial } from "../measurement/run/trial.ts";
import { RESAMPLES } from "../statistics/ratio.ts";
import { type Drift, driftOf } from "../scaling/drift.ts";
import { type ScalingRow, scalingRows, type Yardstick } from "../scaling/rows.ts";

export interface Derived {
  readonly rows: readonly ScalingRow[];
  readonly drift: Drift;
  /** Attempts that do not count, in the order they happened. */
  readonly rejected: readonly Exclude<Trial, ValidTrial>[];
  /** Warm-up blocks that were discarded before valid trials. */
  readonly warmupBlocks: number;
  /** Planned trials that never got a figure. */
  readonly missing: number;
}

/** What the efficiency of a configuration is measured against. @param cores measured C */
function yardstickOf(configuration: Configuration, cores: number): Yardstick {
  return configuration.pacing === "saturated"
    ? { kind: "saturated", cores }
    : { kind: "paced", opsPerSecondPerAgent: configuration.opsPerSecondPerAgent };
}

function isValid(trial: Trial): trial is ValidTrial {
  return trial.state === "valid";
}

function isRejected(trial: Trial): trial is Exclude<Trial, ValidTrial> {
  return trial.state !== "valid";
}

/** A trial's place in the plan, as a key. */
function placeOf({ kind, agents, repeat }: PlannedTrial): string {
  return `${kind} ${agents} ${repeat}`;
}

/**
 * @param cores measured C of the machine that ran the trials
 * @param live while a run is in progress efficiencies carry ranges: resampling would cost the machine that measures
 */
export function derive(configuration: Configuration, trials: readonly Trial[], cores: number, live = false): Derived {
  const valid = trials.filter(isValid);
  const rows = scalingRows(valid, yardstickOf(configuration, cores), live ? 0 : RESAMPLES);
  const measured = new Set(valid.map(placeOf));
  const solos = valid.filter(({ kind }) => kind === "solo");
  return {
    rows,
    drift: driftOf(
      solos,
      rows.map((row) => row.throughputs),
    ),
    rejected: trials.filter(isRejected),
    warmupBlocks: valid.reduce((sum, trial) => sum + trial.warmupBlocks, 0),
    missing: planTrials(configuration).filter((planned) => !measured.has(placeOf(planned))).length,
  };
}
