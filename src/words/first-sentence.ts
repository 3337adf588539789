// Parts a text behind its first sentence, for what is shown larger than the rest.

/** @returns the first sentence with its full stop, and what follows it without the space between; a decimal point ends none */
export function firstSentence(text: string): readonly [first: string, rest: string] {
  const end = /[.!?](?=\s)/.exec(text);
  if (end === null) return [text, ""];
  return [text.slice(0, end.index + 1), text.slice(end.index + 1).trimStart()];
}
