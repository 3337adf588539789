// What an alert rule asks: a comparison of series with a number, or that there are none. And how it is written in PromQL.
import { shortestFloat } from "../go/go-float.ts";

export const COMPARATORS = ["==", "!=", ">", "<", ">=", "<="] as const;
export type Comparator = (typeof COMPARATORS)[number];

export type MatchOperator = "=" | "!=" | "=~" | "!~";

/** One condition on a label. A label that a series does not have counts as empty. */
export interface Matcher {
  readonly label: string;
  readonly operator: MatchOperator;
  /** An exact value, or a pattern in the syntax of RE2 that must match the whole value. */
  readonly value: string;
}

/** Which series: those of one metric that all matchers let pass. */
export interface Selector {
  /** Not empty. Names beyond letters, digits, `_` and `:` are written as `{__name__="…"}`. */
  readonly metric: string;
  readonly matchers: readonly Matcher[];
}

/** `comparison`: each series whose value compares so. `absent`: that no series has a value. */
export type Condition =
  | {
      readonly kind: "comparison";
      readonly selector: Selector;
      readonly comparator: Comparator;
      readonly threshold: number;
    }
  | { readonly kind: "absent"; readonly selector: Selector };

/** A PromQL string. PromQL takes the escapes of Go, which include those of JSON. */
function promString(text: string): string {
  return JSON.stringify(text);
}

const PLAIN_METRIC = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;

/** Words that PromQL does not read as the name of a metric. */
const RESERVED = /^(bool|on|ignoring|group_left|group_right|atan2|inf|nan)$/i;

/** Whether a metric's name can stand alone, without `{__name__="…"}`. */
export function isPlainMetric(name: string): boolean {
  return PLAIN_METRIC.test(name) && !RESERVED.test(name);
}

/** A matcher as PromQL. */
export function matcherText({ label, operator, value }: Matcher): string {
  return `${label}${operator}${promString(value)}`;
}

/** A PromQL selector: metric{namespace="agents",pod=~"fleet-n16-.+"}. */
export function selectorText({ metric, matchers }: Selector): string {
  const inside = matchers.map(matcherText);
  const plain = isPlainMetric(metric);
  const all = plain ? inside : [`__name__=${promString(metric)}`, ...inside];
  return `${plain ? metric : ""}${all.length === 0 ? "" : `{${all.join(",")}}`}`;
}

/** Whole numbers in full, as people read them; others as Go writes them. */
function numberText(value: number): string {
  return Number.isSafeInteger(value) && !Object.is(value, -0) ? String(value) : shortestFloat(value);
}

/** A condition as PromQL, which reads it back as the same. */
export function conditionText(condition: Condition): string {
  switch (condition.kind) {
    case "comparison":
      return `${selectorText(condition.selector)} ${condition.comparator} ${numberText(condition.threshold)}`;
    case "absent":
      return `absent(${selectorText(condition.selector)})`;
  }
}

/** Whether a value compares so. NaN is different from everything, and in no order with anything. */
export function compares(value: number, comparator: Comparator, threshold: number): boolean {
  switch (comparator) {
    case "==":
      return value === threshold;
    case "!=":
      return value !== threshold;
    case ">":
      return value > threshold;
    case "<":
      return value < threshold;
    case ">=":
      return value >= threshold;
    case "<=":
      return value <= threshold;
  }
}
