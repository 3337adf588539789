// Alert rules as a person edits them: Prometheus's form or the published one, with the place of each fault and hint.
import type { Fault, Hint } from "../../alerts/fault.ts";
import { lintRules } from "../../alerts/lints/lint-rules.ts";
import { withNoDataText } from "../../alerts/published/edit-no-data.ts";
import { isPublishedForm, readPublishedForm } from "../../alerts/published/published-form.ts";
import { publishedRules } from "../../alerts/published/published-rules.ts";
import { withVerdictText } from "../../alerts/rule-file/edit-verdict.ts";
import { readRules } from "../../alerts/rule-file/read-rules.ts";
import { withVerdicts } from "../../alerts/rule-file/verdicts.ts";
import { rulesText } from "../../alerts/rule-file/write-rules.ts";
import type { NoDataVerdict, RuleGroup } from "../../alerts/rule.ts";

export const RULES_TEXT_MOST = 100_000;

/** How often rules are evaluated in a soak, ms. */
const EVALUATED_MS = 2_000;

export interface ReadRulesText {
  /** What could be read. */
  readonly groups: readonly RuleGroup[];
  readonly faults: readonly Fault[];
  readonly hints: readonly Hint[];
}

/** The published rules, which are the default. */
export const publishedRulesText = rulesText([
  { name: "published", intervalMs: null, limit: 0, rules: publishedRules.map(({ rule }) => rule) },
]);

export function readRulesText(text: string): ReadRulesText {
  if (text.length > RULES_TEXT_MOST) {
    const message = `The rules have over ${RULES_TEXT_MOST} characters. Give the most important ones.`;
    return { groups: [], faults: [{ line: 1, column: 1, message, reach: "invalid" }], hints: [] };
  }
  if (isPublishedForm(text)) {
    const { rules, faults, hints } = readPublishedForm(text);
    return { groups: [{ name: "alerts", intervalMs: null, limit: 0, rules }], faults, hints };
  }
  const { groups, faults, hints } = readRules(text);
  const linted = lintRules(groups, { intervalMs: EVALUATED_MS, seenMetrics: null });
  return { groups: withVerdicts(groups), faults, hints: [...hints, ...linted] };
}

/**
 * The text with another verdict on missing data for one rule. Reading it gives that verdict.
 * @param text without faults
 * @param at the rule's place among all that readRulesText gives
 */
export function withVerdict(text: string, at: number, verdict: NoDataVerdict): string {
  return isPublishedForm(text) ? withNoDataText(text, at, verdict) : withVerdictText(text, at, verdict);
}
