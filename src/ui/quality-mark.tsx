// Whether a machine was steady while it measured, as a mark and a word: never by colour alone.
import { QUALITY_WORDS, type QualityWord } from "../words/quality-words.ts";

const colours = {
  steady: "text-good",
  unsteady: "text-warn",
  useless: "text-bad",
  unknown: "text-muted",
} as const satisfies Record<QualityWord, string>;

export interface QualityMarkProps {
  readonly state: QualityWord;
  /** Written instead of the usual word, such as the beginning of a sentence. */
  readonly word?: string;
}

export function QualityMark({ state, word }: QualityMarkProps) {
  const { mark, word: usual } = QUALITY_WORDS[state];
  return (
    <span className={`whitespace-nowrap ${colours[state]}`}>
      <span aria-hidden>{mark}</span> {word ?? usual}
    </span>
  );
}
