// Alert rules for Prometheus: selectors, thresholds that fire on the right side, and a valid object for the operator.
import { PrometheusRule } from "@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/PrometheusRule";
import { expect, test } from "vitest";
import { prometheusRuleObject, selectorOf, thresholdGroup } from "./prometheus-rules.ts";
import { publishedRules } from "./published-rules.ts";

const matchers = [{ label: "namespace", operator: "=", value: "agents" }] as const;
const group = thresholdGroup("published", publishedRules, matchers);
const meta = { name: "fleet", namespace: "agents", labels: { team: "a" } };

test("a selector quotes its values", () => {
  expect(selectorOf("up", [{ label: "job", operator: "=~", value: 'a"b\\c' }])).toBe(String.raw`up{job=~"a\"b\\c"}`);
});

test("a rule fires on its side of the threshold", () => {
  expect(group.rules.map(({ alert, expr, labels }) => [alert, expr.replace(/^.*\) /, ""), labels.severity])).toEqual([
    ["HighAgentInferenceTime", "> 100", "warning"],
    ["LowCoordinationEfficiency", "< 50", "critical"],
    ["HighMemoryUsage", "> 40", "warning"],
    ["CriticalAgentInferenceTime", "> 50", "critical"],
    ["ReducedCoordinationEfficiency", "< 60", "info"],
  ]);
});

test("an alert says where its threshold was published and what contradicts it", () => {
  expect(group.rules[0]?.annotations.description).toMatch(/published alert file\. The prose is critical above 50 ms/);
  expect(group.rules[2]?.annotations.description).toMatch(/alert file and its prose alike\.$/);
});

test("the operator's object is valid by its CRD, and a broken one is not", () => {
  const object = prometheusRuleObject(meta, { groups: [group] });
  expect(() => new PrometheusRule(object).validate()).not.toThrow();
  const broken: unknown = { ...object, spec: { groups: [{ rules: [{ alert: "A" }] }] } };
  if (!PrometheusRule.is(broken)) throw new Error("the kind is right, whatever is below it");
  expect(() => new PrometheusRule(broken).validate()).toThrow(/name/);
});
