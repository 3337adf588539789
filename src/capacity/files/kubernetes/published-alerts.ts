// The published alert rules for the pods of a plan, over the mean of each pod.
import { type Condition, type Matcher, selectorText } from "../../../alerts/grammar/condition.ts";
import type { PromqlRule } from "../../../alerts/rule.ts";
import { type PublishedRule, publishedRules } from "../../../alerts/published/published-rules.ts";

const FIVE_MINUTES_MS = 300_000;

/** The mean over a process gives one alert for it, rather than one for each of its agents. */
function meanOfPods(condition: Condition & { readonly kind: "comparison" }, matchers: readonly Matcher[]): string {
  const { comparator, threshold, selector } = condition;
  return `avg by (namespace, pod) (${selectorText({ ...selector, matchers })}) ${comparator} ${threshold}`;
}

function sideOf(comparator: string): string {
  return comparator.startsWith(">") ? "above" : "below";
}

function publishedAlert(
  { rule, unit, publishedIn, contradiction }: PublishedRule,
  matchers: readonly Matcher[],
): readonly PromqlRule[] {
  const { condition } = rule;
  if (condition.kind === "absent") return [];
  const source =
    publishedIn === "both" ? "the published alert file and its prose alike" : `the published ${publishedIn}`;
  const inUnit = unit === "%" ? "%" : ` ${unit}`;
  const annotations = {
    summary: `${condition.selector.metric} of {{ $labels.pod }} is ${sideOf(condition.comparator)} ${condition.threshold}${inUnit}`,
    description: [
      `{{ $labels.pod }} is at {{ printf "%.1f" $value }}${inUnit}. The threshold is from ${source}.`,
      ...(contradiction === null ? [] : [contradiction]),
    ].join(" "),
  };
  return [
    {
      name: rule.name,
      promql: meanOfPods(condition, matchers),
      forMs: FIVE_MINUTES_MS,
      keepFiringForMs: rule.keepFiringForMs,
      labels: new Map([...rule.labels, ["published_in", publishedIn]]),
      annotations: new Map(Object.entries(annotations)),
    },
  ];
}

/**
 * The published rules, each over the mean of a pod. Their metrics are gauges that the agents' own program must expose.
 * @param matchers labels of the time series to watch
 */
export function publishedAlerts(matchers: readonly Matcher[]): readonly PromqlRule[] {
  return publishedRules.flatMap((rule) => publishedAlert(rule, matchers));
}
