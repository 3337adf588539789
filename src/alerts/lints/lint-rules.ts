// Hints on rules that are valid, and may not do what was meant. Each points at the place in the file.
import type { Hint, Position } from "../fault.ts";
import { durationText } from "../go/duration.ts";
import { shortestFloat } from "../go/go-float.ts";
import { selectorText } from "../grammar/condition.ts";
import { boundsOf } from "../metric-bounds.ts";
import type { LocatedRule } from "../rule-file/read-rule.ts";
import type { LocatedGroup } from "../rule-file/read-rules.ts";
import type { AlertRule } from "../rule.ts";
import { parseTemplate } from "../templates/parse-template.ts";
import { readsValue } from "../templates/template.ts";
import { pairHints } from "./pair-hints.ts";

export interface LintContext {
  /** How often groups are evaluated that do not say it, in ms. */
  readonly intervalMs: number;
  /** Metrics that were ever measured; null where that is not known. */
  readonly seenMetrics: ReadonlySet<string> | null;
}

function hint(at: Position, message: string): Hint {
  return { line: at.line, column: at.column, message };
}

function valueInLabel({ rule, at }: LocatedRule): readonly Hint[] {
  return [...rule.labels].flatMap(([name, text]) => {
    const read = parseTemplate(text);
    if (read.state === "refused" || !readsValue(read.template)) return [];
    const message = `The label ${name} holds $value: each value is an alert of its own, and "for" is never met. Put $value into an annotation.`;
    return [hint(at.labels.get(name) ?? at.rule, message)];
  });
}

function absentWithoutFor({ rule, at }: LocatedRule): readonly Hint[] {
  if (rule.condition.kind !== "absent" || rule.forMs > 0) return [];
  return [hint(at.expr, 'absent(…) without "for" fires at the first gap, also after each restart. Add for: 5m or so.')];
}

function shortFor({ rule, at }: LocatedRule, intervalMs: number): readonly Hint[] {
  if (rule.forMs === 0 || rule.forMs >= 2 * intervalMs) return [];
  const message = `"for" is ${durationText(rule.forMs)}, less than two evaluations of ${durationText(intervalMs)}: one value decides. Take at least ${durationText(2 * intervalMs)}.`;
  return [hint(at.for, message)];
}

function neverSeen({ rule, at }: LocatedRule, seen: ReadonlySet<string> | null): readonly Hint[] {
  const { metric } = rule.condition.selector;
  if (seen === null || seen.has(metric)) return [];
  return [hint(at.expr, `${metric} was never measured, so this rule never had data. Check the name.`)];
}

/** Whether no value between two bounds, or every one of them, makes a rule fire. */
function verdictOfBounds({ condition }: AlertRule, least: number, most: number): "never" | "always" | null {
  if (condition.kind === "absent") return null;
  const { comparator, threshold } = condition;
  if (Number.isNaN(threshold)) return comparator === "!=" ? "always" : "never";
  switch (comparator) {
    case ">":
      return threshold >= most ? "never" : threshold < least ? "always" : null;
    case ">=":
      return threshold > most ? "never" : threshold <= least ? "always" : null;
    case "<":
      return threshold <= least ? "never" : threshold > most ? "always" : null;
    case "<=":
      return threshold < least ? "never" : threshold >= most ? "always" : null;
    case "==":
      return threshold < least || threshold > most ? "never" : null;
    case "!=":
      return threshold < least || threshold > most ? "always" : null;
  }
}

function impossible({ rule, at }: LocatedRule): readonly Hint[] {
  const { condition } = rule;
  if (condition.kind === "absent") return [];
  const bounds = boundsOf(condition.selector.metric);
  const verdict = verdictOfBounds(rule, bounds?.least ?? -Infinity, bounds?.most ?? Infinity);
  if (verdict === null) return [];
  const { metric } = condition.selector;
  const range =
    bounds === null
      ? ""
      : `: ${metric} is ${bounds.unit}${bounds.most === Infinity ? " and never below 0" : `, from ${bounds.least} to ${bounds.most}`}`;
  const said = `${condition.comparator} ${shortestFloat(condition.threshold)}`;
  return [hint(at.expr, `${selectorText(condition.selector)} ${said} is ${verdict} true${range}. Check the unit.`)];
}

/** All hints on the rules of one file, in the order of their places. */
export function lintRules(groups: readonly LocatedGroup[], { intervalMs, seenMetrics }: LintContext): readonly Hint[] {
  const single = groups.flatMap((group) =>
    group.located.flatMap((located) => [
      ...valueInLabel(located),
      ...absentWithoutFor(located),
      ...shortFor(located, group.intervalMs ?? intervalMs),
      ...neverSeen(located, seenMetrics),
      ...impossible(located),
    ]),
  );
  return [...single, ...pairHints(groups)].sort((a, b) => a.line - b.line || a.column - b.column);
}
