// Reads the quoted strings of PromQL and of templates, with Go's escapes.

const SIMPLE = new Map([
  ["a", "\u0007"],
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["v", "\v"],
  ["\\", "\\"],
]);

const CODED = [
  [/^x([0-9a-fA-F]{2})/, 16],
  [/^u([0-9a-fA-F]{4})/, 16],
  [/^U([0-9a-fA-F]{8})/, 16],
  [/^([0-7]{3})/, 8],
] as const;

export type ReadString =
  | { readonly state: "read"; readonly value: string; readonly end: number }
  | { readonly state: "refused"; readonly offset: number; readonly message: string };

function codedEscape(rest: string): { readonly value: string; readonly length: number } | string | null {
  for (const [pattern, base] of CODED) {
    const [all, digits] = pattern.exec(rest) ?? [];
    if (all === undefined || digits === undefined) continue;
    const code = Number.parseInt(digits, base);
    if (code > 0x10_ff_ff || (code >= 0xd800 && code < 0xe000)) return "This escape is no character of Unicode.";
    const isByte = /^[x0-7]/.test(rest);
    if (isByte && code > 0x7f) return "An escape of one byte above 127 is no character. Write it as \\u00e9.";
    return { value: String.fromCodePoint(code), length: all.length };
  }
  return null;
}

/**
 * Reads a string that begins at an offset with ", ' or `.
 * @returns its value and the offset behind its closing quote
 */
export function readString(text: string, start: number): ReadString {
  const quote = text[start] ?? "";
  if (quote === "`") {
    const end = text.indexOf("`", start + 1);
    if (end < 0) return { state: "refused", offset: start, message: "This string has no closing `." };
    return { state: "read", value: text.slice(start + 1, end), end: end + 1 };
  }
  let value = "";
  let at = start + 1;
  for (;;) {
    const char = text[at];
    if (char === undefined || char === "\n") {
      return { state: "refused", offset: start, message: `This string has no closing ${quote} in its line.` };
    }
    if (char === quote) return { state: "read", value, end: at + 1 };
    if (char !== "\\") {
      value += char;
      at += 1;
      continue;
    }
    const next = text[at + 1] ?? "";
    const simple = next === quote ? quote : SIMPLE.get(next);
    const coded = simple === undefined ? codedEscape(text.slice(at + 1, at + 10)) : { value: simple, length: 1 };
    if (coded === null || typeof coded === "string") {
      const message =
        coded ?? `\\${next} is no escape. Write \\\\ for a backslash, or put the string between backquotes.`;
      return { state: "refused", offset: at, message };
    }
    value += coded.value;
    at += 1 + coded.length;
  }
}
