// The comparison of a result with its baseline: every row and metric judged together.
import { holmAdjusted } from "../statistics/holm.ts";
import { type CellFigures, cellKey, type ComparedCell, isImplied } from "./compared-cell.ts";
import { type Evidence, middleOf, untested } from "./evidence.ts";
import { evidenceOf } from "./evidence-of-cell.ts";
import { compareFingerprints, type Fingerprint } from "./fingerprint.ts";
import type { Metric } from "./metric.ts";
import { floorOfDeviation, metricDeviations } from "./noise-floor.ts";
import type { RowKey } from "./row-key.ts";
import { evidenceOfSessions } from "./sessions.ts";
import { type TwinRuns, twinFloors } from "./twin-runs.ts";
import { NO_FIGURES, type Verdict, verdictOf } from "./verdict.ts";

/** A result as far as it is compared. No two cells have the same row and metric. */
export interface MeasuredResult {
  readonly fingerprint: Fingerprint;
  readonly cells: readonly ComparedCell[];
}

export interface JudgedCell {
  readonly row: RowKey;
  readonly metric: Metric;
  readonly outcome: Verdict;
}

export interface JudgedComparison {
  /** In the order of the baseline. */
  readonly cells: readonly JudgedCell[];
  /** Why the whole is not comparable; empty where it is. */
  readonly differences: readonly string[];
  /** Facts of the environment that one side does not record. */
  readonly unknown: readonly string[];
  /** Rows and metrics that only the current result has. */
  readonly onlyInCurrent: readonly Pick<JudgedCell, "row" | "metric">[];
  /** How many significance tests were made. */
  readonly tests: number;
  /** Why the calibration does not count; empty where it does, or there is none. */
  readonly calibrationDifferences: readonly string[];
}

export interface ComparisonOptions {
  /** A noise floor known otherwise, for every metric, as a share; null where there is none. */
  readonly declaredFloor: number | null;
  /** Two runs of one configuration, whose differences are noise; null where only the repeats tell. */
  readonly calibration: TwinRuns | null;
  /** Why nothing may be concluded whatever the environments are, such as a disturbed machine; empty where something may. */
  readonly refusals?: readonly string[];
}

interface Pair {
  readonly cell: ComparedCell;
  readonly baseline: readonly CellFigures[];
  readonly current: CellFigures | null;
}

/** Withheld, or not stated, on all sides: there is nothing to compare, and nothing went missing. */
function saysNothing(figures: readonly (CellFigures | null)[]): boolean {
  return figures.every((one) => one === null || one.kind === "withheld" || isImplied(one));
}

function pairsOf(baselines: readonly MeasuredResult[], current: MeasuredResult): Pair[] {
  const now = new Map(current.cells.map((cell) => [cellKey(cell), cell.figures]));
  const pairs = new Map<string, { cell: ComparedCell; baseline: CellFigures[]; current: CellFigures | null }>();
  for (const { cells } of baselines) {
    for (const cell of cells) {
      const key = cellKey(cell);
      const known = pairs.get(key);
      if (known === undefined) pairs.set(key, { cell, baseline: [cell.figures], current: now.get(key) ?? null });
      else known.baseline.push(cell.figures);
    }
  }
  return [...pairs.values()].filter(({ baseline, current: figures }) => !saysNothing([...baseline, figures]));
}

function evidenceOfPair({ cell, baseline, current }: Pair): Evidence | null {
  if (current === null) return null;
  const { metric } = cell;
  const [first] = baseline;
  if (first === undefined) return null;
  const { better } = metric;
  if (better === null) {
    const reason = `whether higher or lower is better was not declared for ${metric.label}`;
    return untested(middleOf(first), middleOf(current), reason);
  }
  const isExact = [...baseline, current].every(({ kind }) => kind === "exact");
  const directed = { ...metric, better };
  if (baseline.length === 1 || isExact) return evidenceOf(first, current, directed);
  return evidenceOfSessions(baseline, current, directed);
}

