// Alert rules for Prometheus: every field, and a valid object for the operator.
import { PrometheusRule } from "@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/PrometheusRule";
import { expect, test } from "vitest";
import { selectorText } from "./grammar/condition.ts";
import { prometheusAlerts, prometheusRuleFile, prometheusRuleObject } from "./prometheus-rules.ts";
import { thresholdRule } from "./published/threshold-rule.ts";

const rule = thresholdRule({
  name: "High value",
  selector: { metric: "m", matchers: [{ label: "job", operator: "=", value: "a" }] },
  comparator: ">",
  threshold: 5,
  severity: "page",
  forMs: 60_000,
  keepFiringForMs: 90_000,
});
const group = { name: "g", intervalMs: 30_000, limit: 2, rules: [rule] };
const meta = { name: "fleet", namespace: "agents", labels: { team: "a" } };

test("a selector quotes its values", () => {
  const matchers = [{ label: "job", operator: "=~", value: 'a"b\\c' }] as const;
  expect(selectorText({ metric: "up", matchers })).toBe(String.raw`up{job=~"a\"b\\c"}`);
});

test("B5: a rule that keeps its alerts is followed by one that tells of missing data", () => {
  expect(prometheusAlerts(rule)).toEqual([
    {
      alert: "High value",
      expr: 'm{job="a"} > 5',
      for: "1m",
      keep_firing_for: "1m30s",
      labels: { severity: "page" },
      annotations: { headroom_no_data: "keep" },
    },
    {
      alert: "High value (no data)",
      expr: 'absent(m{job="a"})',
      for: "1m",
      labels: { severity: "page" },
      annotations: { summary: "No data for High value", headroom_no_data_of: "High value" },
    },
  ]);
  expect(prometheusAlerts({ ...rule, onNoData: "resolve" })).toHaveLength(1);
});

test("the operator's object is valid by its CRD, and a broken one is not", () => {
  const object = prometheusRuleObject(meta, prometheusRuleFile([group]));
  expect(object.spec.groups?.[0]).toMatchObject({ name: "g", interval: "30s", limit: 2 });
  expect(() => new PrometheusRule(object).validate()).not.toThrow();
  const broken: unknown = { ...object, spec: { groups: [{ rules: [{ alert: "A" }] }] } };
  if (!PrometheusRule.is(broken)) throw new Error("the kind is right, whatever is below it");
  expect(() => new PrometheusRule(broken).validate()).toThrow(/name/);
});
