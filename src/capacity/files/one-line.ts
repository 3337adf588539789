// Makes one harmless line of a text of unknown origin.

/** Long enough for a sentence. */
const LENGTH_MOST = 400;

/** Control characters, line and paragraph separators, invisible and direction-changing characters, and lone surrogates. */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]+/gu;

/** Text as one line of printable characters, shortened with "…" beyond `lengthMost` UTF-16 units. */
export function oneLine(text: string, lengthMost: number = LENGTH_MOST): string {
  const line = text
    // A generous cut comes first, so that a huge text takes no time.
    .slice(0, 4 * lengthMost)
    .replaceAll(unprintable, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  return line.length <= lengthMost ? line : `${line.slice(0, lengthMost - 1).replace(/\p{Cs}$/u, "")}…`;
}
