// How small numbers are written in a sentence.

const WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"] as const;

/** Whole numbers up to ten as words, others as figures. */
export function numberWord(value: number): string {
  return WORDS[value] ?? String(value);
}
