// Takes out of text of unknown origin what could move a cursor or break a line.

/** Text of files is of unknown origin: without control characters it can move no cursor and break no line. */
export function plain(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, " ");
}
