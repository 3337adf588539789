// The text of an input while it is typed. Wrong text stays until it is corrected, or until the value changes elsewhere.
import { type ChangeEvent, useState } from "react";

interface Draft {
  readonly text: string;
  /** What is wrong with the text; null when it was taken. */
  readonly error: string | null;
  /** The value in force when the text was typed. */
  readonly value: string | number;
}

export interface DraftInput {
  /** What is wrong with the text; null when it was taken. */
  readonly error: string | null;
  /** Drops the text, so that the value in force is shown again. */
  readonly discard: () => void;
  /** For the input element. */
  readonly inputProps: {
    readonly autoComplete: "off";
    readonly spellCheck: false;
    readonly value: string;
    readonly "aria-invalid": boolean;
    readonly onChange: (event: ChangeEvent<HTMLInputElement>) => void;
    readonly onBlur: () => void;
  };
}

/**
 * @param value the value in force; when it changes while the text is wrong, the text is dropped
 * @param onText takes what was typed; returns what is wrong with it, or null when it was taken
 */
export function useDraft(value: string | number, onText: (text: string) => string | null): DraftInput {
  const [draft, setDraft] = useState<Draft | null>(null);
  const isOutdated = draft !== null && draft.error !== null && draft.value !== value;
  if (isOutdated) setDraft(null);
  const shown = isOutdated ? null : draft;
  const error = shown?.error ?? null;
  return {
    error,
    discard: () => setDraft(null),
    inputProps: {
      autoComplete: "off",
      spellCheck: false,
      value: shown?.text ?? String(value),
      "aria-invalid": error !== null,
      onChange: ({ target: { value: text } }) => setDraft({ text, error: onText(text), value }),
      // Text that was taken gives way to the value as the app writes it.
      onBlur: () => setDraft((kept) => (kept?.error === null ? null : kept)),
    },
  };
}
