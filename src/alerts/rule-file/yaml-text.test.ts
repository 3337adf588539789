// What of YAML must be read as Prometheus does: plain texts, anchors, keys that are there twice, quoted lines.
import { matching } from "../fixtures/texts.ts";
import { expect, test } from "vitest";
import { conditionText } from "../grammar/condition.ts";
import { type ReadRules, readRules } from "./read-rules.ts";

/** "4:15 invalid: message" of each fault. */
function faultsOf({ faults }: ReadRules): readonly string[] {
  return faults.map(({ line, column, reach, message }) => `${line}:${column} ${reach}: ${message}`);
}

function file(...rule: readonly string[]): string {
  return ["groups:", "  - name: g", "    rules:", ...rule].join("\n");
}

function rulesOf(text: string) {
  return readRules(text).groups.flatMap(({ rules }) => rules);
}

test("texts stay as they are written, as in YAML 1.1 read by Go: yes, 012, 1_000 and on are no booleans and no numbers", () => {
  const text = file(
    "      - alert: on",
    "        expr: up == 0",
    "        labels: { a: yes, b: 012, c: 1_000, d: 1.0, e: ~, f: null, g: 'null', h: 2020-01-01 }",
  );
  expect([...(rulesOf(text)[0]?.labels ?? [])]).toEqual([
    ["a", "yes"],
    ["b", "012"],
    ["c", "1_000"],
    ["d", "1.0"],
    ["e", ""],
    ["f", ""],
    ["g", "null"],
    ["h", "2020-01-01"],
  ]);
  expect(rulesOf(text)[0]?.name).toBe("on");
});

test("anchors, aliases and merge keys are followed; what a mapping says itself wins", () => {
  const text = file(
    "      - &first",
    "        alert: a",
    "        expr: &expr up == 0",
    "        for: 5m",
    "        labels: &labels { severity: page, team: x }",
    "      - <<: *first",
    "        alert: b",
    "        labels: { <<: *labels, team: y }",
    "      - { alert: c, expr: *expr, labels: *labels }",
  );
  expect(readRules(text).faults).toEqual([]);
  expect(rulesOf(text).map(({ name, forMs, labels }) => [name, forMs, Object.fromEntries(labels)])).toEqual([
    ["a", 300_000, { severity: "page", team: "x" }],
    ["b", 300_000, { team: "y", severity: "page" }],
    ["c", 0, { severity: "page", team: "x" }],
  ]);
});

test("a key that stands twice, a tab as indentation and a text that is no YAML are refused", () => {
  expect(faultsOf(readRules(file("      - alert: a", "        alert: b", "        expr: up == 0")))).toEqual([
    '5:9 invalid: A rule has "alert" twice. Keep one.',
  ]);
  expect(faultsOf(readRules("groups:\n\t- name: g"))[0]).toMatch(/^2:1 invalid: This is no YAML/);
  expect(faultsOf(readRules("groups: [}"))[0]).toMatch(/^1:10 invalid: This is no YAML/);
  expect(faultsOf(readRules("- a"))[0]).toMatch(/^1:1 invalid: A rule file must be a mapping/);
  expect(faultsOf(readRules("groups: 5"))[0]).toMatch(/^1:9 invalid: "groups" must be a list/);
  expect(faultsOf(readRules("groups: [{ name: g, rules: [a] }]"))[0]).toMatch(
    /^1:29 invalid: A rule must be a mapping/,
  );
});

test("quoted texts may go on in lines that are indented less, as Go reads them, and places stay true", () => {
  const text = file(
    "      - alert: a",
    "        expr: 'up{",
    '    job="a"',
    "      } == 0'",
    '        annotations: { summary: "x',
    ' y" }',
    "        labels: { a-b: c }",
  );
  const read = readRules(text);
  expect(faultsOf(read)).toEqual([matching(/^10:19 invalid: "a-b" is no label name/)]);
  const [rule] = rulesOf(text.replace("a-b", "a_b"));
  expect(rule === undefined ? "" : conditionText(rule.condition)).toBe('up{job="a"} == 0');
  expect(rule?.annotations.get("summary")).toBe("x y");
  expect(faultsOf(readRules(file("      - alert: 'a", "        expr: up == 0")))[0]).toMatch(
    /This is no YAML: Missing closing/,
  );
});
