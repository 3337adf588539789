// The published alert rules: those of the shipped reference, with the two lists told apart and no rule twice.
import { expect, test } from "vitest";
import { publishedText } from "../../results/fixtures/files.ts";
import { publishedFileRules, publishedProseRules, type PublishedRule, publishedRules } from "./published-rules.ts";

const reference: unknown = JSON.parse(publishedText);

function said({ rule }: PublishedRule) {
  const { name, condition, labels } = rule;
  if (condition.kind === "absent") throw new Error("All are thresholds.");
  const { selector, comparator, threshold } = condition;
  return { name, metric: selector.metric, comparator, threshold, severity: labels.get("severity") };
}

test("B7: both lists are those of the shipped reference, names with spaces too", () => {
  expect(reference).toMatchObject({
    alerts: publishedFileRules
      .map(said)
      .map(({ name, metric, threshold, severity }) => ({ name, metric, threshold, severity })),
    alertsInProse: publishedProseRules
      .map(said)
      .map(({ metric, comparator, threshold, severity }) => ({ severity, metric, op: comparator, threshold })),
  });
});

test("a rule of both lists is there once, and every rule says where it is from", () => {
  expect(publishedRules.map(({ rule, publishedIn }) => [rule.name, publishedIn])).toEqual([
    ["High Agent Inference Time", "alert file"],
    ["Low Coordination Efficiency", "alert file"],
    ["High Memory Usage", "both"],
    ["Critical Agent Inference Time", "prose"],
    ["Reduced Coordination Efficiency", "prose"],
  ]);
});

test("B7: the two thresholds of inference time each name the other", () => {
  const [warning, critical] = publishedRules.filter((one) => said(one).metric === "agent_inference_time_ms");
  expect(warning?.contradiction).toContain("50 ms");
  expect(critical?.contradiction).toContain("100 ms");
});
