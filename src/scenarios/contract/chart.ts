// The pictures of a run, as a scenario declares them.
import type { Sample } from "../../measurement/run/sample.ts";
import type { Unit } from "./measure.ts";
import type { MeasuredOn, Row } from "./rows.ts";

/** One measure over the points, beside references. */
export interface Curve {
  readonly kind: "curve";
  readonly measure: string;
  readonly title: string;
  readonly limit: Limit | null;
  /** Draws the measure times the point over a number, in a unit of its own: an efficiency times N is a speed-up. */
  readonly timesPoint?: { readonly unit: string; readonly over: number };
}

/** A picture of a run. */
export type Chart =
  | Curve
  /** How several measures of one unit respond to the points, with a limit, and points that failed marked. */
  | {
      readonly kind: "response";
      readonly measures: readonly string[];
      readonly title: string;
      /** Of what is drawn: durations are drawn in ms. */
      readonly unit: string;
      /** What it will show, while there is nothing yet. */
      readonly empty: string;
      /** The limit in µs; null where there is none. */
      readonly limitUs: number | null;
    }
  /** One measure in small pictures with the same axes beside each other, each with the same lines: where rows differ in several things. */
  | {
      readonly kind: "multiples";
      readonly measure: string;
      readonly title: string;
      /** What it will show, while there is nothing yet. */
      readonly empty: string;
      /** What goes across. */
      readonly across: string;
      readonly panels: readonly string[];
      readonly lines: readonly string[];
      /** Where the row of a point stands; nowhere, or in several pictures where they share it. */
      placesOf(at: number): readonly Place[];
    }
  /** One ratio of each row as a bar from 1, where rows are no scale: with its interval, on a logarithmic axis. */
  | {
      readonly kind: "bars";
      readonly measure: string;
      readonly title: string;
      /** Of the ratio, such as "times as fast as without". */
      readonly unit: string;
      /** What it will show, while there is nothing yet. */
      readonly empty: string;
    }
  /** How single ops spread, from the distributions of the samples, with measures of the rows marked on it, such as percentiles. */
  | {
      readonly kind: "distribution";
      readonly of: string;
      readonly title: string;
      /** Of what it shows shares, such as "share of ops". */
      readonly unit: string;
      /** Marked, in the unit of the distribution. */
      readonly marked: readonly string[];
    }
  /** Single samples in the order of a run: a line for each of several series. */
  | {
      readonly kind: "trace";
      readonly title: string;
      /** What goes across. */
      readonly across: string;
      readonly unit: Unit;
      /** What it will show, while there is nothing yet. */
      readonly empty: string;
      linesOf(samples: readonly Sample[]): readonly TraceLine[];
    };

/** A line of a trace, its points ascending. */
export interface TraceLine {
  readonly name: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

/** Where a row stands in a chart of several. */
export interface Place {
  /** Heading of its picture. */
  readonly panel: string;
  readonly line: string;
  /** How far across. */
  readonly x: number;
}

/** What the machine allows at a point, drawn as a line; null where it is not known. */
export type Limit = (rows: readonly Row[], on: MeasuredOn) => ((at: number) => number) | null;
