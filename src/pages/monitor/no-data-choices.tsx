// What each rule does while it has no data: choices that change the rules' text, which is the one place where it stands.
import { NO_DATA_VERDICTS, type NoDataVerdict, type RuleGroup } from "../../alerts/rule.ts";
import { withVerdict } from "../../monitor/alerting/rules-text.ts";
import { ChoiceField } from "../../ui/field.tsx";

const words = {
  resolve: "end its alerts, as Prometheus does",
  keep: "keep its alerts, shown as no data",
  alert: "alert that data are missing",
} as const satisfies Record<NoDataVerdict, string>;

const OPTIONS = NO_DATA_VERDICTS.map((value) => ({ value, label: words[value] }));

export interface NoDataChoicesProps {
  readonly text: string;
  /** As they were read from the text, which has no faults. */
  readonly groups: readonly RuleGroup[];
  readonly onText: (text: string) => void;
}

export function NoDataChoices({ text, groups, onText }: NoDataChoicesProps) {
  const rules = groups.flatMap((group) => group.rules.map((rule) => ({ group: group.name, rule })));
  if (rules.every(({ rule }) => rule.condition.kind === "absent")) return null;
  return (
    <fieldset className="grid gap-x-4 gap-y-2 sm:grid-cols-2 xl:grid-cols-3">
      <legend className="mb-1 text-xs text-muted">While a rule has no data</legend>
      {rules.map(({ group, rule }, at) =>
        // absent(…) asks for missing data.
        rule.condition.kind === "absent" ? null : (
          <ChoiceField
            key={JSON.stringify([group, rule.name, at])}
            label={rule.name}
            value={rule.onNoData}
            options={OPTIONS}
            onChange={(verdict) => onText(withVerdict(text, at, verdict))}
          />
        ),
      )}
    </fieldset>
  );
}
