// Where a character of a YAML scalar's value stands in the file: quotes, escapes, folded lines and indentation lie between the two.
import { Scalar } from "yaml";

function isSpace(char: string | undefined): boolean {
  return char === " " || char === "\n" || char === "\t" || char === "\r";
}

const ESCAPE_LENGTH = new Map([
  ["x", 4],
  ["u", 6],
  ["U", 10],
]);

function contentStart(source: string, { type }: Scalar, start: number): number {
  switch (type) {
    case Scalar.QUOTE_DOUBLE:
    case Scalar.QUOTE_SINGLE:
      return start + 1;
    case Scalar.BLOCK_LITERAL:
    case Scalar.BLOCK_FOLDED:
      return source.indexOf("\n", start) + 1;
    case Scalar.PLAIN:
    case undefined:
    default:
      return start;
  }
}

/** How many characters of the file make one of the value. */
function lengthAt(source: string, { type }: Scalar, at: number): number {
  if (type === Scalar.QUOTE_SINGLE && source.startsWith("''", at)) return 2;
  if (type === Scalar.QUOTE_DOUBLE && source[at] === "\\") return ESCAPE_LENGTH.get(source[at + 1] ?? "") ?? 2;
  return 1;
}

/** @param offset in the scalar's value @returns the offset in the file, at most the scalar's end */
export function offsetInSource(source: string, scalar: Scalar, offset: number): number {
  const [start, end] = scalar.range ?? [0, 0];
  const value = String(scalar.value);
  let at = contentStart(source, scalar, start);
  for (let done = 0; done <= offset && done <= value.length; done += 1) {
    const char = value[done];
    const isEscaped = scalar.type === Scalar.QUOTE_DOUBLE && source[at] === "\\" && source[at + 1] !== "\n";
    if (isSpace(char) && !isEscaped) {
      // Lines are folded and indented, so that blanks of the two do not correspond one by one.
      if (done === offset) return at;
      continue;
    }
    while (at < end && isSpace(source[at])) at += 1;
    if (done === offset || char === undefined) break;
    at += lengthAt(source, scalar, at);
  }
  return Math.max(start, Math.min(at, end));
}
