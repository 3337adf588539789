// Reads the closed grammar of alert conditions out of PromQL: `selector op number`, `number op selector`, `absent(selector)`. Nothing is evaluated.
import { COMPARATORS, type Comparator, type Condition, type Selector, selectorText } from "./condition.ts";
import { parseSelector } from "./parse-selector.ts";
import { Refusal, Reader } from "./reader.ts";
import { tokensOf } from "./tokens.ts";

/** `beyond`: it may be good PromQL, but not of this grammar. `invalid`: no Prometheus reads it. */
type Reach = "beyond" | "invalid";

interface RefusedExpression {
  readonly state: "refused";
  /** In UTF-16 units from the start of the expression. */
  readonly offset: number;
  readonly message: string;
  readonly reach: Reach;
}

/** What one expression is: a condition, series without comparison, or a number. */
export type Expression =
  | Condition
  | { readonly kind: "series"; readonly selector: Selector }
  | { readonly kind: "number"; readonly value: number };

type ReadExpression = { readonly state: "read"; readonly expression: Expression } | RefusedExpression;
type ReadCondition = { readonly state: "read"; readonly condition: Condition } | RefusedExpression;

const CHARS_MOST = 10_000;
const DEPTH_MOST = 50;

const FLIPPED = { "==": "==", "!=": "!=", ">": "<", "<": ">", ">=": "<=", "<=": ">=" } as const satisfies Record<
  Comparator,
  Comparator
>;

const GRAMMAR = "Read here are selector op number, number op selector, and absent(selector)";

function told(expression: Expression): string {
  switch (expression.kind) {
    case "comparison":
      return `a comparison of ${selectorText(expression.selector)}`;
    case "absent":
      return `absent(${selectorText(expression.selector)})`;
    case "series":
      return `the selector ${selectorText(expression.selector)}`;
    case "number":
      return "a number";
  }
}

function comparatorAt(reader: Reader): Comparator | null {
  return COMPARATORS.find((one) => reader.at(one)) ?? null;
}

function primary(reader: Reader, depth: number): Expression {
  const { token } = reader;
  if (depth > DEPTH_MOST) throw reader.beyond(`More than ${DEPTH_MOST} parentheses inside each other`);
  if (reader.at("(")) {
    reader.next();
    const inside = expressionAt(reader, depth + 1);
    reader.take(")");
    return inside;
  }
  if (reader.at("-") || reader.at("+")) {
    reader.next();
    const inside = primary(reader, depth + 1);
    if (inside.kind !== "number") throw reader.beyond(`A sign before ${told(inside)}`, token.offset);
    return { kind: "number", value: token.text === "-" ? -inside.value : inside.value };
  }
  if (token.kind === "number") {
    reader.next();
    return { kind: "number", value: token.value };
  }
  if (token.kind === "name" && token.text === "absent" && reader.following === "(") {
    reader.next();
    reader.next();
    const inside = expressionAt(reader, depth + 1);
    if (inside.kind !== "series") throw reader.beyond(`absent of ${told(inside)}`, token.offset);
    reader.take(")");
    return { kind: "absent", selector: inside.selector };
  }
  return { kind: "series", selector: parseSelector(reader) };
}

function expressionAt(reader: Reader, depth: number): Expression {
  const left = primary(reader, depth);
  reader.understood = told(left);
  const { offset } = reader.token;
  if (reader.at("=")) throw reader.invalid('"=" compares labels, and belongs in braces: write == to compare a value');
  const comparator = comparatorAt(reader);
  if (comparator === null) return left;
  reader.next();
  if (/^(bool|on|ignoring)$/i.test(reader.token.text)) throw reader.beyond(`${reader.shown} after ${comparator}`);
  const right = primary(reader, depth);
  if (left.kind === "series" && right.kind === "number") {
    return { kind: "comparison", selector: left.selector, comparator, threshold: right.value };
  }
  if (left.kind === "number" && right.kind === "series") {
    return {
      kind: "comparison",
      selector: right.selector,
      comparator: FLIPPED[comparator],
      threshold: left.value,
    };
  }
  throw reader.beyond(`A comparison of ${told(left)} with ${told(right)}`, offset);
}

function refused(offset: number, message: string, reach: Reach): RefusedExpression {
  return { state: "refused", offset, message, reach };
}

/** Reads one expression, all of it. The message of a refusal says what was understood, and how to go on. */
export function parseExpression(text: string): ReadExpression {
  if (text.trim() === "") return refused(0, `The expression is empty. ${GRAMMAR}.`, "invalid");
  if (text.length > CHARS_MOST) {
    return refused(CHARS_MOST, `The expression has more than ${CHARS_MOST} characters. Write a shorter one.`, "beyond");
  }
  const cut = tokensOf(text);
  if (cut.state === "refused") return refused(cut.offset, cut.message, "invalid");
  try {
    const reader = new Reader(cut.tokens);
    const expression = expressionAt(reader, 0);
    if (reader.token.kind !== "end") throw reader.beyond(`${reader.shown} after ${told(expression)}`);
    return { state: "read", expression };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.reach === "invalid") return refused(error.offset, error.message, "invalid");
    return refused(error.offset, `${error.message} is PromQL beyond what is read here. ${GRAMMAR}.`, "beyond");
  }
}

/** Reads the expression of an alert rule. A selector alone and a number alone are refused: they say no threshold. */
export function parseCondition(text: string): ReadCondition {
  const read = parseExpression(text);
  if (read.state === "refused") return read;
  const { expression } = read;
  switch (expression.kind) {
    case "comparison":
    case "absent":
      return { state: "read", condition: expression };
    case "series":
    case "number": {
      const message = `Understood is ${told(expression)} without a comparison, which is PromQL beyond what is read here. ${GRAMMAR}: add a threshold, such as > 100.`;
      return { state: "refused", offset: 0, message, reach: "beyond" };
    }
  }
}