function allDifferences(baselines: readonly MeasuredResult[], current: MeasuredResult) {
  const differences = new Set<string>();
  const unknown = new Set<string>();
  for (const [n, baseline] of baselines.entries()) {
    const compared = compareFingerprints(baseline.fingerprint, current.fingerprint);
    if (compared.state === "comparable") for (const fact of compared.unknown) unknown.add(fact);
    else for (const difference of compared.differences) differences.add(difference);
    const first = baselines[0];
    if (n === 0 || first === undefined) continue;
    const among = compareFingerprints(first.fingerprint, baseline.fingerprint);
    if (among.state === "different") {
      for (const difference of among.differences) differences.add(`between baseline 1 and ${n + 1}, ${difference}`);
    }
  }
  return { differences: [...differences], unknown: [...unknown] };
}

function noiseOf(results: readonly MeasuredResult[]): ReadonlyMap<string, number> {
  const largest = new Map<string, number>();
  for (const { cells } of results) {
    for (const [id, deviation] of metricDeviations(cells)) largest.set(id, Math.max(deviation, largest.get(id) ?? 0));
  }
  return largest;
}

/**
 * Judges every row and metric of the baseline.
 * @param baselines one result, or several sessions of it; at least one
 */
export function compareResults(
  baselines: readonly MeasuredResult[],
  current: MeasuredResult,
  options: ComparisonOptions = { declaredFloor: null, calibration: null },
): JudgedComparison {
  const pairs = pairsOf(baselines, current);
  const { differences: found, unknown } = allDifferences(baselines, current);
  const differences = [...found, ...(options.refusals ?? [])];
  const calibrated = options.calibration === null ? null : twinFloors(options.calibration, current);
  const calibrationDifferences = calibrated?.differences ?? [];
  const floors = calibrationDifferences.length === 0 ? calibrated?.floors : undefined;
  const known = new Set(pairs.map(({ cell }) => cellKey(cell)));
  const onlyInCurrent = current.cells
    .filter((cell) => !saysNothing([cell.figures]) && !known.has(cellKey(cell)))
    .map(({ row, metric }) => ({ row, metric }));
  if (differences.length > 0) {
    const cells = pairs.map(({ cell: { row, metric }, baseline, current: now }): JudgedCell => {
      const [first] = baseline;
      const figures = {
        ...NO_FIGURES,
        baseline: first === undefined ? null : middleOf(first),
        current: now === null ? null : middleOf(now),
      };
      return { row, metric, outcome: { verdict: "not-comparable", differences, figures } };
    });
    return { cells, differences, unknown, onlyInCurrent, tests: 0, calibrationDifferences };
  }
  const judged = pairs.map((pair) => ({ pair, evidence: evidenceOfPair(pair) }));
  const tested = judged.filter(({ evidence }) => evidence?.state === "tested");
  const ps = tested.map(({ evidence }) => (evidence?.state === "tested" ? evidence.p : 1));
  const adjusted = new Map(holmAdjusted(ps).map((p, n) => [tested[n]?.pair, p]));
  // Between sessions the prediction interval holds their noise, and the spread of their trials would count it twice; how
  // disturbed the judged session is, none of them predicts.
  const noise = noiseOf(baselines.length === 1 ? [...baselines, current] : [current]);
  const cells = judged.map(({ pair, evidence }): JudgedCell => {
    const { row, metric } = pair.cell;
    if (evidence === null) {
      const [first] = pair.baseline;
      const figures = { ...NO_FIGURES, baseline: first === undefined ? null : middleOf(first) };
      return { row, metric, outcome: { verdict: "missing", reason: "the current result does not have it", figures } };
    }
    const deviation = noise.get(metric.id);
    const measured = deviation === undefined ? 0 : floorOfDeviation(deviation);
    const metricNoise = Math.max(measured, Math.log1p(options.declaredFloor ?? 0), floors?.get(metric.id) ?? 0);
    const adjustedP = adjusted.get(pair) ?? 1;
    return { row, metric, outcome: verdictOf(evidence, metric, { adjustedP, tests: tested.length, metricNoise }) };
  });
  return { cells, differences, unknown, onlyInCurrent, tests: tested.length, calibrationDifferences };
}
