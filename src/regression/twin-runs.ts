// The noise floor that was measured: two runs of one experiment, in turn, compared with each other.
import { studentQuantile } from "../statistics/quantiles.ts";
import { cellKey } from "./compared-cell.ts";
import type { MeasuredResult } from "./comparison.ts";
import { middleOf } from "./evidence.ts";
import { compareFingerprints } from "./fingerprint.ts";

/** Two runs of one experiment: whatever differs between them is noise. */
export type TwinRuns = readonly [MeasuredResult, MeasuredResult];

export interface TwinFloors {
  /** By metric, in logarithms. A metric without a figure on both sides has none. */
  readonly floors: ReadonlyMap<string, number>;
  /** Why the calibration does not count for the result that is judged; empty where it does. */
  readonly differences: readonly string[];
}

/** No floor is predicted from fewer differences. */
const FEWEST_ROWS = 2;

/**
 * How far medians lie apart while nothing changes. The differences of a metric's rows are taken as draws around 0, since nothing
 * changed; the floor is what all of so many further rows stay under in 95 % of cases: t · √(Σd²/n) with n degrees of
 * freedom at 0.05 / n two-sided, and at least the largest difference seen.
 */
function floorOf(differences: readonly number[]): number {
  const n = differences.length;
  const deviation = Math.sqrt(differences.reduce((sum, d) => sum + d * d, 0) / n);
  return Math.max(studentQuantile(1 - 0.025 / n, n) * deviation, ...differences.map(Math.abs));
}

/** The floors of a calibration, and whether it was measured as the result that is judged was. */
export function twinFloors([first, second]: TwinRuns, judged: MeasuredResult): TwinFloors {
  const against = compareFingerprints(first.fingerprint, judged.fingerprint);
  const among = compareFingerprints(first.fingerprint, second.fingerprint);
  const differences = [against, among].flatMap((one) => (one.state === "different" ? one.differences : []));
  const later = new Map(second.cells.map((cell) => [cellKey(cell), cell.figures]));
  const byMetric = new Map<string, number[]>();
  for (const cell of first.cells) {
    const other = later.get(cellKey(cell));
    if (cell.figures.kind !== "trials" || other?.kind !== "trials") continue;
    const [was, is] = [middleOf(cell.figures), middleOf(other)];
    if (was === null || is === null || !(was > 0) || !(is > 0)) continue;
    byMetric.set(cell.metric.id, [...(byMetric.get(cell.metric.id) ?? []), Math.log(is / was)]);
  }
  const floors = new Map(
    [...byMetric]
      .filter(([, found]) => found.length >= FEWEST_ROWS)
      .map(([metric, found]) => [metric, floorOf(found)] as const),
  );
  return { floors, differences: [...new Set(differences)] };
}
