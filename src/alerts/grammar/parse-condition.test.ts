// B1: the closed grammar of conditions: all its forms, refusals with their place and what was understood, and no crash on any text.
import { containing } from "../fixtures/texts.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { COMPARATORS, type Condition, conditionText } from "./condition.ts";
import { parseCondition, parseExpression } from "./parse-condition.ts";

function textOf(expr: string): string {
  const read = parseCondition(expr);
  return read.state === "read" ? conditionText(read.condition) : `refused at ${read.offset}: ${read.message}`;
}

test("B1: every form of the grammar, in the one way in which it is written back", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["up == 0", "up == 0"],
    ["5 < up", "up > 5"],
    ["5 <= up", "up >= 5"],
    ["1 > up", "up < 1"],
    ["1 >= up", "up <= 1"],
    ["1 != up", "up != 1"],
    ["absent(up)", "absent(up)"],
    ['absent ( ( up{job="a"} ) )', 'absent(up{job="a"})'],
    ['{__name__="up", job!="a"} >= 1e9', 'up{job!="a"} >= 1000000000'],
    ['{__name__="up and down"} > 1', '{__name__="up and down"} > 1'],
    ["((up)) != (-(+(0x10)))", "up != -16"],
    ["up # every instance\n > # of\n 1", "up > 1"],
    ["job:rate:5m{a='1',b=~`x|y`,} < +Inf", 'job:rate:5m{a="1",b=~"x|y"} < +Inf'],
    ["up > NaN", "up > NaN"],
    ["sum > 1", "sum > 1"],
    ["up{on='1',bool!~'a+'} == 1", 'up{on="1",bool!~"a+"} == 1'],
  ];
  for (const [expr, text] of cases) expect({ expr, text: textOf(expr) }).toEqual({ expr, text });
});

test("B1: other PromQL is refused where it begins, with what was understood", () => {
  const cases: readonly (readonly [string, number, string])[] = [
    ["rate(up[5m]) > 1", 0, "The function rate(…)"],
    ["sum by (job) (up) > 1", 0, "The aggregation sum by"],
    ["up[5m] > 1", 2, '"[" after the selector up'],
    ["up offset 5m > 1", 3, '"offset" after the selector up'],
    ["up > 1 and up < 2", 7, '"and" after a comparison of up'],
    ["up > bool 1", 5, '"bool"'],
    ["up + 1 > 2", 3, '"+" after the selector up'],
    ["up > down", 3, "A comparison of the selector up with the selector down"],
    ["1 < 2", 2, "A comparison of a number with a number"],
    ["up", 0, "the selector up without a comparison"],
    ["1", 0, "a number without a comparison"],
    ['{job="a"} > 1', 0, "without one exact metric"],
    ['{__name__=~"a.*"} > 1', 0, "without one exact metric"],
    ["up > 5m", 5, '"5m"'],
    ["absent(up > 1)", 0, "absent of a comparison of up"],
    ["-up > 1", 0, "A sign before the selector up"],
    ['up{"a.b"="1"} > 1', 3, "quoted label name"],
    [`${"(".repeat(60)}up > 1`, 51, "More than 50 parentheses"],
  ];
  for (const [expr, offset, part] of cases) {
    const read = parseCondition(expr);
    if (read.state === "read") throw new Error(`${expr} was read.`);
    expect({ expr, offset: read.offset, reach: read.reach }).toEqual({ expr, offset, reach: "beyond" });
    expect(read.message).toContain(part);
    expect(read.message).toContain("beyond what is read here");
  }
});

test("B1: what is no PromQL is refused as that", () => {
  const cases: readonly (readonly [string, number, string])[] = [
    ["", 0, "empty"],
    ["up = 1", 3, "write =="],
    ["up >", 4, "missing at the end"],
    ["(up > 1", 7, '")" is missing at the end'],
    ['up{job="a} > 1', 7, "no closing"],
    ["up{job} > 1", 6, "After the label job"],
    ["up{job=a} > 1", 7, "is no string"],
    ['up{a="1" b="2"} > 1', 9, 'in place of "," or "}"'],
    ['up{job=~"(a"} > 1', 8, "RE2"],
    ['up{__name__="down"} > 1', 0, "named twice"],
    ["up > 1__0", 5, "no number"],
    ["up ? 1", 3, "no part of PromQL"],
    ["group_left > 1", 0, "a word of PromQL"],
    ['up{a:b="1"} > 1', 3, "no label name"],
  ];
  for (const [expr, offset, part] of cases) {
    const read = parseCondition(expr);
    if (read.state === "read") throw new Error(`${expr} was read.`);
    expect({ expr, offset: read.offset, reach: read.reach }).toEqual({ expr, offset, reach: "invalid" });
    expect(read.message).toContain(part);
  }
});

test("B1: a very long expression is refused, and read no further", () => {
  const read = parseCondition(`up > ${"1".repeat(20_000)}`);
  expect(read).toMatchObject({ state: "refused", offset: 10_000 });
  expect(parseCondition(`up{${'a="1",'.repeat(101)}} > 1`)).toMatchObject({
    message: containing("100 matchers"),
  });
});

const selector = fc.record({
  metric: fc.oneof(fc.constantFrom("up", "a:b", "on", "inf", "bool"), fc.string({ minLength: 1, unit: "binary" })),
  matchers: fc.array(
    fc.oneof(
      fc.record({
        label: fc.constantFrom("a", "b", "by"),
        operator: fc.constantFrom("=" as const, "!=" as const),
        value: fc.string({ unit: "binary" }),
      }),
      fc.record({
        label: fc.constantFrom("a", "b"),
        operator: fc.constantFrom("=~" as const, "!~" as const),
        value: fc.constantFrom("", "a|b", "[x-z]+", "\\d"),
      }),
    ),
    { maxLength: 4 },
  ),
});
const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ kind: fc.constant("absent" as const), selector }),
  fc.record({
    kind: fc.constant("comparison" as const),
    selector,
    comparator: fc.constantFrom(...COMPARATORS),
    threshold: fc.double(),
  }),
);

test("B1: any condition is read back from its text", () => {
  fc.assert(
    fc.property(condition, (one) => {
      const text = conditionText(one);
      // Go has no escape for half a character.
      fc.pre(text.isWellFormed() && !/\\u[dD][89a-fA-F]/.test(text));
      const read = parseCondition(text);
      expect(read).toEqual({ state: "read", condition: one });
    }),
  );
});

test("B1: no text makes it throw, and a place is always within the text", () => {
  const token = fc.constantFrom(
    "up",
    "{",
    "}",
    "(",
    ")",
    "=",
    "=~",
    '"a"',
    ",",
    ">",
    "==",
    "1",
    "-",
    "absent",
    "by",
    "[5m]",
    " ",
    "#",
    "é",
    "`",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(token, { maxLength: 20 }).map((all) => all.join("")),
      ),
      (text) => {
        const read = parseExpression(text);
        if (read.state === "refused") expect(read.offset >= 0 && read.offset <= text.length).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});
