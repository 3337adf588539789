// Cuts PromQL into tokens with their offsets. It knows all of PromQL's characters, so that what lies beyond the grammar is named, not stumbled over.
import { readString } from "../go/go-string.ts";
import { promNumber } from "../go/go-number.ts";

/** `end` stands behind the last token. */
export type Token = { readonly offset: number; readonly text: string } & (
  | { readonly kind: "name" | "symbol" | "end" }
  | { readonly kind: "duration" }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "string"; readonly value: string }
);

type Tokens =
  | { readonly state: "read"; readonly tokens: readonly Token[] }
  | { readonly state: "refused"; readonly offset: number; readonly message: string };

const SPACE = /[ \t\r\n]+|#[^\r\n]*/y;
const NAME = /[a-zA-Z_:][a-zA-Z0-9_:]*/y;
const NUMBER = /0[xX][0-9a-zA-Z_]*|(\d[\d_]*\.?[\d_]*|\.\d[\d_]*)([eE][+-]?[\d_]*)?[a-zA-Z0-9_]*/y;
const DURATION = /^(\d+(ms|[smhdwy]))+$/;
const SYMBOL = /==|!=|=~|!~|>=|<=|[=<>(){}[\],+\-*/%^@]/y;

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function numberToken(text: string, offset: number): Token | string {
  const value = promNumber(text);
  if (value !== null) return { kind: "number", text, offset, value };
  if (DURATION.test(text)) return { kind: "duration", text, offset };
  return `"${text.slice(0, 40)}" is no number. Write it as 0.5, 1e9, 0x1F, Inf or NaN.`;
}

/** All tokens, the last of them `end`; or where the text is no PromQL at all. Comments and spaces are left out. */
export function tokensOf(text: string): Tokens {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const space = matchAt(SPACE, text, at);
    if (space !== null) {
      at += space.length;
      continue;
    }
    const char = text[at] ?? "";
    if (char === '"' || char === "'" || char === "`") {
      const read = readString(text, at);
      if (read.state === "refused") return read;
      tokens.push({ kind: "string", text: text.slice(at, read.end), offset: at, value: read.value });
      at = read.end;
      continue;
    }
    const number = matchAt(NUMBER, text, at);
    if (number !== null) {
      const token = numberToken(number, at);
      if (typeof token === "string") return { state: "refused", offset: at, message: token };
      tokens.push(token);
      at += number.length;
      continue;
    }
    const name = matchAt(NAME, text, at);
    if (name !== null) {
      tokens.push(
        /^(inf|nan)$/i.test(name)
          ? { kind: "number", text: name, offset: at, value: promNumber(name) ?? NaN }
          : { kind: "name", text: name, offset: at },
      );
      at += name.length;
      continue;
    }
    const symbol = matchAt(SYMBOL, text, at);
    if (symbol === null) {
      const shown = JSON.stringify(String.fromCodePoint(text.codePointAt(at) ?? 0));
      return { state: "refused", offset: at, message: `${shown} is no part of PromQL.` };
    }
    tokens.push({ kind: "symbol", text: symbol, offset: at });
    at += symbol.length;
  }
  tokens.push({ kind: "end", text: "", offset: text.length });
  return { state: "read", tokens };
}
