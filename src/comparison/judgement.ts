// The one judgement of a comparison, for page and command: what is wrong with it, and every row and metric judged.
import { compareResults, type JudgedComparison, type MeasuredResult } from "../regression/comparison.ts";
import { shareOfShift } from "../regression/metric.ts";
import { type FactDifference, withAllowed } from "../regression/fingerprint.ts";
import { twinFloors } from "../regression/twin-runs.ts";
import { conditionDifferences, type Licence } from "./allowed-facts.ts";
import { formatPercent } from "../words/format.ts";
import { calibrationElsewhere, type Flaw, flawOfCalibration, flawsOfComparison, flawsOfSides } from "./flaws.ts";
import type { Side } from "./side.ts";

export type SidePair = readonly [Side, Side];

export interface AskedJudgement extends Partial<Licence> {
  /** One result, or several sessions of it; at least one. */
  readonly baselines: readonly Side[];
  readonly current: Side;
  /** Two runs of one experiment; null where only the repeats tell what is noise. */
  readonly calibration: SidePair | null;
  /** A noise floor known otherwise, for every metric, as a share; null where there is none. */
  readonly declaredFloor: number | null;
}

export interface Judgement {
  readonly comparison: JudgedComparison;
  /** What is wrong with what is compared, the gravest first. */
  readonly flaws: readonly Flaw[];
  /** Why the calibration does not count; null where it does, or there is none. */
  readonly calibrationFlaw: Flaw | null;
  /** The calibration that was used; null where there is none, or it cannot be meant. */
  readonly calibration: SidePair | null;
  /** Configuration that differs and is the question; none where nothing of it does, or nobody asks. */
  readonly question: readonly FactDifference[];
  /** Names of facts that differ and may be allowed, allowed ones too. */
  readonly allowable: readonly string[];
  /** What every report says: facts that differ and are noted or allowed, and what the current file itself says failed. */
  readonly notes: readonly string[];
  /** What the current file itself says failed, such as thresholds that were crossed; one sentence each. */
  readonly failures: readonly string[];
}

/** A machine that others used while it measured says nothing of the software. */
function uselessText({ name, useless }: Side): string[] {
  return useless === null
    ? []
    : [`${name} was measured on a machine that was disturbed (${useless}); measure it again on one at rest`];
}

const NONE: ReadonlySet<string> = new Set();

/** The measured figures, where these facts may differ. */
function letting({ measured }: Side, names: ReadonlySet<string>): MeasuredResult {
  return { ...measured, fingerprint: withAllowed(measured.fingerprint, names) };
}

/**
 * Judges the current result. Where something is refused the verdicts are there all the same, and say nothing. A configuration that
 * differs keeps results apart, unless it is said to be asked.
 */
export function judge({
  baselines,
  current,
  calibration,
  declaredFloor,
  allowed = NONE,
  configuration = "kept",
}: AskedJudgement): Judgement {
  const mistake = calibration === null ? null : flawOfCalibration(calibration, [...baselines, current]);
  const used = mistake === null ? calibration : null;
  const conditions = conditionDifferences(
    baselines.map(({ measured }) => measured.fingerprint),
    current.measured.fingerprint,
    { allowed, configuration },
  );
  const comparison = compareResults(
    baselines.map((side) => letting(side, conditions.let)),
    letting(current, conditions.let),
    {
      declaredFloor,
      // What is noise in another configuration than the judged one is not known to be noise in this.
      calibration: used === null ? null : [letting(used[0], allowed), letting(used[1], allowed)],
      refusals: [...baselines, current].flatMap(uselessText),
    },
  );
  const { failures = [] } = current;
  const { calibrationDifferences } = comparison;
  // Where the configuration is the question, either may have been measured first.
  const isOrdered = conditions.question.length === 0;
  return {
    comparison,
    flaws: [
      ...flawsOfSides(baselines, current).filter(({ kind }) => isOrdered || kind !== "swapped"),
      ...flawsOfComparison(baselines, current, comparison),
    ],
    calibrationFlaw:
      mistake ?? (calibrationDifferences.length > 0 ? calibrationElsewhere(calibrationDifferences) : null),
    calibration: used,
    question: conditions.question,
    allowable: conditions.allowable,
    notes: [...failures, ...conditions.notes],
    failures,
  };
}

/** "throughput 2.1%, p50 latency 4%": what a calibration says of each metric. */
function floorsText([first, second]: SidePair, current: Side): string {
  const { floors } = twinFloors([first.measured, second.measured], current.measured);
  const metrics = new Map(first.measured.cells.map(({ metric }) => [metric.id, metric]));
  return [...floors]
    .flatMap(([id, floor]) => {
      const metric = metrics.get(id);
      return metric?.better === undefined || metric.better === null
        ? []
        : [`${metric.label} ${formatPercent(shareOfShift(floor, metric.better))}`];
    })
    .join(", ");
}

/** What the calibration says, in a sentence; null without one. */
export function calibrationText({ calibration, calibrationFlaw }: Judgement, current: Side): string | null {
  if (calibration === null) return null;
  if (calibrationFlaw !== null) return calibrationFlaw.what;
  const floors = floorsText(calibration, current);
  return floors === ""
    ? "The calibration holds no figure to compare."
    : `Calibrated: while nothing changes, this machine differs by up to ${floors}. Verdicts need more than that.`;
}
