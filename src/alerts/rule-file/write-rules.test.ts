// B7: rules go to Prometheus' form and back without a change, with their verdicts on missing data.
import fc from "fast-check";
import { expect, test } from "vitest";
import { COMPARATORS } from "../grammar/condition.ts";
import { publishedRules } from "../published/published-rules.ts";
import { type AlertRule, NO_DATA_VERDICTS, type RuleGroup } from "../rule.ts";
import { readRules } from "./read-rules.ts";
import { withVerdicts } from "./verdicts.ts";
import { rulesText, withoutCounterpart } from "./write-rules.ts";

function readBack(text: string): readonly RuleGroup[] {
  const { groups, faults } = readRules(text);
  expect(faults).toEqual([]);
  return withVerdicts(groups).map(({ name, intervalMs, limit, rules }) => ({ name, intervalMs, limit, rules }));
}

const published = { name: "published", intervalMs: null, limit: 0, rules: publishedRules.map(({ rule }) => rule) };

test("B7: the published rules come back from Prometheus' form as they were, names with spaces too", () => {
  expect(readBack(rulesText([published]))).toEqual([published]);
  expect(published.rules[0]?.name).toBe("High Agent Inference Time");
});

test("B5: an export says what has no counterpart, and adds an absent rule for it", () => {
  const text = rulesText([published]);
  expect(text).toContain(
    '# "High Memory Usage": Headroom keeps its alerts while data are missing; Prometheus ends them.',
  );
  expect(text).toContain("alert: High Memory Usage (no data)\n        expr: absent(memory_per_agent_mb)");
  const resolving = [
    { ...published, rules: published.rules.map((rule) => ({ ...rule, onNoData: "resolve" as const })) },
  ];
  expect(withoutCounterpart(resolving)).toEqual([]);
  expect(rulesText(resolving)).not.toContain("absent(");
});

test("B5: a rule of another file that looks like ours, but is not, stays", () => {
  const text = rulesText([published]).replace("No data for High Memory Usage", "Mine");
  expect(readBack(text)[0]?.rules.map(({ name }) => name)).toContain("High Memory Usage (no data)");
});

const texts = (names: readonly string[]) =>
  fc
    .array(
      fc.tuple(
        fc.constantFrom(...names),
        fc.constantFrom("a", "yes", "", "{{ $value }}", "012", "two\nlines", " x", "- y: #"),
      ),
      { maxLength: 2 },
    )
    .map((all) => new Map(all));

const rule: fc.Arbitrary<AlertRule> = fc.record({
  name: fc.constantFrom("A", "on", "High value", "{{ x", "1e3", "- a"),
  condition: fc.oneof(
    fc.record({ kind: fc.constant("absent" as const), selector: fc.constant({ metric: "up", matchers: [] }) }),
    fc.record({
      kind: fc.constant("comparison" as const),
      selector: fc.constant({ metric: "up", matchers: [{ label: "a", operator: "=~" as const, value: '"\\d\n' }] }),
      comparator: fc.constantFrom(...COMPARATORS),
      threshold: fc.double(),
    }),
  ),
  forMs: fc.integer({ min: 0, max: 1e9 }),
  keepFiringForMs: fc.integer({ min: 0, max: 1e9 }),
  labels: texts(["severity", "team"]),
  annotations: texts(["summary", "description"]),
  onNoData: fc.constantFrom(...NO_DATA_VERDICTS),
});

test("B7: any rules come back as they were", () => {
  const rules = fc.uniqueArray(rule, { maxLength: 4, selector: ({ name }) => name });
  fc.assert(
    fc.property(rules, (all) => {
      // absent(…) has no verdict of its own: its condition is that data are missing.
      const kept = all.map((one) => (one.condition.kind === "absent" ? { ...one, onNoData: "resolve" as const } : one));
      const group = { name: "g", intervalMs: 30_000, limit: 2, rules: kept };
      expect(readBack(rulesText([group]))).toEqual([group]);
    }),
  );
});
