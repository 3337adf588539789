// Hints on two rules that ask the same, or contradict each other.
import type { Hint } from "../fault.ts";
import { conditionText, selectorText } from "../grammar/condition.ts";
import type { LocatedRule } from "../rule-file/read-rule.ts";
import type { LocatedGroup } from "../rule-file/read-rules.ts";

/** Severities from the mildest on, as far as their names have an order. */
const SEVERITIES = ["info", "warning", "error", "critical"];

function severityOf({ rule }: LocatedRule): string {
  return rule.labels.get("severity") ?? "";
}

function rank(located: LocatedRule): number | null {
  const at = SEVERITIES.indexOf(severityOf(located).toLowerCase());
  return at < 0 ? null : at;
}

function same({ rule: a }: LocatedRule, { rule: b }: LocatedRule): string | null {
  if (conditionText(a.condition) !== conditionText(b.condition)) return null;
  const [mine, other] = [a.labels.get("severity"), b.labels.get("severity")];
  const why =
    mine === other
      ? "the same condition"
      : `the same condition with the severity ${mine ?? "none"} in place of ${other ?? "none"}`;
  return `${JSON.stringify(a.name)} has ${why} as ${JSON.stringify(b.name)}. Keep one.`;
}

/** The severer of two rules fires first, so that the milder one never warns of it. */
function reversed(a: LocatedRule, b: LocatedRule): string | null {
  const [first, second] = [a.rule.condition, b.rule.condition];
  if (first.kind === "absent" || second.kind === "absent") return null;
  const direction = first.comparator.charAt(0);
  if (direction !== second.comparator.charAt(0) || (direction !== ">" && direction !== "<")) return null;
  const [mine, other] = [rank(a), rank(b)];
  if (mine === null || other === null || mine === other || first.threshold === second.threshold) return null;
  const [severe, mild] = mine > other ? [first, second] : [second, first];
  const firesFirst = direction === ">" ? severe.threshold < mild.threshold : severe.threshold > mild.threshold;
  if (!firesFirst) return null;
  const [severer, milder] = mine > other ? [a, b] : [b, a];
  return `${JSON.stringify(severer.rule.name)} (${severityOf(severer)}) fires before ${JSON.stringify(milder.rule.name)} (${severityOf(milder)}) of the same series. Check the thresholds.`;
}

/** Each rule against those before it that read the same series. */
export function pairHints(groups: readonly LocatedGroup[]): readonly Hint[] {
  const before = new Map<string, LocatedRule[]>();
  return groups
    .flatMap(({ located }) => located)
    .flatMap((one) => {
      const key = selectorText(one.rule.condition.selector);
      const others = before.get(key) ?? [];
      before.set(key, [...others, one]);
      // The nearest of many: a file with a thousand rules on one series is told once for each.
      const messages = others.slice(-10).flatMap((other) => same(one, other) ?? reversed(one, other) ?? []);
      const { line, column } = one.at.expr;
      return messages.slice(0, 1).map((message) => ({ line, column, message }));
    });
}
