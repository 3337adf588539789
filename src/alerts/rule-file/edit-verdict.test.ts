// A verdict is changed in the text, and nothing else is.
import fc from "fast-check";
import { expect, test } from "vitest";
import { publishedRules } from "../published/published-rules.ts";
import { NO_DATA_VERDICTS } from "../rule.ts";
import { withVerdictText } from "./edit-verdict.ts";
import { readRules } from "./read-rules.ts";
import { withVerdicts } from "./verdicts.ts";
import { rulesText } from "./write-rules.ts";

function verdictsIn(text: string): string[] {
  const { groups, faults } = readRules(text);
  expect(faults).toEqual([]);
  return withVerdicts(groups).flatMap(({ rules }) => rules.map(({ name, onNoData }) => `${name}: ${onNoData}`));
}

const file = `# mine
groups:
- name: mine
  rules:
  # the first
  - alert: "no"
    expr: late_ops_percent > 1_0   # ten
    labels: {severity: page}
  - alert: second
    expr: error_rate_percent > 1
    for: 1m
    annotations:
      summary: yes
- name: other
  rules:
  - alert: third
    expr: absent(m)
`.replace("1_0", "10");

test("B5: a verdict is written into its rule, with its absent rule behind it, and comments stay", () => {
  const kept = withVerdictText(file, 1, "keep");
  expect(verdictsIn(kept)).toEqual(["no: resolve", "second: keep", "third: resolve"]);
  expect(kept).toContain("# mine");
  expect(kept).toContain("# the first");
  expect(kept).toContain("# ten");
  expect(kept).toContain("headroom_no_data: keep");
  expect(kept).toContain("absent(error_rate_percent)");
  expect(kept).toContain('# "second": Headroom keeps its alerts while data are missing');
  const alerting = withVerdictText(kept, 1, "alert");
  expect(verdictsIn(alerting)).toEqual(["no: resolve", "second: alert", "third: resolve"]);
  expect(alerting.match(/absent\(error_rate_percent\)/g)).toHaveLength(1);
  const again = withVerdictText(alerting, 1, "resolve");
  expect(verdictsIn(again)).toEqual(verdictsIn(file));
  expect(again).not.toContain("error_rate_percent)");
  expect(again).not.toContain("headroom_no_data");
  expect(again).toContain("# mine");
});

test("B5: a rule that shares its parts with another by an alias is changed alone", () => {
  const shared = `groups:
- name: g
  rules:
  - alert: a
    expr: m > 1
    annotations: &words
      summary: one
  - alert: b
    expr: m > 2
    annotations: *words
`;
  expect(verdictsIn(withVerdictText(shared, 0, "alert"))).toEqual(["a: alert", "b: resolve"]);
  expect(verdictsIn(withVerdictText(shared, 1, "keep"))).toEqual(["a: resolve", "b: keep"]);
});

test("B5: whatever is chosen one after the other, the text says what was chosen last", () => {
  const rules = publishedRules.map(({ rule }) => rule);
  const start = rulesText([{ name: "published", intervalMs: null, limit: 0, rules }]);
  const choice = fc.record({ at: fc.nat(rules.length - 1), verdict: fc.constantFrom(...NO_DATA_VERDICTS) });
  fc.assert(
    fc.property(fc.array(choice, { maxLength: 6 }), (choices) => {
      const expected = rules.map(({ name, onNoData }) => ({ name, onNoData }));
      let text = start;
      for (const { at, verdict } of choices) {
        text = withVerdictText(text, at, verdict);
        expected.splice(at, 1, { name: expected[at]?.name ?? "", onNoData: verdict });
      }
      expect(verdictsIn(text)).toEqual(expected.map(({ name, onNoData }) => `${name}: ${onNoData}`));
    }),
    { numRuns: 40 },
  );
});
