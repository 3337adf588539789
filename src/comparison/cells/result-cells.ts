// Makes a result comparable: its environment as facts, and every judged measure of every row with the values of its samples.
import { isValid } from "../../measurement/run/sample.ts";
import type { CellFigures, ComparedCell } from "../../regression/compared-cell.ts";
import type { MeasuredResult } from "../../regression/comparison.ts";
import type { Fact } from "../../regression/fact.ts";
import type { Metric } from "../../regression/metric.ts";
import type { RowKey } from "../../regression/row-key.ts";
import { experimentOf, measuredOn } from "../../results/experiment.ts";
import type { Environment, Result } from "../../results/format/result.ts";
import type { Measure, Unit } from "../../scenarios/contract/measure.ts";
import { clockBoundUs, type Row, type RowFigure } from "../../scenarios/contract/rows.ts";
import type { Experiment } from "../../scenarios/contract/experiment.ts";
import { median } from "../../statistics/summary.ts";
import { numberWord } from "../../words/number-word.ts";
import { follows, same } from "../../regression/fact.ts";

/** The fact that names the scenario. */
export const SCENARIO_FACT = "scenario";

/** What must agree before figures are compared. */
function factsOf(experiment: Experiment, environment: Environment): Fact[] {
  const { cores, low, high } = environment.parallelCapacity;
  const { kind, version } = experiment.scenario;
  return [
    same("measured by", "Headroom"),
    same(SCENARIO_FACT, `${kind}, version ${version}`),
    same("engine version", environment.engineVersion),
    same("browser", environment.browser),
    same("platform", environment.platform),
    same("isolated", environment.isolated ? "yes" : "no"),
    same("cores", String(environment.hardwareConcurrency)),
    ...experiment.fingerprint,
    follows("workers", String(environment.workers)),
    follows("transport", environment.transport ?? "none"),
    { kind: "interval", name: "parallel capacity C", value: cores, low, high },
  ];
}

/** What must agree with another result before figures of both are compared. */
export function fingerprintOf(result: Result): readonly Fact[] {
  return factsOf(experimentOf(result), result.environment);
}

function unitText(unit: Unit): string | null {
  switch (unit) {
    case "op/s":
    case "µs":
    case "B":
      return unit;
    case "share":
    case "count":
      return null;
  }
}

function metricOf({ id, label, unit, better, of }: Measure): Metric {
  return { id, label, unit: unitText(unit), better, ...(of === "row" ? { isDerived: true } : {}) };
}

/** Why the clock does not resolve a figure, or null. */
function belowClock(measure: Measure, values: readonly number[], timerStepUs: number): string | null {
  const judged = [median(values) ?? 0, ...values.filter((value) => value <= 0)];
  const bound = judged.map((value) => clockBoundUs(measure, value, timerStepUs)).find((one) => one !== null);
  if (bound === undefined || bound === null) return null;
  const steps = numberWord(measure.floor?.timerSteps ?? 0);
  return `below ${steps} steps of the clock (${Number(bound.toPrecision(3))} µs)`;
}

function knownFigures(
  measure: Measure,
  { values, estimate, yardstickDeviation }: Extract<RowFigure, { readonly state: "known" }>,
  timerStepUs: number,
): CellFigures | null {
  // Counted, or nothing: a share of nothing is no ratio.
  if (values.length === 0) return estimate.median > 0 ? { kind: "exact", value: estimate.median } : null;
  const unresolved = belowClock(measure, values, timerStepUs);
  if (unresolved !== null) return { kind: "withheld", reason: unresolved };
  return { kind: "trials", values, yardstickDeviation };
}

/** What a row says of a measure; null where it was not measured, so that it is missed where the other side has it. */
function figuresOf(measure: Measure, row: Row, result: Result): CellFigures | null {
  const figure = row.figures[measure.id];
  if (figure === undefined) return null;
  if (figure.state === "known") return knownFigures(measure, figure, result.environment.timerStepUs);
  const isWithheld = result.samples
    .filter(isValid)
    .some(({ at, figures }) => at === row.at && figures[measure.id] === null);
  if (!isWithheld) return null;
  const opsLeast = measure.floor?.ops;
  const reason = opsLeast === undefined ? figure.reason : `under ${opsLeast.toLocaleString("en-US")} ops in a trial`;
  return { kind: "withheld", reason };
}

/** Cells of the measures that are judged, row by row. What is the same in every row comes once, in the end. */
export function measuredOf(result: Result): MeasuredResult {
  const experiment = experimentOf(result);
  const { axis } = experiment.scenario;
  const judged = experiment.measures.filter(({ better }) => better !== null);
  // Intervals are not compared, so none is resampled.
  const rows = experiment.rowsOf(result.samples, measuredOn(result.environment), true);
  const cellsOf = (row: RowKey, at: Row, measures: readonly Measure[]): ComparedCell[] =>
    measures.flatMap((measure) => {
      const figures = figuresOf(measure, at, result);
      return figures === null ? [] : [{ row, metric: metricOf(measure), figures }];
    });
  const ofRows = judged.filter(({ of }) => of !== "run");
  const ofRun = judged.filter(({ of }) => of === "run");
  const [first] = rows;
  return {
    fingerprint: factsOf(experiment, result.environment),
    cells: [
      ...rows.flatMap((row) => cellsOf({ kind: "point", axis: axis.id, at: row.at }, row, ofRows)),
      ...(first === undefined ? [] : cellsOf({ kind: "whole", axis: axis.id }, first, ofRun)),
    ],
  };
}
