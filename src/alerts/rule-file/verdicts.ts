// Reads the verdicts on missing data out of rules that Headroom once exported: its annotation, and the absent(…) rule that goes with it.
import { absenceRule, NO_DATA_ANNOTATION } from "../no-data-rule.ts";
import { prometheusAlert } from "../prometheus-rules.ts";
import { type AlertRule, NO_DATA_VERDICTS, type RuleGroup } from "../rule.ts";

function withVerdict(rule: AlertRule): AlertRule {
  const onNoData = NO_DATA_VERDICTS.find((one) => one === rule.annotations.get(NO_DATA_ANNOTATION));
  if (onNoData === undefined) return rule;
  const annotations = new Map([...rule.annotations].filter(([name]) => name !== NO_DATA_ANNOTATION));
  return { ...rule, annotations, onNoData };
}

function written(rule: AlertRule): string {
  return JSON.stringify(prometheusAlert(rule));
}

/** The rules as they were before rulesText wrote them. Rules of other files stay as they are. */
export function withVerdicts<Group extends RuleGroup>(groups: readonly Group[]): readonly Group[] {
  return groups.map((group) => {
    const rules = group.rules.map(withVerdict);
    const absences = rules.flatMap((rule) => (rule.onNoData === "resolve" ? null : absenceRule(rule)) ?? []);
    const made = new Set(absences.map(written));
    return { ...group, rules: rules.filter((rule) => !made.has(written(rule))) };
  });
}
