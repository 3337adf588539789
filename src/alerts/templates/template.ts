// Templates of labels and annotations, parsed: text, and actions that print a value. A closed part of Go's text/template.

export const TEMPLATE_FUNCTIONS = [
  "humanize",
  "humanize1024",
  "humanizeDuration",
  "humanizePercentage",
  "printf",
  "eq",
  "ne",
  "lt",
  "le",
  "gt",
  "ge",
] as const;
export type TemplateFunction = (typeof TEMPLATE_FUNCTIONS)[number];

/** A value with its type in Go, which decides how it is printed. */
export type TemplateValue =
  | { readonly type: "float64" | "int"; readonly number: number }
  | { readonly type: "string"; readonly text: string }
  | { readonly type: "bool"; readonly truth: boolean }
  | { readonly type: "map[string]string"; readonly map: ReadonlyMap<string, string> };

export type Operand =
  | { readonly kind: "constant"; readonly value: TemplateValue }
  | { readonly kind: "label" | "external label"; readonly name: string }
  | { readonly kind: "value" | "external url" | "labels" | "external labels" }
  | { readonly kind: "pipeline"; readonly pipeline: Pipeline };

/** Each call takes the value before it as its last argument. */
export interface Pipeline {
  readonly first: Operand | Call;
  readonly calls: readonly Call[];
}

export interface Call {
  readonly kind: "call";
  readonly name: TemplateFunction;
  readonly given: readonly Operand[];
}

export type TemplatePart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "action"; readonly pipeline: Pipeline }
  | { readonly kind: "if"; readonly condition: Pipeline; readonly body: Template; readonly otherwise: Template };

export type Template = readonly TemplatePart[];

function reads(part: Operand | Call): boolean {
  switch (part.kind) {
    case "value":
      return true;
    case "constant":
    case "label":
    case "external label":
    case "external url":
    case "labels":
    case "external labels":
      return false;
    case "pipeline":
      return pipelineReads(part.pipeline);
    case "call":
      return part.given.some(reads);
  }
}

function pipelineReads({ first, calls }: Pipeline): boolean {
  return reads(first) || calls.some(reads);
}

/** Whether the text changes with the alert's value. */
export function readsValue(template: Template): boolean {
  return template.some((part) => {
    switch (part.kind) {
      case "text":
        return false;
      case "action":
        return pipelineReads(part.pipeline);
      case "if":
        return pipelineReads(part.condition) || readsValue(part.body) || readsValue(part.otherwise);
    }
  });
}
