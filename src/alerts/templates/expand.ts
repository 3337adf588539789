// Expands a template for one alert. What goes wrong stands in the text, and never stops the alert, as in Prometheus.
import { goFloat } from "../go/go-number.ts";
import { humanize, humanize1024, humanizeDuration, humanizePercentage } from "./humanize.ts";
import { formatMistake, printed, sprintf } from "./printf.ts";
import type { Call, Operand, Pipeline, Template, TemplateFunction, TemplateValue } from "./template.ts";

export interface TemplateData {
  /** The labels of the series, before the rule's own. */
  readonly labels: ReadonlyMap<string, string>;
  readonly value: number;
  readonly externalLabels: ReadonlyMap<string, string>;
  readonly externalUrl: string;
}

class Failed extends Error {}

function numberOf(name: string, value: TemplateValue): number {
  if (value.type === "map[string]string" || value.type === "bool")
    throw new Failed(`${name}: a ${value.type} is no number`);
  if (value.type !== "string") return value.number;
  const number = goFloat(value.text);
  if (number === null) throw new Failed(`${name}: ${JSON.stringify(value.text)} is no number`);
  return number;
}

function text(value: string): TemplateValue {
  return { type: "string", text: value };
}

function withNumber(name: string, write: (value: number) => string) {
  return ([value]: readonly TemplateValue[]) => text(value === undefined ? "" : write(numberOf(name, value)));
}

/** Go compares texts with texts and numbers with numbers of the same type. */
function order(name: string, a: TemplateValue, b: TemplateValue): number {
  if (a.type === "string" && b.type === "string") return a.text === b.text ? 0 : a.text < b.text ? -1 : 1;
  if ((a.type === "int" && b.type === "int") || (a.type === "float64" && b.type === "float64")) {
    return a.number === b.number ? 0 : a.number < b.number ? -1 : a.number > b.number ? 1 : NaN;
  }
  if (a.type === "bool" && b.type === "bool" && (name === "eq" || name === "ne")) return a.truth === b.truth ? 0 : 1;
  throw new Failed(`${name}: ${a.type} and ${b.type} cannot be compared`);
}

function comparison(name: string, holds: (order: number) => boolean) {
  return ([first, ...others]: readonly TemplateValue[]): TemplateValue => {
    const truth = first !== undefined && others.some((other) => holds(order(name, first, other)));
    return { type: "bool", truth };
  };
}

const COMPARISONS = {
  eq: comparison("eq", (sign) => sign === 0),
  ne: comparison("ne", (sign) => sign !== 0),
  lt: comparison("lt", (sign) => sign < 0),
  le: comparison("le", (sign) => sign <= 0),
  // Go asks for the opposite, so that these two hold for NaN.
  gt: comparison("gt", (sign) => !(sign <= 0)),
  ge: comparison("ge", (sign) => !(sign < 0)),
};

const FUNCTIONS = {
  humanize: withNumber("humanize", humanize),
  humanize1024: withNumber("humanize1024", humanize1024),
  humanizeDuration: withNumber("humanizeDuration", humanizeDuration),
  humanizePercentage: withNumber("humanizePercentage", humanizePercentage),
  ...COMPARISONS,
  printf: ([format, ...values]: readonly TemplateValue[]) => {
    if (format?.type !== "string") throw new Failed("printf: the format is no text");
    const mistake = formatMistake(format.text);
    if (mistake !== null) throw new Failed(`printf: ${mistake}`);
    return text(sprintf(format.text, values));
  },
} as const satisfies Record<TemplateFunction, (values: readonly TemplateValue[]) => TemplateValue>;

function operandValue(operand: Operand, data: TemplateData): TemplateValue {
  switch (operand.kind) {
    case "constant":
      return operand.value;
    case "label":
      return text(data.labels.get(operand.name) ?? "");
    case "external label":
      return text(data.externalLabels.get(operand.name) ?? "");
    case "labels":
      return { type: "map[string]string", map: data.labels };
    case "external labels":
      return { type: "map[string]string", map: data.externalLabels };
    case "external url":
      return text(data.externalUrl);
    case "value":
      return { type: "float64", number: data.value };
    case "pipeline":
      return pipelineValue(operand.pipeline, data);
  }
}

function callValue({ name, given }: Call, data: TemplateData, piped: readonly TemplateValue[]): TemplateValue {
  return FUNCTIONS[name]([...given.map((operand) => operandValue(operand, data)), ...piped]);
}

function pipelineValue({ first, calls }: Pipeline, data: TemplateData): TemplateValue {
  const begin = first.kind === "call" ? callValue(first, data, []) : operandValue(first, data);
  return calls.reduce((value, call) => callValue(call, data, [value]), begin);
}

/** What Go takes for true: all but zero, an empty text, an empty map and false. */
function isTrue(value: TemplateValue): boolean {
  switch (value.type) {
    case "string":
      return value.text !== "";
    case "int":
    case "float64":
      return value.number !== 0;
    case "bool":
      return value.truth;
    case "map[string]string":
      return value.map.size > 0;
  }
}

function textOf(template: Template, data: TemplateData): string {
  return template
    .map((part) => {
      switch (part.kind) {
        case "text":
          return part.text;
        case "action":
          return printed(pipelineValue(part.pipeline, data));
        case "if":
          return textOf(isTrue(pipelineValue(part.condition, data)) ? part.body : part.otherwise, data);
      }
    })
    .join("");
}

/** The text of a template for one alert; `<error expanding template: …>` where it cannot be made. */
export function expand(template: Template, data: TemplateData): string {
  try {
    return textOf(template, data);
  } catch (error) {
    if (!(error instanceof Failed)) throw error;
    return `<error expanding template: ${error.message}>`;
  }
}
