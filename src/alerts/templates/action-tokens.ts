// Cuts what stands between {{ and }} into tokens.
import { readString } from "../go/go-string.ts";
import type { TemplateValue } from "./template.ts";

/** `field`: .Value, or .Labels.job. `variable`: $value, or $labels.job. */
export type ActionToken = { readonly offset: number; readonly text: string } & (
  | { readonly kind: "field" | "variable" | "word" | "symbol" }
  | { readonly kind: "constant"; readonly value: TemplateValue }
);

type ActionTokens =
  | { readonly state: "read"; readonly tokens: readonly ActionToken[]; readonly end: number; readonly trims: boolean }
  | { readonly state: "refused"; readonly offset: number; readonly message: string };

const PLAIN = [
  ["variable", /\$[\p{L}_0-9]*(\.[\p{L}_][\p{L}_0-9]*)*/uy],
  ["field", /(\.[\p{L}_][\p{L}_0-9]*)+|\./uy],
  ["word", /[\p{L}_][\p{L}_0-9]*/uy],
  ["symbol", /:=|[|(),=]/y],
] as const;

const NUMBER = /[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?/y;
const TRIM_RIGHT = /[ \t\r\n]-\}\}/y;

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function constantAt(
  text: string,
  offset: number,
): { readonly token: ActionToken; readonly end: number } | null | string {
  const char = text[offset] ?? "";
  if (char === '"' || char === "`") {
    const read = readString(text, offset);
    if (read.state === "refused") return read.message;
    const value = { type: "string", text: read.value } as const;
    return { token: { kind: "constant", offset, text: text.slice(offset, read.end), value }, end: read.end };
  }
  const number = matchAt(NUMBER, text, offset);
  if (number === null) return null;
  const value = { type: /[.eE]/.test(number) ? "float64" : "int", number: Number(number) } as const;
  return { token: { kind: "constant", offset, text: number, value }, end: offset + number.length };
}

/** Reads up to the closing braces. @param start behind the opening braces, and behind a trim marker there */
export function actionTokens(text: string, start: number): ActionTokens {
  const tokens: ActionToken[] = [];
  let at = start;
  for (;;) {
    if (matchAt(TRIM_RIGHT, text, at) !== null) return { state: "read", tokens, end: at + 4, trims: true };
    if (text.startsWith("}}", at)) return { state: "read", tokens, end: at + 2, trims: false };
    const char = text[at];
    if (char === undefined) {
      return { state: "refused", offset: start - 2, message: "This {{ has no closing }}." };
    }
    if (" \t\r\n".includes(char)) {
      at += 1;
      continue;
    }
    const constant = constantAt(text, at);
    if (typeof constant === "string") return { state: "refused", offset: at, message: constant };
    if (constant !== null) {
      tokens.push(constant.token);
      at = constant.end;
      continue;
    }
    const found = PLAIN.map(([kind, pattern]) => ({ kind, text: matchAt(pattern, text, at) })).find(
      (one) => one.text !== null,
    );
    if (found === undefined || found.text === null) {
      return { state: "refused", offset: at, message: `${JSON.stringify(char)} cannot stand in a template's action.` };
    }
    tokens.push({ kind: found.kind, text: found.text, offset: at });
    at += found.text.length;
  }
}
