// Whether a machine was steady while it measured, as a mark and a word: never by colour alone.
const looks = {
  steady: { mark: "●", word: "steady", colour: "text-good" },
  unsteady: { mark: "▲", word: "unsteady", colour: "text-warn" },
  useless: { mark: "■", word: "useless", colour: "text-bad" },
  unknown: { mark: "◌", word: "too little to tell", colour: "text-muted" },
} as const;

export interface QualityMarkProps {
  readonly state: keyof typeof looks;
  /** Written instead of the usual word, such as the beginning of a sentence. */
  readonly word?: string;
}

export function QualityMark({ state, word }: QualityMarkProps) {
  const { mark, word: usual, colour } = looks[state];
  return (
    <span className={`whitespace-nowrap ${colour}`}>
      <span aria-hidden>{mark}</span> {word ?? usual}
    </span>
  );
}
