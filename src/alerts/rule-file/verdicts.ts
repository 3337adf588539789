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

/** The absent(…) rules that go with verdicts, as they are written. */
function madeFor(rules: readonly AlertRule[]): ReadonlySet<string> {
  const absences = rules.flatMap((rule) => (rule.onNoData === "resolve" ? null : absenceRule(rule)) ?? []);
  return new Set(absences.map(written));
}

/** The rules as they were before rulesText wrote them. Rules of other files stay as they are. */
export function withVerdicts<Group extends RuleGroup>(groups: readonly Group[]): readonly Group[] {
  return groups.map((group) => {
    const rules = group.rules.map(withVerdict);
    const made = madeFor(rules);
    return { ...group, rules: rules.filter((rule) => !made.has(written(rule))) };
  });
}

/** Each rule of a group with its verdict; null for those that were made for another one's. */
export function verdictsOf({ rules }: RuleGroup): readonly (AlertRule | null)[] {
  const all = rules.map(withVerdict);
  const made = madeFor(all);
  return all.map((rule) => (made.has(written(rule)) ? null : rule));
}
