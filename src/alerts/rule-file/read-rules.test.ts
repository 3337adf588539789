// Rule files of Prometheus: what is refused, each with a true line and column.
import { containing, matching } from "../fixtures/texts.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type ReadRules, readRules } from "./read-rules.ts";

/** "4:15 invalid: message" of each fault. */
function faultsOf({ faults }: ReadRules): readonly string[] {
  return faults.map(({ line, column, reach, message }) => `${line}:${column} ${reach}: ${message}`);
}

function file(...rule: readonly string[]): string {
  return ["groups:", "  - name: g", "    rules:", ...rule].join("\n");
}

test("B4: the eleven kinds of bad files are refused, each at a true line and column", () => {
  const cases: readonly (readonly [string, string, string])[] = [
    [file("      - record: a", "        expr: rate(hi)"), "5:15", "The function rate(…)"],
    [
      file("      - alert: a", "        expr: up == 0", "        annotation:", "          summary: s"),
      "6:9",
      'no field "annotation"',
    ],
    ["groups:\n  - name: g\n  - name: g", "3:5", 'Two groups are called "g"'],
    [
      file("      - record: a", "        expr: up == 0", "        labels:", "          __name__: b"),
      "7:11",
      "__name__ is the metric's name",
    ],
    [file('      - record: a{b="c"}', "        expr: up == 0"), "4:9", "no name of a metric"],
    [
      file("      - alert: a", "        expr: up == 0", "        annotations:", "          in-st: b"),
      "7:11",
      '"in-st" is no annotation name',
    ],
    [file("      - expr: up == 0"), "4:9", "The rule has no name"],
    [file("      - record: a"), "4:9", 'The rule has no "expr"'],
    [file("      - record: a", "        alert: b", "        expr: up == 0"), "5:9", '"record" or "alert", not both'],
    [file("      - record: a", "        expr: up == 0", "        for: 1m"), "6:9", 'takes no "for"'],
    [
      file("      - record: a", "        expr: up == 0", "        keep_firing_for: 1m"),
      "6:9",
      'takes no "keep_firing_for"',
    ],
  ];
  for (const [text, place, part] of cases) {
    const read = readRules(text);
    const found = faultsOf(read).find((fault) => fault.includes(part));
    expect({ text, found }).toMatchObject({ text, found: matching(`^${place} `) });
    expect(read.groups.flatMap(({ rules }) => rules)).toEqual([]);
  }
});

test("B4: several faults are all told, and a bad rule does not void the others", () => {
  const read = readRules(
    file(
      "      - alert: a",
      "        expr: up ==",
      "        for: 5",
      "        labels: { 1a: x }",
      "      - alert: b",
      "        expr: up == 0",
      "      - alert: c",
      "        expr: up == 0",
      "        typo: 1",
    ),
  );
  expect(faultsOf(read).map((fault) => fault.split(": ", 1)[0])).toEqual([
    "5:20 invalid",
    "7:19 invalid",
    "6:14 invalid",
    "12:9 invalid",
  ]);
  expect(read.groups[0]?.rules.map(({ name }) => name)).toEqual(["b"]);
  expect(read.refused).toBe(2);
  expect([...read.refusedAlerts]).toEqual(["a", "c"]);
});

test("B4: the place within an expression is found in every kind of text", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["expr: up == x y", "5:18"],
    ["expr: 'up{a=\"it''s\"} == x y'", "5:30"],
    [String.raw`expr: "up{a=\"b\"} == x y"`, "5:28"],
    ["expr: |\n          up\n            == x\n            y", "7:13"],
    ["expr: >-\n\n          up ==\n          x\n          y", "7:14"],
    ["expr: up\n          == x\n          y", "6:11"],
  ];
  for (const [expr, place] of cases) {
    const read = readRules(file("      - alert: a", `        ${expr}`));
    expect({ expr, fault: faultsOf(read)[0] }).toMatchObject({ expr, fault: matching(`^${place} `) });
  }
});

test("groups: names, limits, intervals and labels of all their rules", () => {
  const read = readRules(
    [
      "groups:",
      "  - name: g",
      "    interval: 30s",
      "    limit: 3",
      "    labels: { team: x, severity: info }",
      "    rules: [{ alert: a, expr: up == 0, labels: { severity: page } }]",
      "  - rules: []",
      "  - name: ''",
      "  - { name: h, interval: 5, limit: some, query_offset: 1m, rules: null }",
      "---",
      "groups: []",
    ].join("\n"),
  );
  expect(read.groups).toMatchObject([
    {
      name: "g",
      intervalMs: 30_000,
      limit: 3,
      rules: [
        {
          labels: new Map([
            ["team", "x"],
            ["severity", "page"],
          ]),
        },
      ],
    },
    { name: "h", rules: [] },
  ]);
  expect(faultsOf(read).map((fault) => fault.slice(0, 36))).toEqual([
    "7:5 invalid: A group has no name. Wr",
    "8:5 invalid: A group has no name. Wr",
    '9:26 invalid: "interval" is 5 withou',
    '9:36 invalid: "limit" must be a whol',
    '9:42 beyond: "query_offset" is not r',
  ]);
  expect(read.hints).toMatchObject([{ line: 10, message: containing("Only the first YAML document") }]);
});

test("recording rules are told as beyond, and their metrics are known", () => {
  const read = readRules(file("      - record: a:b", "        expr: up == 0"));
  expect(faultsOf(read)).toEqual(["4:9 beyond: Recording rules are not read here, only alerts."]);
  expect([...read.recorded]).toEqual(["a:b"]);
});

test("an alias that holds itself, and very many faults, end", () => {
  expect(readRules("groups: &g [*g]").faults.length).toBeGreaterThan(0);
  expect(readRules("groups:\n  - &a\n    <<: *a\n    name: g").groups.length).toBeLessThan(2);
  const { faults } = readRules(file(...Array.from({ length: 500 }, (_, at) => `      - { alert: a${at} }`)));
  expect(faults).toHaveLength(201);
  expect(faults.at(-1)?.message).toContain("300 more faults");
  expect(readRules("").faults).toEqual([]);
});

test("no text makes the reader throw, and places lie within the text", () => {
  const part = fc.constantFrom(
    "groups:",
    "\n",
    "  ",
    "- ",
    "name: a",
    "rules:",
    "alert: b",
    "expr: ",
    "up == 0",
    "{",
    "}",
    "[",
    "]",
    "&a ",
    "*a",
    "<<: ",
    "'",
    '"',
    "|",
    ">-",
    "\t",
    "# c",
    "---",
    "!x ",
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
      const text = parts.join("");
      const lines = text.split("\n");
      for (const { line, column } of readRules(text).faults) {
        expect(line >= 1 && line <= lines.length && column >= 1 && column <= (lines[line - 1]?.length ?? 0) + 1).toBe(
          true,
        );
      }
    }),
    { numRuns: 1000 },
  );
});
