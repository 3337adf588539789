// Patterns of label matchers: RE2 syntax, matched in linear time whatever the pattern is, and refused by name where RE2 has no such thing.
import { RE2JS, RE2JSException } from "re2js";

/** Longer patterns are refused: the engine's time grows with pattern × text. */
const PATTERN_CHARS_MOST = 1000;

type CompiledPattern =
  | { readonly state: "compiled"; readonly matches: (text: string) => boolean }
  | { readonly state: "refused"; readonly message: string };

const UNKNOWN_TO_RE2 = [
  [/\(\?<?=/, "look-around"],
  [/\(\?<?!/, "look-around"],
  [/\\[1-9]|\\k[<{']/, "back-references"],
  [/\(\?>/, "atomic groups"],
  [/[*+?}]\+/, "possessive quantifiers"],
] as const;

/** What RE2 does not have, in the words of people who know other engines. */
function unknownPart(pattern: string): string | null {
  // Escaped characters and classes hold no operators.
  const operators = pattern.replaceAll(/\\[^1-9k]/g, "").replaceAll(/\[\^?\]?[^\]]*\]/g, "");
  return UNKNOWN_TO_RE2.find(([sign]) => sign.test(operators))?.[1] ?? null;
}

/**
 * Compiles a pattern that must match a whole text. `.` also matches the end of a line, as in Prometheus 3.
 * @see https://github.com/google/re2/wiki/Syntax
 */
export function compilePattern(pattern: string): CompiledPattern {
  if (pattern.length > PATTERN_CHARS_MOST) {
    const message = `This pattern has ${pattern.length} characters; at most ${PATTERN_CHARS_MOST} are read. Split it into several rules.`;
    return { state: "refused", message };
  }
  try {
    const compiled = RE2JS.compile(pattern, RE2JS.DOTALL);
    return { state: "compiled", matches: (text) => compiled.matches(text) };
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    const part = unknownPart(pattern);
    const why = part === null ? error.message.replace(/^error parsing regexp: /, "") : `RE2 has no ${part}`;
    return { state: "refused", message: `This pattern is not in the syntax of RE2: ${why}.` };
  }
}
