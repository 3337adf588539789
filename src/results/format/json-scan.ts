// Looks through JSON text for where it breaks, and for NaN and Infinity, which Python writes and JSON does not have.

/** NaN, Infinity or -Infinity, outside of texts. */
export interface NotNumber {
  readonly token: "NaN" | "Infinity" | "-Infinity";
  readonly offset: number;
  /** From 1, as an editor counts. */
  readonly line: number;
  readonly column: number;
  /** Keys and places from the outside in. */
  readonly path: readonly (string | number)[];
}

interface JsonFault {
  readonly line: number;
  readonly column: number;
  /** What was found there, such as `"}" where a value is expected`. */
  readonly what: string;
  /** Whether the text ends too early. */
  readonly isCut: boolean;
}

export interface JsonScan {
  /** Null where only NaN and Infinity are wrong. */
  readonly fault: JsonFault | null;
  readonly notNumbers: readonly NotNumber[];
}

/** Such values that are named; more of them in one file are refused. */
const NOT_NUMBERS_MOST = 100_000;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// oxlint-disable-next-line eslint/no-control-regex -- JSON forbids these inside of texts
const STRING = /"(?:[^"\\\u0000-\u001F]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const NAMED = /NaN|-?Infinity/y;
const SPACE = /[ \t\n\r]*/y;

/** Line and column of an offset, both from 1. Lines end as editors see it: "\n", "\r\n" or "\r". */
export function placeOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset);
  const breaks = before.match(/\r\n|\n|\r/g)?.length ?? 0;
  const start = Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) + 1;
  return { line: breaks + 1, column: offset - start + 1 };
}

/** "Line 3, column 12 has NaN (benchmarks[0].stats.mean)". */
export function placeText({ line, column, token, path }: NotNumber): string {
  const field = path.map((key, n) => (typeof key === "number" ? `[${key}]` : n === 0 ? key : `.${key}`)).join("");
  return `Line ${line}, column ${column} has ${token}${field === "" ? "" : ` (${field.slice(0, 120)})`}`;
}

class Fault extends Error {
  readonly offset: number;
  readonly expected: string;

  constructor(offset: number, expected: string) {
    super(expected);
    this.offset = offset;
    this.expected = expected;
  }
}

type Found = Pick<NotNumber, "token" | "offset" | "path">;

/** Reads one value after the other; its depth is that of the text, which must be bounded before. */
class Scanner {
  readonly #text: string;
  readonly found: Found[] = [];
  #at = 0;
  readonly #path: (string | number)[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  #take(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text)?.[0] ?? null;
    if (match !== null) this.#at += match.length;
    return match;
  }

  #next(): string {
    this.#take(SPACE);
    return this.#text.charAt(this.#at);
  }

  /** Whether the character was there, which is then behind. */
  #has(character: string): boolean {
    if (this.#next() !== character) return false;
    this.#at += 1;
    return true;
  }

  #string(expected: string): string {
    if (this.#next() !== '"') throw new Fault(this.#at, expected);
    const start = this.#at;
    const match = this.#take(STRING);
    if (match === null) throw new Fault(start, "a text that ends in a quote");
    const value: unknown = JSON.parse(match);
    return String(value);
  }

  #value(): void {
    const first = this.#next();
    if (first === "{") return this.#object();
    if (first === "[") return this.#array();
    if (first === '"') return void this.#string("a text");
    const offset = this.#at;
    const named = this.#take(NAMED);
    if (named === "NaN" || named === "Infinity" || named === "-Infinity") {
      if (this.found.length >= NOT_NUMBERS_MOST) throw new Fault(offset, "a number, as too many are none");
      this.found.push({ token: named, offset, path: [...this.#path] });
      return;
    }
    if (this.#take(/true|false|null/y) === null && this.#take(NUMBER) === null) throw new Fault(offset, "a value");
  }

  #object(): void {
    this.#at += 1;
    if (this.#has("}")) return;
    do {
      this.#path.push(this.#string("a field's name in quotes"));
      if (!this.#has(":")) throw new Fault(this.#at, '":"');
      this.#value();
      this.#path.pop();
    } while (this.#has(","));
    if (!this.#has("}")) throw new Fault(this.#at, '"," or "}"');
  }

  #array(): void {
    this.#at += 1;
    if (this.#has("]")) return;
    let place = 0;
    do {
      this.#path.push(place);
      this.#value();
      this.#path.pop();
      place += 1;
    } while (this.#has(","));
    if (!this.#has("]")) throw new Fault(this.#at, '"," or "]"');
  }

  run(): void {
    this.#value();
    if (this.#next() !== "") throw new Fault(this.#at, "the end");
  }
}

/** Lines and columns of offsets that ascend, in one pass. */
function located(text: string, found: readonly Found[]): NotNumber[] {
  let [line, start, from] = [1, 0, 0];
  return found.map((one) => {
    for (const match of text.slice(from, one.offset).matchAll(/\r\n|\n|\r/g)) {
      line += 1;
      start = from + match.index + match[0].length;
    }
    from = one.offset;
    return { ...one, line, column: one.offset - start + 1 };
  });
}

/** @param text bounded in size and depth */
export function scanJson(text: string): JsonScan {
  const scanner = new Scanner(text);
  try {
    scanner.run();
    return { fault: null, notNumbers: located(text, scanner.found) };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const point = text.codePointAt(error.offset);
    const found = point === undefined ? "the end of the file" : JSON.stringify(String.fromCodePoint(point));
    const what = `${found} where ${error.expected} is expected`;
    const isCut = point === undefined || (found === '"\\""' && !text.includes('"', error.offset + 1));
    return { fault: { ...placeOf(text, error.offset), what, isCut }, notNumbers: [] };
  }
}

/** The text with null for each of them: what is none is missing. */
export function withoutNotNumbers(text: string, notNumbers: readonly NotNumber[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { offset, token } of notNumbers) {
    parts.push(text.slice(from, offset), "null");
    from = offset + token.length;
  }
  return parts.join("") + text.slice(from);
}
