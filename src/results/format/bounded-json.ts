// Parses JSON text of unknown origin, after a linear scan has bounded its size, depth and number of values.

import { type NotNumber, scanJson, withoutNotNumbers } from "./json-scan.ts";

export interface JsonLimits {
  readonly charactersMost: number;
  /** Most arrays and objects inside one another. */
  readonly depthMost: number;
  /** Most values that commas separate, over the whole text. */
  readonly valuesMost: number;
}

export type BoundedJson =
  /** `notNumbers`: where the text writes NaN or Infinity, as Python does; the value has null there. Left out where there are none. */
  | { readonly state: "parsed"; readonly value: unknown; readonly notNumbers?: readonly NotNumber[] }
  | { readonly state: "refused"; readonly message: string };

const QUOTE = 34;
const COMMA = 44;
const OPEN_ARRAY = 91;
const BACKSLASH = 92;
const CLOSE_ARRAY = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

function grouped(value: number): string {
  return value.toLocaleString("en-US");
}

/** @returns why the text is beyond the limits, or null; looks at each character once and keeps nothing */
function excessOf(text: string, limits: JsonLimits): string | null {
  if (text.length > limits.charactersMost) {
    return `it has ${grouped(text.length)} characters and at most ${grouped(limits.charactersMost)} are read`;
  }
  let depth = 0;
  let values = 1;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === BACKSLASH) at += 1;
      else if (code === QUOTE) inString = false;
    } else if (code === QUOTE) {
      inString = true;
    } else if (code === COMMA) {
      values += 1;
      if (values > limits.valuesMost) return `it holds more than ${grouped(limits.valuesMost)} values`;
    } else if (code === OPEN_ARRAY || code === OPEN_OBJECT) {
      depth += 1;
      if (depth > limits.depthMost) return `it nests deeper than ${limits.depthMost} levels`;
    } else if (code === CLOSE_ARRAY || code === CLOSE_OBJECT) {
      depth -= 1;
    }
  }
  return null;
}

/** What JSON.parse refuses: NaN and Infinity become null, and anything else is named with its line. */
function parsedLeniently(text: string): BoundedJson {
  const { fault, notNumbers } = scanJson(text);
  if (fault === null && notNumbers.length > 0) {
    const value: unknown = JSON.parse(withoutNotNumbers(text, notNumbers));
    return { state: "parsed", value, notNumbers };
  }
  const where = fault === null ? "" : ` at line ${fault.line}, column ${fault.column}: ${fault.what}`;
  const cut = fault === null || fault.isCut;
  return { state: "refused", message: `it is not valid JSON${where}${cut ? "; it may be cut short" : ""}.` };
}

/**
 * Parses text that may be hostile. The work before a refusal is linear in `charactersMost`.
 * @returns the value, or a message that ends a sentence beginning with "It cannot be read: "
 */
export function parseBoundedJson(text: string, limits: JsonLimits): BoundedJson {
  const excess = excessOf(text, limits);
  if (excess !== null) return { state: "refused", message: `${excess}.` };
  try {
    const value: unknown = JSON.parse(text);
    return { state: "parsed", value };
  } catch {
    return parsedLeniently(text);
  }
}
