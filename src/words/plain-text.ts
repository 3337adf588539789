// Makes text from files safe to print: without control characters it cannot move a terminal's cursor or break a line.

/** Replaces control characters, format characters and line separators by spaces. */
export function plain(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, " ");
}
