// Parses what stands between {{ and }}: a value, functions, and what one hands to the next.
import type { ActionToken } from "./action-tokens.ts";
import { formatMistake } from "./printf.ts";
import { UNSUPPORTED_WORDS } from "./unsupported-words.ts";
import { type Call, type Operand, type Pipeline, TEMPLATE_FUNCTIONS, type TemplateFunction } from "./template.ts";

const DEPTH_MOST = 20;
const WAY_OUT = `Read here are $value, $labels.name, ${TEMPLATE_FUNCTIONS.join(", ")}`;

/** Ends parsing. It stays within this folder: parseTemplate answers with a union. */
export class Refusal extends Error {
  readonly offset: number;
  readonly reach: "beyond" | "invalid";

  constructor(offset: number, message: string, reach: "beyond" | "invalid") {
    super(message);
    this.offset = offset;
    this.reach = reach;
  }
}

/** The tokens of one action, from the first on. */
export class Action {
  readonly #tokens: readonly ActionToken[];
  readonly #end: number;
  #at = 0;

  constructor(tokens: readonly ActionToken[], end: number) {
    this.#tokens = tokens;
    this.#end = end;
  }

  get token(): ActionToken | null {
    return this.#tokens[this.#at] ?? null;
  }

  get offset(): number {
    return this.token?.offset ?? this.#end;
  }

  is(symbol: string): boolean {
    return this.token?.kind === "symbol" && this.token.text === symbol;
  }

  next(): void {
    this.#at += 1;
  }

  beyond(what: string): Refusal {
    return new Refusal(this.offset, `${what} is not read here. ${WAY_OUT}.`, "beyond");
  }

  invalid(message: string): Refusal {
    return new Refusal(this.offset, `${message} ${WAY_OUT}.`, "invalid");
  }
}

function named(action: Action, text: string): Operand {
  const [head = "", name, ...more] = text.split(".");
  if (more.length > 0) throw action.invalid(`${text} has a name too many.`);
  switch (head) {
    case "$labels":
    case "$externalLabels":
      if (name === undefined) return { kind: head === "$labels" ? "labels" : "external labels" };
      return { kind: head === "$labels" ? "label" : "external label", name };
    case "$value":
    case "$externalURL":
      if (name !== undefined) throw action.invalid(`${head} has no part ${name}.`);
      return { kind: head === "$value" ? "value" : "external url" };
    default:
      throw action.invalid(`There is no ${head}. Did you mean $labels?`);
  }
}

const FIELDS = new Map([
  ["Labels", "$labels"],
  ["ExternalLabels", "$externalLabels"],
  ["Value", "$value"],
  ["ExternalURL", "$externalURL"],
]);

/** `.Labels.job` and `$.Labels.job` are `$labels.job`. */
function fieldOf(action: Action, text: string): Operand {
  const [, head = "", ...rest] = text.split(".");
  const variable = FIELDS.get(head);
  if (variable === undefined) throw action.beyond(head === "" ? "A point alone" : `.${head}, which no alert has,`);
  return named(action, [variable, ...rest].join("."));
}

function operandAt(action: Action, depth: number): Operand | null {
  const { token } = action;
  if (token === null) return null;
  switch (token.kind) {
    case "constant":
      action.next();
      return { kind: "constant", value: token.value };
    case "variable":
    case "field": {
      const isField = token.kind === "field" || token.text.startsWith("$.");
      const operand = isField ? fieldOf(action, token.text.replace(/^\$/, "")) : named(action, token.text);
      action.next();
      return operand;
    }
    case "symbol": {
      if (token.text !== "(") return null;
      if (depth >= DEPTH_MOST) throw action.beyond(`More than ${DEPTH_MOST} parentheses inside each other`);
      action.next();
      const pipeline = pipelineAt(action, depth + 1);
      if (!action.is(")")) throw action.invalid("A closing parenthesis is missing.");
      action.next();
      return { kind: "pipeline", pipeline };
    }
    case "word":
      return null;
  }
}

function callAt(action: Action, depth: number): Call | null {
  const { token } = action;
  if (token?.kind !== "word") return null;
  const name = TEMPLATE_FUNCTIONS.find((one) => one === token.text);
  if (name === undefined) {
    throw UNSUPPORTED_WORDS.has(token.text)
      ? action.beyond(token.text)
      : action.invalid(`There is no function ${token.text}.`);
  }
  action.next();
  const given: Operand[] = [];
  for (let operand = operandAt(action, depth); operand !== null; operand = operandAt(action, depth))
    given.push(operand);
  return { kind: "call", name, given };
}

/** How many arguments each function takes, with the one that is handed over. */
const ARGUMENTS = {
  humanize: [1, 1],
  humanize1024: [1, 1],
  humanizeDuration: [1, 1],
  humanizePercentage: [1, 1],
  printf: [1, Infinity],
  eq: [2, Infinity],
  ne: [2, 2],
  lt: [2, 2],
  le: [2, 2],
  gt: [2, 2],
  ge: [2, 2],
} as const satisfies Record<TemplateFunction, readonly [least: number, most: number]>;

/** What Go finds out only when the template is run, is told here: a call with too few or too many arguments. */
function checked(action: Action, call: Call, isPiped: boolean): Call {
  const count = call.given.length + (isPiped ? 1 : 0);
  const [least, most] = ARGUMENTS[call.name];
  const isRight = count >= least && count <= most;
  const [format] = call.given;
  if (call.name === "printf" && format?.kind === "constant") {
    const mistake =
      format.value.type === "string" ? formatMistake(format.value.text) : "The format of printf is no text.";
    if (mistake !== null) throw action.beyond(mistake.replace(/ is not read here.*$/, ""));
  }
  if (!isRight)
    throw action.invalid(`${call.name} takes ${least === most ? least : `${least} or more`}; it has ${count}.`);
  return call;
}

/** The pipeline at the action's token. */
export function pipelineAt(action: Action, depth: number): Pipeline {
  const call = callAt(action, depth);
  const first = call === null ? operandAt(action, depth) : checked(action, call, false);
  if (first === null) throw action.invalid("An action prints nothing: write what it prints.");
  const calls: Call[] = [];
  while (action.is("|")) {
    action.next();
    const next = callAt(action, depth);
    if (next === null) throw action.invalid("Behind | must stand a function.");
    calls.push(checked(action, next, true));
  }
  if (action.token !== null && !action.is(")")) {
    throw action.is("=") || action.is(":=") || action.is(",")
      ? action.beyond("A variable of one's own")
      : action.invalid(`${JSON.stringify(action.token.text)} cannot stand here.`);
  }
  return { first, calls };
}
