// Writes rules as a rule file of Prometheus, and says in it what Prometheus does otherwise.
import { stringify } from "yaml";
import { prometheusRuleFile } from "../prometheus-rules.ts";
import type { RuleGroup } from "../rule.ts";

/** What of the rules has no counterpart in Prometheus, one line each. */
export function withoutCounterpart(groups: readonly RuleGroup[]): readonly string[] {
  return groups
    .flatMap(({ rules }) => rules)
    .flatMap(({ name, condition, onNoData }) => {
      if (condition.kind === "absent" || onNoData === "resolve") return [];
      const kept =
        onNoData === "keep" ? "Headroom keeps its alerts while data are missing; Prometheus ends them. " : "";
      return [
        `${JSON.stringify(name)}: ${kept}The rule ${JSON.stringify(`${name} (no data)`)} tells that data are missing.`,
      ];
    });
}

/**
 * A rule file that Prometheus reads, and that Headroom reads back as the same rules.
 * YAML 1.1 is what Prometheus reads, so that texts such as `no` are quoted.
 */
export function rulesText(groups: readonly RuleGroup[]): string {
  const notes = withoutCounterpart(groups).map((line) => `# ${line}\n`);
  return `${notes.join("")}${stringify(prometheusRuleFile(groups), { compat: "yaml-1.1", lineWidth: 0, aliasDuplicateObjects: false })}`;
}
