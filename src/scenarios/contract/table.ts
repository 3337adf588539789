// The table of a run as texts: the same on the page, in a chart's tooltip and in the terminal.
import type { Status } from "../../scaling/status.ts";
import {
  type BytesUnit,
  bytesUnitOf,
  formatBytesInColumn,
  formatComputed,
  formatCount,
  formatMeasured,
  formatPercent,
  formatTimes,
  MISSING,
} from "../../words/format.ts";
import { type DurationUnit, durationUnitOf, formatDuration } from "../../words/format-duration.ts";
import type { Measure, Unit } from "./measure.ts";
import { type MeasuredOn, middleOf, type Row, type RowFigure } from "./rows.ts";
import type { Experiment } from "./experiment.ts";

interface TableColumn {
  /** The measure's id. */
  readonly id: string;
  readonly label: string;
  /** Null where values carry none. */
  readonly unit: string | null;
  readonly help: string;
}

export interface CellText {
  readonly text: string;
  /** In smaller type beside it, such as an interval. */
  readonly detail?: string;
  /** Why a value is missing. */
  readonly reason?: string;
}

export interface TableRow {
  readonly at: number;
  /** What the first column says. */
  readonly head: string;
  readonly cells: Readonly<Record<string, CellText>>;
  readonly status: Status | null;
}

export interface Table {
  /** Heading of the first column. */
  readonly axis: { readonly label: string; readonly help: string };
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** What a row's status is judged by; null where rows have none. */
  readonly statusHelp: string | null;
  /** Heading of the column that it judges; null where it judges no single one. */
  readonly statusOf: string | null;
}

/** How a column is written: durations in one unit for all columns, so that they compare at a glance, unless one is far longer; bytes in each column's own. */
interface Units {
  readonly duration: DurationUnit;
  readonly bytes: BytesUnit;
  readonly timerStepUs: number;
}

function middlesOf(rows: readonly Row[], id: string): number[] {
  return rows.flatMap((row) => middleOf(row, id) ?? []);
}

/** From here on digits before the point say no more, and a column has a larger unit than the others. */
const LONG_FROM_US = 10_000;

/** Whether a column is of far longer durations than the common unit is for. */
function isFar(own: DurationUnit, common: DurationUnit, middlesUs: readonly number[]): boolean {
  const shortest = Math.min(...middlesUs.filter((value) => value > 0));
  return common === "µs" && own !== common && shortest >= LONG_FROM_US;
}

/** @returns the units of each measure, by its id */
function unitsOf(
  measures: readonly Measure[],
  rows: readonly Row[],
  { timerStepUs }: MeasuredOn,
): (id: string) => Units {
  const durations = measures.filter(({ unit }) => unit === "µs").flatMap(({ id }) => middlesOf(rows, id));
  const common = durationUnitOf(durations);
  return (id) => {
    const middles = middlesOf(rows, id);
    const own = durationUnitOf(middles);
    return { duration: isFar(own, common, middles) ? own : common, bytes: bytesUnitOf(middles), timerStepUs };
  };
}

function unitText(unit: Unit, units: Units): string | null {
  switch (unit) {
    case "op/s":
      return unit;
    case "µs":
      return units.duration;
    case "B":
      return units.bytes;
    case "share":
    case "count":
      return null;
  }
}

function shareText(said: Measure["said"], share: number): string {
  switch (said) {
    case "percent":
      return formatPercent(share);
    case "times":
      return formatTimes(share).replace(" times", "×");
    case "saved":
      return share < -1 ? `${formatTimes(1 - share)} as much` : formatPercent(share);
  }
}

/** What is less is told as less: its digits would be lost behind zeros. */
const LEAST_COUNT = 0.0001;

function figureText({ unit, said }: Pick<Measure, "unit" | "said">, value: number, units: Units): string {
  switch (unit) {
    case "op/s":
      return formatMeasured(value);
    case "µs":
      return formatDuration(value, units.duration, units.timerStepUs);
    case "B":
      return formatBytesInColumn(value, units.bytes);
    case "share":
      return shareText(said, value);
    case "count":
      if (value > 0 && value < LEAST_COUNT) return `< ${LEAST_COUNT}`;
      return Number.isInteger(value) ? formatCount(value) : formatComputed(value);
  }
}

function cellOf(measure: Measure, figure: RowFigure | undefined, all: Units): CellText {
  if (figure === undefined) return { text: MISSING, reason: "This row does not have it." };
  if (figure.state === "missing") return { text: MISSING, reason: figure.reason };
  const { median, interval } = figure.estimate;
  const units = measure.floor?.timerSteps === 0 ? { ...all, timerStepUs: 0 } : all;
  const text = figureText(measure, median, units);
  if (interval === null) return { text };
  const [low, high] = [interval.low, interval.high].map((value) => figureText(measure, value, units));
  if (low === high) return { text };
  // Between two signs a dash would be read as a third.
  return { text, detail: interval.low < 0 ? `${low} to ${high}` : `${low}–${high}` };
}

/** "p50 latency" → "P50 latency" would be wrong: only words begin with a capital. */
function headingOf(label: string): string {
  return /^[a-z]+\b/.test(label) && !/^p\d/.test(label) ? label.charAt(0).toUpperCase() + label.slice(1) : label;
}

/** Which measures a table has: its own columns, the breakdown of where time went, or what of that was counted and not timed. */
type TablePlace = "table" | "breakdown" | "counted-breakdown";

function isIn({ place, unit }: Measure, asked: TablePlace): boolean {
  return asked === "counted-breakdown" ? place === "breakdown" && (unit === "count" || unit === "B") : place === asked;
}

/** @param place which of the measures */
export function tableOf(
  experiment: Experiment,
  rows: readonly Row[],
  on: MeasuredOn,
  place: TablePlace = "table",
): Table {
  const measures = experiment.measures.filter((measure) => isIn(measure, place));
  const units = unitsOf(measures, rows, on);
  const { axis } = experiment.scenario;
  return {
    axis,
    columns: measures.map(({ id, label, heading, unit, help }) => ({
      id,
      label: heading ?? headingOf(label),
      unit: unitText(unit, units(id)),
      help,
    })),
    rows: rows.map(({ at, figures, status }) => ({
      at,
      head: axis.format(at),
      cells: Object.fromEntries(
        measures.map((measure) => [measure.id, cellOf(measure, figures[measure.id], units(measure.id))]),
      ),
      status,
    })),
    statusHelp: place === "table" ? experiment.statusHelp : null,
    statusOf: experiment.statusOf ?? null,
  };
}

/** One figure with its unit, such as a target beside it. */
export function figureWithUnit(unit: Unit, value: number, timerStepUs: number): string {
  const units = { duration: durationUnitOf([value]), bytes: bytesUnitOf([value]), timerStepUs };
  const written = unitText(unit, units);
  return `${figureText({ unit, said: "percent" }, value, units)}${written === null ? "" : ` ${written}`}`;
}
