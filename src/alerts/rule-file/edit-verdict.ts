// Changes one rule's verdict on missing data in the text of its rule file. Everything else in the text stays, comments too.
import { isMap, isSeq, parseDocument, YAMLMap, type YAMLSeq } from "yaml";
import { absenceRule, NO_DATA_ANNOTATION } from "../no-data-rule.ts";
import { prometheusAlert } from "../prometheus-rules.ts";
import type { AlertRule, NoDataVerdict, RuleGroup } from "../rule.ts";
import { readRules } from "./read-rules.ts";
import { verdictsOf, withVerdicts } from "./verdicts.ts";
import { rulesText, withoutCounterpart } from "./write-rules.ts";

/** Of a rule among those of its file that were written by a person, from 0. */
interface Place {
  readonly group: number;
  /** Among all rules of the group's text. */
  readonly rule: number;
  readonly hasAbsence: boolean;
}

function placeOf(groups: readonly RuleGroup[], at: number): Place | null {
  let seen = -1;
  for (const [group, one] of groups.entries()) {
    const verdicts = verdictsOf(one);
    for (const [rule, verdict] of verdicts.entries()) {
      if (verdict !== null) seen += 1;
      if (verdict !== null && seen === at) return { group, rule, hasAbsence: verdicts[rule + 1] === null };
    }
  }
  return null;
}

function changed(groups: readonly RuleGroup[], at: number, onNoData: NoDataVerdict): readonly RuleGroup[] {
  let seen = -1;
  return groups.map((group) => ({
    ...group,
    rules: group.rules.map((rule): AlertRule => {
      seen += 1;
      return seen === at ? { ...rule, onNoData } : rule;
    }),
  }));
}

function annotate(rule: YAMLMap, verdict: NoDataVerdict): void {
  const annotations = rule.get("annotations");
  if (verdict !== "resolve") {
    if (!isMap(annotations)) rule.set("annotations", new YAMLMap());
    rule.setIn(["annotations", NO_DATA_ANNOTATION], verdict);
  } else if (isMap(annotations)) {
    annotations.delete(NO_DATA_ANNOTATION);
    if (annotations.items.length === 0) rule.delete("annotations");
  }
}

function same(groups: readonly RuleGroup[], others: readonly RuleGroup[]): boolean {
  return rulesText(groups) === rulesText(others);
}

/**
 * @param text a rule file without faults
 * @param at the rule's place among those that withVerdicts gives, over all groups
 * @returns the text with the verdict. Where its YAML shares parts between rules, so that one cannot be changed alone, all of it is written again.
 */
export function withVerdictText(text: string, at: number, verdict: NoDataVerdict): string {
  const { groups } = readRules(text);
  const before = withVerdicts(groups);
  const after = changed(before, at, verdict);
  const rewritten = rulesText(after);
  const place = placeOf(groups, at);
  const document = parseDocument(text, { schema: "failsafe" });
  const rules = place === null ? null : document.getIn(["groups", place.group, "rules"]);
  if (place === null || !isSeq(rules)) return rewritten;
  const node = rules.get(place.rule);
  const rule = after.flatMap((group) => group.rules)[at];
  if (!isMap(node) || rule === undefined) return rewritten;
  annotate(node, verdict);
  if (place.hasAbsence) rules.delete(place.rule + 1);
  const absence = verdict === "resolve" ? null : absenceRule(rule);
  if (absence !== null) insert(rules, place.rule + 1, document.createNode(prometheusAlert(absence)));
  const stale = new Set(withoutCounterpart(before).map((line) => ` ${line}`));
  const kept = (document.commentBefore ?? "").split("\n").filter((line) => line !== "" && !stale.has(line));
  document.commentBefore = [...withoutCounterpart(after).map((line) => ` ${line}`), ...kept].join("\n") || null;
  const edited = document.toString({ lineWidth: 0 });
  const again = readRules(edited);
  return again.faults.length === 0 && same(withVerdicts(again.groups), after) ? edited : rewritten;
}

function insert(rules: YAMLSeq, at: number, node: unknown): void {
  rules.items.splice(at, 0, node);
}
