// A figure that a scenario measures, declared once: tables, charts, files, links, verdicts and the terminal read this.

export type Unit = "op/s" | "µs" | "B" | "share" | "count";

/** What a result keeps of a measure, so that a reader that does not know its scenario can still show a table. */
export interface KeptMeasure {
  /** Unique in its scenario; figures are kept under it. Once used it is never given to something else. */
  readonly id: string;
  /** In lower case, as it is written in a sentence. */
  readonly label: string;
  readonly unit: Unit;
  /** Which way is better; null where neither is, so that it is not judged. */
  readonly better: "higher" | "lower" | null;
}

export interface Measure extends KeptMeasure {
  /** What it means, in one or two sentences. */
  readonly help: string;
  /**
   * Withheld under so many ops in a window, or so many steps of the clock; null where neither bounds it. With 0 steps a duration is a mean
   * of so many that the clock's step does not show, and is printed however short it is.
   */
  readonly floor: { readonly ops?: number; readonly timerSteps?: number } | null;
  /** How people say a share: as a percentage; as times as much; as what is saved, and beyond twice as much in times. */
  readonly said: "percent" | "times" | "saved";
  /** Where people see it: a column of the table, the breakdown of where time went, or files alone. */
  readonly place: "table" | "breakdown" | "file";
  /** `sample`: each window has it. `row`: the scenario derives it for a row, such as an efficiency. `run`: the same in every row. */
  readonly of: "sample" | "row" | "run";
  /** Heads its column where the label is too long for that; null where it is not. */
  readonly heading: string | null;
  /** Whether a row shows how sure it is. */
  readonly interval: boolean;
}

/** @returns the part of a measure that a result keeps */
export function keptMeasure({ id, label, unit, better }: Measure): KeptMeasure {
  return { id, label, unit, better };
}

const plain = {
  said: "percent",
  better: null,
  floor: null,
  place: "table",
  of: "sample",
  heading: null,
  interval: false,
} as const;

/** A measure with what is usual left out: not judged, never withheld, a column, from samples, without an interval. */
export function measure(own: Pick<Measure, "id" | "label" | "unit" | "help"> & Partial<Measure>): Measure {
  return { ...plain, ...own };
}
