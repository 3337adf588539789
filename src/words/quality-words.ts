// Whether a machine was steady while it measured, in a word with its mark, for pages and pictures.

export const QUALITY_WORDS = {
  steady: { mark: "●", word: "steady" },
  unsteady: { mark: "▲", word: "unsteady" },
  useless: { mark: "■", word: "useless" },
  unknown: { mark: "◌", word: "too little to tell" },
} as const;

export type QualityWord = keyof typeof QUALITY_WORDS;
