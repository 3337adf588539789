// What a unit-test file of promtool says, read: series with values, and which alerts must fire when.
import type { Position } from "../fault.ts";
import type { Labels } from "../grammar/labels.ts";
import type { SeriesValues } from "./series-values.ts";

interface ExpectedAlert {
  /** Without alertname. */
  readonly labels: ReadonlyMap<string, string>;
  readonly annotations: ReadonlyMap<string, string>;
}

/** Exactly these alerts of one name fire at a time. */
export interface AlertCase {
  readonly at: Position;
  readonly evalMs: number;
  readonly alertname: string;
  readonly expected: readonly ExpectedAlert[];
}

/** An expression gives exactly these samples at a time. */
export interface ExpressionCase {
  readonly at: Position;
  readonly evalMs: number;
  readonly expr: string;
  readonly expected: readonly { readonly labels: Labels; readonly value: number }[];
}

export interface InputSeries {
  readonly labels: Labels;
  readonly values: SeriesValues;
}

export interface UnitTest {
  readonly at: Position;
  readonly name: string;
  /** Between two values of a series, in ms. */
  readonly intervalMs: number;
  readonly series: readonly InputSeries[];
  readonly alertCases: readonly AlertCase[];
  readonly expressionCases: readonly ExpressionCase[];
  readonly externalLabels: Labels;
  readonly externalUrl: string;
  /** Metrics with native histograms, which are not read here. */
  readonly unread: ReadonlySet<string>;
}

export interface UnitTestFile {
  /** Paths and globs, beside the file. */
  readonly ruleFiles: readonly string[];
  readonly evaluationIntervalMs: number;
  /** Names of groups that are evaluated in this order. */
  readonly groupOrder: readonly string[];
  readonly fuzzyCompare: boolean;
  readonly tests: readonly UnitTest[];
}
